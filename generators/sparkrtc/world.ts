import { encodeCallback } from '#contracts/sparkrtc/callback.ts';
import { resolveReading } from '#contracts/sparkrtc/dialects.ts';
import type { RecordingRule } from '#contracts/sparkrtc/recording-rule.ts';
import {
  authenticationHeaders,
  formatTimestamp,
  signatureHeaders,
  type SparkNonce,
} from '#contracts/sparkrtc/signature.ts';
import { freshDigits } from '../fresh.ts';
import type { World, WorldMaker, WorldSettings } from '../world.ts';
import { archiveOf, sampleArchive, type ArchiveSettings, type SparkArchive } from './archive.ts';
import { embeddedRule, embeddedSession } from './embedded-session.ts';

/** The worlds of SparkRTC: an archive with its session and the callbacks that tell of it, under the declared rule. */
export const sparkWorlds: WorldMaker = {
  signatureHeader: signatureHeaders.signature,
  sample: (seed, settings) => worldOf(sampleArchive(seed, archiveSettings(settings))),
  embedded: (settings) => worldOf(archiveOf(embeddedSession, archiveSettings(settings))),
};

function archiveSettings({ appId, scope, dialects, rule }: WorldSettings): ArchiveSettings {
  return {
    appId,
    scope,
    reading: resolveReading(dialects),
    rule: isRecordingRule(rule) ? rule : embeddedRule,
  };
}

/** Whether a value is what reading a rule file gave. */
function isRecordingRule(rule: unknown): rule is RecordingRule {
  return typeof rule === 'object' && rule !== null && 'storagePath' in rule && 'region' in rule;
}

function worldOf(archive: SparkArchive): World {
  const { reading, session, callbacks, objects, prediction } = archive;
  return {
    session,
    callbacks: callbacks.map(({ callback, occurredAtSeconds, recording }, index) => {
      const body = encodeCallback(callback);
      const occurredAtMs = occurredAtSeconds * 1000;
      const nonce: SparkNonce = {
        rand: freshDigits(`rand ${String(index)} ${String(occurredAtMs)}`, 10),
        timestamp: formatTimestamp(occurredAtMs, reading),
      };
      return {
        occurredAtMs,
        file: recording?.objectKey ?? null,
        body,
        headers: (secretKey) => authenticationHeaders(body, secretKey ?? '', nonce),
      };
    }),
    objects: objects.map(({ key, chunks, storedAtMs }) => ({
      key,
      chunks,
      uploadedAtMs: storedAtMs,
    })),
    taskCount: prediction.jobs.length,
  };
}
