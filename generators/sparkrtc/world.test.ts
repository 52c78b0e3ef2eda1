import { describe, expect, it } from 'vitest';
import { decodeCallback } from '#contracts/sparkrtc/callback.ts';
import { exampleRule } from '#contracts/sparkrtc/recording-rule.ts';
import { verifySignature } from '#contracts/sparkrtc/signature.ts';
import { archiveOf } from './archive.ts';
import { embeddedRule, embeddedSession } from './embedded-session.ts';
import { predictionTraits, sessionTraits } from './session-traits.ts';
import { sparkWorlds } from './world.ts';

const settings = { appId: '5fcdf5651', scope: 'both', dialects: [], rule: null } as const;
const key = '0123456789abcdef0123456789abcdef';

describe('the embedded session', () => {
  it('has something for every check of an archive', () => {
    const { prediction } = archiveOf(embeddedSession, { rule: embeddedRule, scope: 'both' });
    expect([...sessionTraits(embeddedSession), ...predictionTraits(prediction)]).toEqual(
      expect.arrayContaining([
        ...['several-rooms', 'several-users', 'comes-back', 'camera', 'screen', 'sound-alone'],
        ...['pause', 'resume', 'underscore', 'hls', 'mp4', 'cut-at-length', 'cut-at-pause'],
        ...['merged-pause', 'crosses-midnight', 'automatic', 'mixed'],
      ]),
    );
  });

  it('costs few bytes', () => {
    const { objects } = sparkWorlds.embedded(settings);
    const bytes = objects
      .flatMap(({ chunks }) => [...chunks()])
      .reduce((sum, { length }) => sum + length, 0);
    expect(bytes).toBeLessThan(1_500_000);
    expect(objects.length).toBeGreaterThan(40);
  });
});

describe('sparkWorlds', () => {
  it('send callbacks that read back, signed when there is a key', () => {
    const { callbacks, taskCount } = sparkWorlds.embedded(settings);
    expect(taskCount).toBe(7);
    for (const { body, headers } of callbacks) {
      expect(decodeCallback(body).ok).toBe(true);
      const signed = headers(key);
      const nonce = {
        rand: signed['X-Rtc-Rand'] ?? '',
        timestamp: signed['X-Rtc-Timestamp'] ?? '',
      };
      expect(verifySignature(body, key, nonce, signed['X-Rtc-Signature'] ?? '')).toBe(true);
      expect(headers(null)).toEqual({});
    }
  });

  it('name objects that are there', () => {
    const { callbacks, objects } = sparkWorlds.embedded(settings);
    const keys = new Set(objects.map((object) => object.key));
    const named = callbacks.flatMap(({ file }) => (file === null ? [] : [file]));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((file) => !keys.has(file))).toEqual([]);
  });

  it('follow the declared rule and scope', () => {
    const rule = { ...exampleRule, storagePath: 'rec', mp4: undefined };
    const { objects } = sparkWorlds.embedded({ ...settings, scope: 'mixed', rule });
    expect(objects.every((object) => /^rec\/5fcdf5651\/HLS\/m_\d/u.test(object.key))).toBe(true);
    const { objects: single } = sparkWorlds.sample(5, { ...settings, scope: 'single' });
    expect(single.length).toBeGreaterThan(0);
    expect(single.filter((object) => object.key.includes('/m_'))).toEqual([]);
  });

  it('are the same for the same seed', () => {
    const bodiesOf = (seed: number): readonly string[] =>
      sparkWorlds.sample(seed, settings).callbacks.map(({ body }) => Buffer.from(body).toString());
    expect(bodiesOf(7)).toEqual(bodiesOf(7));
    expect(bodiesOf(7)).not.toEqual(bodiesOf(8));
  });
});
