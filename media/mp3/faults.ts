import { type FaultKind, invalid, suspicious } from '../fault-kind.ts';

/** Faults of MPEG audio files. */
export const mp3Faults = {
  'foreign-layer': invalid('The frames are MPEG audio, but of Layer I or II instead of Layer III.'),
  'line-endings-converted': invalid(
    'A text-mode transfer has put a carriage return before every line feed byte.',
  ),
  'no-audio-frames': invalid('No chain of MPEG audio frames was found.'),
  'frame-cut-short': invalid(
    'The next frame begins before this one can have ended: bytes are lost.',
  ),
  'junk-between-frames': invalid('Bytes that belong to no frame and no tag lie inside the audio.'),
  'zeros-between-frames': invalid('A stretch of zero bytes lies where frames should be.'),
  'version-switch': invalid('The MPEG version changes inside the file.'),
  'layer-switch': invalid('The MPEG layer changes inside the file.'),
  'bitrate-mode-switch': invalid('The audio changes between free format and listed bitrates.'),
  'frame-crc-mismatch': invalid('The CRC that protects a frame header and side info is wrong.'),
  'music-crc-mismatch': invalid('The CRC over all audio that the encoder noted is wrong.'),
  'reservoir-overlap': invalid('A frame claims main data that an earlier frame already uses.'),
  'reservoir-overrun': invalid('A frame claims main data from beyond its own end.'),
  'big-values-too-large': invalid('A granule claims more than 288 pairs of big values.'),
  'reserved-block-type': invalid('A granule switches windows to the forbidden block type 0.'),
  'zero-run': invalid('Used main data holds a run of zeros that no encoder writes.'),
  'info-frames-missing': invalid('The file has fewer frames than its Info frame promises.'),
  'info-bytes-missing': invalid('The file has fewer bytes than its Info frame promises.'),
  'info-frames-surplus': suspicious('The file has more frames than its Info frame promises.'),
  'info-bytes-surplus': suspicious('The file has more bytes than its Info frame promises.'),
  'info-frame-unfinished': suspicious(
    'The Info frame counts are zero: the recorder never came to complete them.',
  ),
  'second-info-frame': suspicious(
    'Another Info frame inside the audio: files were joined naively.',
  ),
  'reservoir-missing-at-start': suspicious(
    'The first frame refers to main data before the start of the file: cut out of a longer one.',
  ),
  'junk-before-audio': suspicious('Bytes that belong to no tag lie before the first frame.'),
  'zeros-before-audio': suspicious('Zero bytes lie before the first frame.'),
  'junk-after-audio': suspicious('Bytes that belong to no tag lie after the last frame.'),
  'zeros-after-audio': suspicious('Zero bytes lie after the last frame.'),
  'tag-between-frames': suspicious('A tag lies inside the audio: files were joined naively.'),
  'tag-past-end': suspicious('A tag is longer than the rest of the file.'),
  'malformed-tag': suspicious('A tag header breaks the rules of its own format.'),
  'misplaced-tag': suspicious('A tag that belongs at the end stands before the audio.'),
  'riff-wrapped': suspicious('MP3 frames lie inside a RIFF file instead of standing alone.'),
} as const satisfies Record<string, FaultKind>;
