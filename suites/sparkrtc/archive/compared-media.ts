import { parseObjectKey, readStreamName } from '#contracts/sparkrtc/index.ts';
import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { ComparedRecording } from '../../archive/same-bytes.ts';
import type { Declared } from './declared.ts';
import { mediaOf } from './index-archive.ts';

/**
 * Media files with the kind of files with which they are compared. A user's stream may equal the mix of a room in which
 * nobody else is seen or heard, so those are not compared; and playlists may have the same text.
 */
export function* comparedMediaOf(
  facts: ArchiveFacts,
  { appId, layout, reading }: Declared,
): Generator<ComparedRecording> {
  for (const { object, promised } of mediaOf(facts)) {
    if (promised === 'm3u8') {
      continue;
    }
    const name = parseObjectKey(object.key, appId, layout, reading);
    const streamName = name.kind === 'foreign' ? undefined : name.streamName;
    const streams = streamName === undefined ? [] : readStreamName(streamName, { appId });
    const isMixed = streams.some(({ kind }) => kind === 'mixed');
    yield { object, kind: `${promised} ${isMixed ? 'mixed' : 'single'}` };
  }
}
