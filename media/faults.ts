import { type FaultKind, invalid, suspicious } from './fault-kind.ts';
import { hlsFaults } from './hls/faults.ts';
import { mp3Faults } from './mp3/faults.ts';
import { mp4Faults } from './mp4/faults.ts';
import { tsFaults } from './ts/faults.ts';

export type { FaultKind } from './fault-kind.ts';

/** Faults that files of several formats can have. */
const commonFaults = {
  'empty-file': invalid('The file has no bytes at all.'),
  'all-zeros': invalid('Every byte of the file is zero: space was reserved but never written.'),
  'foreign-format': invalid('The bytes are those of another format than the promised one.'),
  'text-recoded': invalid('The bytes went through a text conversion to UTF-8 and are destroyed.'),
  'truncated-frame': invalid('The last frame needs more bytes than are left: the file was cut.'),
  'damaged-header': invalid('Where a frame header belongs there is none, or a wrong one.'),
  'sample-rate-switch': invalid('The sample rate changes inside the file.'),
  'channel-switch': invalid('The audio changes between mono and stereo inside the file.'),
  'more-faults': suspicious('More faults of the listed codes were found than are listed.'),
} as const satisfies Record<string, FaultKind>;

/** The faults by what they are about, in the order of the documents. */
export const faultFamilies = [
  { title: 'Any file', kinds: commonFaults },
  { title: 'MP3', kinds: mp3Faults },
  { title: 'HLS playlists', kinds: hlsFaults },
  { title: 'MPEG-TS', kinds: tsFaults },
  { title: 'MP4', kinds: mp4Faults },
] as const;

/**
 * Every fault that the inspector can report, by stable kebab-case code.
 * `invalid`: damaged, truncated, foreign or switching its format. `suspicious`: whole media in odd surroundings.
 */
export const faultKinds = {
  ...commonFaults,
  ...mp3Faults,
  ...hlsFaults,
  ...tsFaults,
  ...mp4Faults,
} as const;

/** Stable kebab-case code of a fault. */
export type FaultCode = keyof typeof faultKinds;
