import type { Reason } from './reason.ts';

/** Why survivors in `media/` are left alive; the first that fits explains one. */
export const mediaReasons: readonly Reason[] = [
  {
    file: 'media/fault-log.ts',
    was: 'faults.at(-1)?.offset',
    reason: 'For the compiler: where some faults are only counted, others are listed.',
  },
  {
    file: 'media/inspection.ts',
    was: "'foreign'",
    reason: 'Equal: of a foreign file nothing more is looked at, wherever the next window begins.',
  },
  {
    file: 'media/inspection.ts',
    was: "case 'start'",
    reason: 'Equal: the walk waits for the same bytes as the first look does.',
  },
  {
    file: 'media/recognition.ts',
    was: 'window.end > 0',
    reason: 'Equal: an empty file is told to be empty, whatever was found before.',
  },
  {
    file: 'media/mp3/stream.ts',
    was: '=== undefined',
    reason: 'For the compiler: both headers were decoded when their frames were accepted.',
  },
  {
    file: 'media/mp3/stream.ts',
    was: '{ return; }',
    reason: 'For the compiler: both headers were decoded when their frames were accepted.',
  },
  {
    file: 'media/mp3/stream.ts',
    was: 'false',
    reason: 'Equal: the layer is set before the first frame is looked at.',
  },
  {
    file: 'media/mp3/frame-checks.ts',
    was: 'mainDataBegin: 0',
    reason: 'Equal: every field is filled before it is read.',
  },
  {
    file: 'media/mp3/frame-checks.ts',
    was: 'false',
    reason: 'Equal: every field is filled before it is read.',
  },
  {
    file: 'media/mp3/frame-finder.ts',
    was: '{ return undefined; }',
    reason: 'Equal but for speed: a chain of frames is asked for afterwards anyway.',
  },
  {
    file: 'media/mp3/tags.ts',
    was: 'isTagInitial(',
    reason: 'Equal but for speed: whoever is no first letter of a mark has no mark.',
  },
  {
    file: 'media/mp3/tags.ts',
    was: '{ return false; }',
    reason: 'Equal but for speed: whoever is no first letter of a mark has no mark.',
  },
  {
    file: 'media/mp3/walker.ts',
    was: "'over'",
    reason: 'Equal: when the walk is over nothing more is looked at, wherever it is said to stand.',
  },
  {
    file: 'media/mp3/write-frame.ts',
    was: 'false',
    reason: 'Equal: padding changes no layout of side info.',
  },
  {
    file: 'media/mp3/write-info-frame.ts',
    was: 'No frame at',
    reason: 'A guard against faults of our own: every sample rate has a bitrate with room for it.',
  },
  {
    file: 'media/mp3/zero-runs.ts',
    was: '>= zeroRunBytesMin',
    reason: 'Equal but for memory: a run that is too short is never taken.',
  },
  {
    file: 'media/mp3/zero-runs.ts',
    mutator: 'ArrayDeclaration',
    reason: 'Equal: what is no run overlaps nothing.',
  },
  {
    file: 'media/mp3/zero-runs.ts',
    was: '{ return undefined; }',
    reason: 'Equal but for speed: among no runs none is found.',
  },
];
