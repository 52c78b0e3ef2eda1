import { describe, expect, it } from 'vitest';
import { gmeKit } from '../gme/kit.ts';
import * as gme from '../gme/stories.ts';
import { sparkKit } from '../sparkrtc/kit.ts';
import * as sparkrtc from '../sparkrtc/stories.ts';
import { trtcKit } from '../trtc/kit.ts';
import * as trtc from '../trtc/stories.ts';
import { registryContext } from './registry.test-kit.ts';
import type { Message, ServiceKit, Story } from './service.ts';

const moment = { occurredAtSeconds: 1_769_874_000, sentAtSeconds: 1_769_874_001 };

/** What a drawing learns of a story's callbacks, in their order. */
function marksOf<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  appId: string,
  story: S,
): readonly Message['mark'][] {
  const bound = kit.bind(story, registryContext(appId), 'marks');
  const keys = bound.subjects.map(({ key }) => key);
  const marks = story.events.map((_, event) => bound.message(event, moment).mark);
  for (const { subject } of marks) {
    expect(keys).toContain(subject);
  }
  return marks;
}

/** Every story among the exports of a module is drawn in the lanes of its own subjects. */
function drawAll<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  appId: string,
  module: Readonly<Record<string, unknown>>,
): void {
  const stories = Object.values(module).filter(
    (one): one is S => typeof one === 'object' && one !== null && 'events' in one,
  );
  expect(stories.length).toBeGreaterThan(1);
  for (const story of stories) {
    marksOf(kit, appId, story);
  }
}

describe('the lanes and bars of a drawn story', () => {
  it('of GME: the file of its user', () => {
    drawAll(gmeKit, '1400000000', gme);
    expect(marksOf(gmeKit, '1400000000', gme.oneFile).map(({ span }) => span)).toEqual([
      'opens',
      'closes',
      undefined,
    ]);
  });

  it('of TRTC: the task, and the file of its user', () => {
    drawAll(trtcKit, '1400000000', trtc);
  });

  it('of SparkRTC: the job and its files, each from its beginning to its completion', () => {
    drawAll(sparkKit, 'app', sparkrtc);
    expect(
      marksOf(sparkKit, 'app', sparkrtc.bothFormats).map(({ file, subject, span }) => [
        file,
        subject,
        span,
      ]),
    ).toEqual([
      ['F1', 'R1/T1/U1', 'opens'],
      ['F2', 'R1/T1/U1', 'opens'],
      ['F1', 'R1/T1/U1', 'closes'],
      ['F2', 'R1/T1/U1', 'closes'],
      ['T1', 'R1/T1/U1', undefined],
    ]);
    expect(marksOf(sparkKit, 'app', sparkrtc.mixedFile)[0]?.subject).toBe('R1/T1/mixed');
    expect(marksOf(sparkKit, 'app', sparkKit.crowd(3)).map(({ subject }) => subject)).toEqual([
      'R1/T1/U1',
      'R1/T2/U2',
      'R1/T3/U3',
    ]);
  });
});
