import { type FaultKind, invalid, suspicious } from '../fault-kind.ts';

const format = (section: string): string => `ISO/IEC 14496-12 ${section}`;

/** Faults of MP4 files. */
export const mp4Faults = {
  'no-boxes': invalid('The file does not begin with a box.', format('4.2')),
  'truncated-box': invalid(
    'A box needs more bytes than are left: the file was cut.',
    format('4.2'),
  ),
  'malformed-box': invalid('A box has an impossible size or content.', format('4.2')),
  'junk-behind-boxes': suspicious(
    'Bytes that are no box stand behind the last one.',
    format('4.2'),
  ),
  'unknown-box': suspicious('A box of a kind that MP4 does not have lies among the others.'),
  'ftyp-missing': suspicious('The file does not begin with its type.', format('4.3')),
  'moov-missing': invalid(
    'The tables without which nothing can be played are missing: the recorder never finished.',
    format('8.2.1'),
  ),
  'moov-repeated': invalid('There is more than one box of tables.', format('8.2.1')),
  'moov-too-large': suspicious('The tables are larger than 64 MiB and were not read.'),
  'too-many-boxes': suspicious('There are more boxes than are looked at.'),
  'no-tracks': invalid('No track holds a sample.', format('8.3.1')),
  'track-empty': suspicious('A track holds no sample.', format('8.3.1')),
  'table-missing': invalid('A track lacks a box that it must have.', format('8.5.1')),
  'sample-table-mismatch': invalid('The tables of a track disagree.', format('8.6.1')),
  'chunk-outside-media': invalid(
    'Samples lie outside of the media data, or behind the end of the file.',
    format('8.7.5'),
  ),
  'chunks-overlap': invalid('Two chunks claim the same bytes.', format('8.7.5')),
  'duration-mismatch': invalid(
    'A header announces another duration than the samples have.',
    format('8.4.2'),
  ),
  'fragment-out-of-order': invalid(
    'Fragments are missing, repeated or out of order.',
    format('8.8.5'),
  ),
  'fragment-gap': suspicious(
    'A fragment leaves a hole in the time of its track.',
    format('8.8.12'),
  ),
  'fragment-overlap': invalid('A fragment begins before the one before it ends.', format('8.8.12')),
  'fragment-outside-media': invalid(
    'The samples of a fragment are not in the media data behind it.',
    format('8.8.8'),
  ),
  'zeros-in-media': invalid('Compressed media hold thousands of zeros that no encoder writes.'),
} as const satisfies Record<string, FaultKind>;
