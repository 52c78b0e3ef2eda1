import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCallback, encodeCallback } from '#contracts/trtc/callback.ts';
import { carriedBy } from '#contracts/trtc/carried.ts';
import { defaultReading } from '#contracts/trtc/reading.ts';
import { shares, shrunk } from '../statistics.test-helper.ts';
import { bindFile, storyCallback, type StoryBinding } from './story-callback.ts';
import type { Story } from './story.ts';
import { toldStories } from './told-story.ts';

const nowMs = Date.UTC(2026, 0, 2);
const binding: StoryBinding = {
  sdkAppId: 1_400_000_000,
  reading: defaultReading,
  nowMs,
  fresh: {
    room: (symbol) => Number(symbol.slice(1)) + 100,
    user: (symbol) => `user_${symbol}`,
    robot: (symbol) => `robot_${symbol}`,
    task: (symbol) => `-${symbol}_task.`,
  },
};
const moment = { occurredAtMs: nowMs - 1500, sentAtMs: nowMs };

describe('toldStories', () => {
  it('tell every event as a callback that reads back, under every reading of the shapes', () => {
    const readings = [
      defaultReading,
      { ...defaultReading, edition: '2022', eventTs: 'string', mp4List: 'string' },
      { ...defaultReading, vodCommit: 'flat-table', roomIds: 'string', fileNames: 'key' },
    ] as const;
    fc.assert(
      fc.property(toldStories, fc.constantFrom(...readings), ({ story }, reading) => {
        for (const index of story.events.keys()) {
          const callback = storyCallback(story, index, { ...binding, reading }, moment);
          expect(decodeCallback(encodeCallback(callback, reading))).toEqual({
            ok: true,
            callback: carriedBy(callback, reading),
          });
        }
      }),
    );
  });

  it('reach every type, both ends of an upload, several files of a task, several tasks', () => {
    const reached = shares(toldStories, ({ story: { events, files } }) => [
      ...events.map(([, type, code = 0]) => `${String(type)}/${String(code)}`),
      ...(new Set(Object.values(files).map(({ task }) => task)).size > 1 ? ['two tasks'] : []),
      ...(Object.values(files).some(({ mode }) => mode === 'mixed') ? ['mixed'] : []),
      ...(events.some(([, type, code]) => type === 305 && code === 1) &&
      events.some(([, type, code]) => type === 305 && code === 2)
        ? ['left, then recovered']
        : []),
      ...(events.filter(([, type]) => type === 310).length > 1 ? ['several 310'] : []),
      ...(events.filter(([, type]) => type === 311).length > 1 ? ['several 311'] : []),
    ]);
    for (const trait of [
      ...['301/0', '302/0', '302/99', '303/0', '304/0', '305/0', '305/1', '305/2', '306/0'],
      ...['307/0', '310/0', '310/2', '311/0', '311/1', '312/0', '312/1'],
      ...['two tasks', 'mixed', 'left, then recovered', 'several 310', 'several 311'],
    ]) {
      expect(reached.get(trait) ?? 0, trait).toBeGreaterThan(0.02);
    }
  });

  it('shrink to one callback', () => {
    const { story, plan } = shrunk(toldStories, () => true);
    expect(story.events).toHaveLength(1);
    expect(plan).toEqual([[{ index: 0, kind: 'original' }]]);
  });
});

describe('storyCallback', () => {
  const story: Story = {
    title: 'a story',
    tasks: { T1: { room: 'R7' } },
    files: { F1: { user: 'U1', index: 2 }, F2: { mode: 'mixed', recovery: 1 } },
    events: [
      ['F1', 310],
      ['F2', 304],
      ['T1', 302, 99],
      ['F1', 311],
      ['T1', 399],
    ],
    identifiers: (fresh) => ({ U1: `${fresh.user('U1')}/房`, R7: '100' }),
  };

  it('names what the symbols stand for', () => {
    expect(storyCallback(story, 0, binding, moment)).toMatchObject({
      callbackTsMs: nowMs,
      roomId: '100',
      eventMsTsMs: nowMs - 1500,
      taskId: '-T1_task.',
      robotId: 'robot_B1',
      event: { kind: 'mp4-stop', status: 0, files: [{ details: { userId: 'user_U1/房' } }] },
    });
    expect(storyCallback(story, 1, binding, moment).event).toEqual({
      kind: 'file-info',
      fileNames: ['ha1_1400000000_MTAw.m3u8'],
    });
    expect(storyCallback(story, 2, binding, moment).event).toEqual({
      kind: 'recorder-stop',
      leaveCode: 99,
    });
    expect(storyCallback(story, 4, binding, moment).event).toMatchObject({ eventType: 399 });
  });

  it('gives each MP4 file its own id in VOD and the same at every call', () => {
    const one = bindFile(story, 'F1', binding);
    expect(bindFile(story, 'F1', binding)).toEqual(one);
    expect(bindFile(story, 'F2', binding).vodFileId).not.toBe(one.vodFileId);
    expect(one.cacheName).toBe('1400000000_MTAw_UserId_s_dXNlcl9VMS-miL8._UserId_e_main_2.mp4');
  });

  it('refuses events and files that are not there', () => {
    expect(() => storyCallback(story, 9, binding, moment)).toThrow(RangeError);
    const other: Story = { ...story, events: [['F9', 304]] };
    expect(() => storyCallback(other, 0, binding, moment)).toThrow('has no file F9');
  });
});
