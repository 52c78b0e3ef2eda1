import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCallback, encodeCallback } from '#contracts/trtc/callback.ts';
import { predict } from '#contracts/trtc/recording-rules.ts';
import { shares, shrunk } from '../statistics.test-helper.ts';
import { sessions } from './session.ts';
import { sessionTraits } from './session-traits.ts';

const sdkAppId = 1_400_000_000;

describe('sessions', () => {
  it('can happen, and every callback of them reads back', () => {
    fc.assert(
      fc.property(sessions(), (session) => {
        for (const { callback } of predict(session, { sdkAppId }).callbacks) {
          expect(decodeCallback(encodeCallback(callback))).toEqual({ ok: true, callback });
        }
      }),
      { numRuns: 50 },
    );
  });

  it('have files in every task unless its start fails', () => {
    fc.assert(
      fc.property(sessions(), (session) => {
        for (const { plan, playlists } of predict(session, { sdkAppId }).tasks) {
          expect(playlists.length > 0).toBe(plan.trouble !== 'start-fails');
        }
      }),
      { numRuns: 50 },
    );
  });

  it('have playlists of bounded length, and names of their own', () => {
    fc.assert(
      fc.property(sessions(), (session) => {
        const { objectKeys, tasks } = predict(session, { sdkAppId });
        expect(new Set(objectKeys).size).toBe(objectKeys.length);
        const lengths = tasks.flatMap(({ playlists }) =>
          playlists.map(({ segments }) => segments.length),
        );
        expect(Math.max(0, ...lengths)).toBeLessThan(300);
      }),
      { numRuns: 50 },
    );
  });

  it('reach every class', () => {
    const reached = shares(sessions(), sessionTraits, 600);
    for (const trait of [
      ...['single', 'mixed', 'vod', 'mp4', 'merged', 'prefix', 'several-tasks', 'start-fails'],
      ...['storage-refuses', 'upload-delayed', 'upload-lost', 'conversion-left'],
      ...['conversion-fails', 'integer-room', 'string-room', 'twin-rooms', 'several-users'],
      ...['user-comes-back', 'falls-silent', 'substream', 'idle', 'stopped', 'failover'],
      ...['recovered-playlist', 'open-playlist', 'several-segments', 'exact-segment', 'cut-mp4'],
      ...['longer-than-a-day', 'crosses-midnight'],
    ]) {
      expect(reached.get(trait) ?? 0, trait).toBeGreaterThan(0.01);
    }
  });

  it('keep to their options', () => {
    const calm = {
      troubles: false,
      failovers: false,
      modes: ['mixed'],
      storages: ['cos'],
    } as const;
    const reached = shares(sessions({ ...calm, identifiers: 'plain' }), sessionTraits, 200);
    for (const trait of ['single', 'vod', 'failover', 'upload-lost', 'string-room', 'no-files']) {
      expect(reached.has(trait), trait).toBe(false);
    }
  });

  it('shrink to one user who publishes for a second in room 1', () => {
    const { events, tasks } = shrunk(sessions(), () => true);
    expect(events.map(({ at, kind, room, user }) => [at, kind, room, user])).toEqual([
      [0, 'join', 1, 'user1'],
      [0, 'publish', 1, 'user1'],
      [0, 'publish', 1, 'user1'],
      [1000, 'leave', 1, 'user1'],
    ]);
    expect(tasks).toMatchObject([{ stop: undefined, failovers: [], params: { mode: 'single' } }]);
  });
});
