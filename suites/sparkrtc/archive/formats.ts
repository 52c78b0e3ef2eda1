import { ruleOfFormat } from '#contracts/sparkrtc/index.ts';
import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import type { ArchiveIndex } from './index-archive.ts';
import { findKeys } from './key-findings.ts';
import { mayStillRun } from './lengths.ts';
import { pairTrack } from './stream-track.ts';
import { streamsOf } from './streams.ts';

/** Recordings of a format that the rule does not have, and streams that lack one that it has. */
export function findOtherFormats(facts: ArchiveFacts, index: ArchiveIndex): readonly Finding[] {
  const { rule } = index.declared;
  const spare = findKeys(facts, index, 'other-format', ({ format }) => ({
    code: 'format-not-in-rule',
    expected: `no ${format}: the rule does not record it`,
    actual: `a recording in ${format}`,
  }));
  const findings = new FindingList();
  const streams = streamsOf(index);
  const there = new Set(streams.map(({ streamName, format }) => `${format} ${streamName}`));
  for (const stream of streams) {
    const { streamName, format, files } = stream;
    const other = format === 'HLS' ? 'MP4' : 'HLS';
    const isThere = there.has(`${other} ${streamName}`);
    const [first] = files;
    const isWanted = rule !== null && ruleOfFormat(rule, other) !== undefined;
    if (first !== undefined && isWanted && !isThere && !mayStillRun(files, index)) {
      findings.add(() => ({
        at: first.key,
        code: 'format-missing',
        expected: `the stream in ${other}, too, as the rule says`,
        actual: `${String(files.length)} files in ${format} and none in ${other}`,
        ...pairTrack({ streamName, format: other, files: [] }, stream),
      }));
    }
  }
  return [...spare, ...findings.list()];
}
