import { encodeCallback } from '#contracts/trtc/callback.ts';
import { resolveReading } from '#contracts/trtc/dialects.ts';
import type { RecordParams, TrtcSession } from '#contracts/trtc/recording-rules.ts';
import { sdkAppIdName, signatureName, signCallback } from '#contracts/trtc/signature.ts';
import type { World, WorldMaker, WorldSettings } from '../world.ts';
import { archiveOf, sampleArchive, type TrtcArchive } from './archive.ts';
import { embeddedSession } from './embedded-session.ts';

/** The worlds of TRTC: an archive with its session and the callbacks that tell of it. */
export const trtcWorlds: WorldMaker = {
  signatureHeader: signatureName,
  sample: (seed, settings) => {
    const modes = modesOf(settings);
    return worldOf(sampleArchive(seed, { ...archiveSettings(settings), modes }));
  },
  embedded: (settings) =>
    worldOf(archiveOf(inScope(embeddedSession, settings), archiveSettings(settings))),
};

function archiveSettings({
  appId,
  dialects,
}: WorldSettings): Pick<TrtcArchive, 'sdkAppId' | 'reading'> {
  return { sdkAppId: Number(appId), reading: resolveReading(dialects) };
}

function modesOf({ scope }: WorldSettings): readonly RecordParams['mode'][] {
  return scope === 'both' ? ['single', 'mixed'] : [scope];
}

/** The session with those of its tasks that the scope allows. */
function inScope(session: TrtcSession, settings: WorldSettings): TrtcSession {
  const modes = modesOf(settings);
  return { ...session, tasks: session.tasks.filter(({ params }) => modes.includes(params.mode)) };
}

function worldOf(archive: TrtcArchive): World {
  const { sdkAppId, reading, session, callbacks, objects, prediction } = archive;
  return {
    session,
    callbacks: callbacks.map(({ callback, occurredAtMs, objectKeys }) => {
      const body = encodeCallback(callback, reading);
      return {
        occurredAtMs,
        file: objectKeys[0] ?? null,
        body,
        headers: (secretKey) => ({
          ...(secretKey === null ? {} : { [signatureName]: signCallback(body, secretKey) }),
          [sdkAppIdName]: String(sdkAppId),
        }),
      };
    }),
    objects: objects.map(({ key, chunks, storedAtMs }) => ({
      key,
      chunks,
      uploadedAtMs: storedAtMs,
    })),
    taskCount: prediction.tasks.length,
  };
}
