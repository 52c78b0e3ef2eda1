import { encodeCallback } from '#contracts/gme/callback.ts';
import { limits } from '#contracts/gme/limits.ts';
import { resolveReading } from '#contracts/gme/dialects.ts';
import type { GmeSession } from '#contracts/gme/session.ts';
import { signCallback } from '#contracts/gme/signature.ts';
import type { World, WorldMaker, WorldSettings } from '../world.ts';
import { archiveOf, sampleArchive, type ArchiveSettings, type GmeArchive } from './archive.ts';

/** 2026-01-31 23:30:00 at UTC+8: the session runs over midnight and the month's end. */
const startSeconds = Date.UTC(2026, 0, 31, 15, 30) / 1000;

/** Two rooms, mic off and on, an interruption, a second task, and two hours without a break. */
const embeddedSession: GmeSession = {
  startSeconds,
  events: [
    { at: 0, room: 'lobby', kind: 'enter', user: '10001' },
    { at: 0, room: 'lobby', kind: 'mic-on', user: '10001' },
    { at: 20, room: 'lobby', kind: 'enter', user: '10002' },
    { at: 25, room: 'lobby', kind: 'mic-on', user: '10002' },
    { at: 60, room: 'lobby', kind: 'mic-off', user: '10001' },
    { at: 90, room: 'lobby', kind: 'mic-on', user: '10001' },
    { at: 120, room: 'lobby', kind: 'interrupted' },
    { at: 130, room: 'lobby', kind: 'resumed' },
    { at: 200, room: 'lobby', kind: 'leave', user: '10001' },
    { at: 210, room: 'lobby', kind: 'leave', user: '10002' },
    { at: 300, room: 'guild_7', kind: 'enter', user: '10003' },
    { at: 300, room: 'guild_7', kind: 'mic-on', user: '10003' },
    { at: 400, room: 'lobby', kind: 'enter', user: '10001' },
    { at: 400, room: 'lobby', kind: 'mic-on', user: '10001' },
    { at: 460, room: 'lobby', kind: 'leave', user: '10001' },
    { at: 300 + 2 * 3600 + 95, room: 'guild_7', kind: 'leave', user: '10003' },
  ],
};

/** The worlds of GME: an archive with its session and the callbacks that it predicts. */
export const gmeWorlds: WorldMaker = {
  signatureHeader: 'Signature',
  sample: (seed, settings) => worldOf(sampleArchive(seed, archiveSettings(settings))),
  embedded: (settings) => worldOf(archiveOf(embeddedSession, archiveSettings(settings))),
};

function archiveSettings({ appId, scope, dialects }: WorldSettings): ArchiveSettings {
  return { bizId: Number(appId), scope, reading: resolveReading(dialects) };
}

function worldOf({ session, prediction, objects, reading }: GmeArchive): World {
  return {
    session,
    callbacks: prediction.callbacks.map(({ callback, occurredAtSeconds }) => {
      const body = encodeCallback(callback);
      return {
        occurredAtMs: occurredAtSeconds * 1000,
        file: callback.detail.fileName,
        body,
        headers: (secretKey) =>
          secretKey === null ? {} : { Signature: signCallback(body, secretKey, reading) },
      };
    }),
    objects: objects.map(({ key, bytes, segment }) => ({
      key,
      chunks: () => [bytes()],
      ...(segment === undefined
        ? {}
        : { uploadedAtMs: (segment.endSeconds + limits.uploadSecondsTypical) * 1000 }),
    })),
    taskCount: prediction.tasks.length,
  };
}
