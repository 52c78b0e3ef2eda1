import { isIdentifier, readStreamName, type SparkStream } from '#contracts/sparkrtc/index.ts';
import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import type { ArchiveIndex } from './index-archive.ts';

/** Names of streams that none of the documented forms makes, or none of permitted room and user IDs. */
export function findUnknownStreams({ files, declared }: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { key, streamName } of files) {
    if (streamName === undefined) {
      continue;
    }
    const streams = readStreamName(streamName, { appId: declared.appId });
    if (streams.length === 0) {
      findings.add({
        at: key,
        code: 'unknown-stream-name',
        expected: `${declared.appId}_roomid_userid_av_m (or _v_a), s_jobid_roomid_userid or m_jobid_roomid`,
        actual: streamName,
      });
    } else if (!streams.some(hasPermittedIds)) {
      findings.add({
        at: key,
        code: 'identifier-not-permitted',
        expected: 'room and user IDs of at most 64 letters, digits, underscores and hyphens',
        actual: streamName,
      });
    }
  }
  return findings.list();
}

function hasPermittedIds(stream: SparkStream): boolean {
  return isIdentifier(stream.roomId) && (stream.kind === 'mixed' || isIdentifier(stream.userId));
}

/** Recordings of the kind of streams that the declared scope leaves out; names that may be of either kind are passed. */
export function findOutOfScope(
  { scope }: Pick<ArchiveFacts, 'scope'>,
  { files, declared }: ArchiveIndex,
): readonly Finding[] {
  const findings = new FindingList();
  for (const { key, streamName } of scope === 'both' ? [] : files) {
    const streams =
      streamName === undefined ? [] : readStreamName(streamName, { appId: declared.appId });
    const isMixed = (stream: SparkStream): boolean => stream.kind === 'mixed';
    const isOther = scope === 'single' ? streams.every(isMixed) : !streams.some(isMixed);
    if (streams.length > 0 && isOther) {
      findings.add({
        at: key,
        code: 'outside-scope',
        expected: `recordings of ${scope} streams only, as the scope is declared`,
        actual: `a recording of a ${scope === 'single' ? 'mixed' : 'single'} stream`,
      });
    }
  }
  return findings.list();
}

/**
 * Whether all files under this name are surely of one stream: names of the API hold the id of a job, automatic ones only
 * room and user, between which underscores leave several readings.
 */
export function isOneStream(streamName: string, appId: string): boolean {
  return isOneJob(streamName, appId) || readStreamName(streamName, { appId }).length === 1;
}

/** Whether all files under this name are of one job, which ends when its user leaves. */
export function isOneJob(streamName: string, appId: string): boolean {
  const streams = readStreamName(streamName, { appId });
  return streams.length > 0 && streams.every(({ kind }) => kind !== 'automatic');
}

/** Whether this name can only be that of a screen, which is recorded without sound. */
export function isScreen(streamName: string, appId: string): boolean {
  const streams = readStreamName(streamName, { appId });
  return (
    streams.length > 0 &&
    streams.every((stream) => stream.kind === 'automatic' && stream.media === 'screen')
  );
}
