import { describe, expect, it } from 'vitest';
import { decodeCallback } from '#contracts/trtc/callback.ts';
import { verifySignature } from '#contracts/trtc/signature.ts';
import { archiveOf } from './archive.ts';
import { audit } from './audit.test-helper.ts';
import { embeddedSession } from './embedded-session.ts';
import { sessionTraits } from './session-traits.ts';
import { trtcWorlds } from './world.ts';

const settings = { appId: '1400000000', scope: 'both', dialects: [], rule: null } as const;

describe('the embedded session', () => {
  it('has something for every check of an archive, and nothing is wrong with it', () => {
    expect(sessionTraits(embeddedSession)).toEqual(
      expect.arrayContaining([
        ...['single', 'mixed', 'vod', 'mp4', 'merged', 'prefix', 'several-tasks'],
        ...['integer-room', 'string-room', 'twin-rooms', 'several-users', 'falls-silent'],
        ...['substream', 'idle', 'stopped', 'recovered-playlist', 'open-playlist', 'cut-mp4'],
        ...['several-segments', 'longer-than-a-day', 'crosses-midnight'],
      ]),
    );
    expect(audit(archiveOf(embeddedSession))).toEqual({
      names: [],
      playlists: [],
      media: [],
      callbacks: [],
    });
  });

  it('costs few bytes', () => {
    const { objects } = trtcWorlds.embedded(settings);
    const bytes = objects
      .flatMap(({ chunks }) => [...chunks()])
      .reduce((sum, { length }) => sum + length, 0);
    expect(bytes).toBeLessThan(1_500_000);
    expect(objects.length).toBeGreaterThan(40);
  });
});

describe('trtcWorlds', () => {
  it('send callbacks that read back, signed when there is a key', () => {
    const { callbacks, taskCount } = trtcWorlds.embedded(settings);
    expect(taskCount).toBe(5);
    for (const { body, headers } of callbacks) {
      expect(decodeCallback(body).ok).toBe(true);
      const { Sign = '', SdkAppId } = headers('k3y');
      expect(verifySignature(body, 'k3y', Sign)).toBe(true);
      expect(SdkAppId).toBe('1400000000');
      expect(headers(null)).toEqual({ SdkAppId: '1400000000' });
    }
  });

  it('name objects that are there, or will be nowhere', () => {
    const { callbacks, objects } = trtcWorlds.embedded(settings);
    const keys = new Set(objects.map(({ key }) => key));
    const named = callbacks.flatMap(({ file }) => (file === null ? [] : [file]));
    expect(named.filter((key) => keys.has(key)).length).toBeGreaterThan(10);
    expect(named.filter((key) => !keys.has(key)).every((key) => key.endsWith('.mp4'))).toBe(true);
  });

  it.each(['single', 'mixed'] as const)('keep to the scope %s', (scope) => {
    for (const world of [
      trtcWorlds.embedded({ ...settings, scope }),
      trtcWorlds.sample(5, { ...settings, scope }),
    ]) {
      const text = JSON.stringify(world.session);
      expect(text).toContain(`"mode":"${scope}"`);
      expect(text).not.toContain(`"mode":"${scope === 'single' ? 'mixed' : 'single'}"`);
    }
  });

  it('are the same for the same seed', () => {
    const bytesOf = (seed: number): readonly string[] =>
      trtcWorlds.sample(seed, settings).callbacks.map(({ body }) => Buffer.from(body).toString());
    expect(bytesOf(7)).toEqual(bytesOf(7));
    expect(bytesOf(7)).not.toEqual(bytesOf(8));
  });
});
