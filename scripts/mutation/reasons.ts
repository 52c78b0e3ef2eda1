import type { Survivor } from './summary.ts';

/** Why survivors of one kind are left alive. */
interface Reason {
  /** The file, or the folder with its slash. */
  readonly file: string;
  readonly mutator?: string;
  /** Part of what stands there. */
  readonly was?: string;
  readonly becomes?: string;
  /** One sentence. */
  readonly reason: string;
}

/** The first that fits a survivor explains it. */
const reasons: readonly Reason[] = [
  {
    file: 'contracts/json-body.ts',
    reason:
      'Nothing else than the named error is ever thrown there: the guard lets a fault of our own through instead of calling it the sender’s.',
  },
  {
    file: 'contracts/calendar-time.ts',
    mutator: 'Regex',
    reason: 'What was read is written again and compared: a looser form is refused there.',
  },
  {
    file: 'contracts/dialect-names.ts',
    reason:
      'Equal: where there is a second name there is a first; a column too many is never read.',
  },
  {
    file: 'contracts/json-fields.ts',
    was: 'this.#value',
    reason: 'Equal: `has` has just said that the object is there.',
  },
  {
    file: 'contracts/json-fields.ts',
    was: 'natural !== undefined',
    reason: 'Equal: undefined is not at most anything; the comparison is for the compiler.',
  },
  {
    file: 'contracts/json-spelling.ts',
    was: "'none'",
    reason: 'Equal: `none` is whatever is not one of the other spellings.',
  },
  {
    file: 'contracts/json.ts',
    was: "'null'",
    reason: 'For the compiler: a JSON value always has a text.',
  },
  {
    file: 'contracts/gme/parse-object-key.ts',
    mutator: 'StringLiteral',
    was: "''",
    reason: 'Defaults for the compiler: where the form does not match they are never looked at.',
  },
  {
    file: 'contracts/gme/parse-object-key.ts',
    was: 'at >= 0',
    reason: 'Equal: the search begins at 1.',
  },
  {
    file: 'contracts/gme/recording-rules.ts',
    reason:
      'Equal: one stream has no two files that begin at once, and the mixed stream’s files are closed before or after a user’s alike.',
  },
  {
    file: 'contracts/gme/room-recorder.ts',
    reason:
      'Equal: files are opened and closed only while a task runs; what was never opened leaves no file, guarded or not.',
  },
  {
    file: 'harness/state/compare.ts',
    was: "'$'",
    reason: 'Equal: without a mask nobody looks the path up.',
  },
  {
    file: 'harness/state/compare.ts',
    was: '!== undefined',
    reason: 'For the compiler: a list of one has a first item.',
  },
  {
    file: 'harness/state/compare.ts',
    was: "''",
    reason:
      'Equal: only whether two masked texts are the same is asked, and symbols cannot run together.',
  },
  {
    file: 'harness/state/recording-view.ts',
    was: "''",
    reason: 'For the compiler: every step of a path is one of the three forms.',
  },
  {
    file: 'harness/state/row-numbers.ts',
    mutator: 'ArrayDeclaration',
    reason: 'For the compiler: there is always a first state.',
  },
  {
    file: 'harness/state/volatility.ts',
    mutator: 'ArrayDeclaration',
    reason: 'For the compiler: there is always a first baseline.',
  },
  {
    file: 'harness/state/volatility.ts',
    was: "'null'",
    reason:
      'Equal: a masked null still reads null, so baselines that differ in it are unstable either way.',
  },
  {
    file: 'harness/state/volatility.ts',
    mutator: 'Regex',
    reason: 'Equal: inside a JSON text a quote is escaped, so the first bare one ends it.',
  },
  {
    file: 'harness/state/volatility.ts',
    reason:
      'Equal but for time: the loop reads the leaves again until nothing is new, at most six times.',
  },
  {
    file: 'harness/state/time-like.ts',
    mutator: 'EqualityOperator',
    reason: 'Equal: times in minutes never lie exactly on a border that has milliseconds.',
  },
  {
    file: 'harness/state/time-like.ts',
    mutator: 'Regex',
    reason:
      'Equal but for speed: Date.parse, which has the last word, refuses what is too long or framed.',
  },
  {
    file: 'harness/state/symbolic.ts',
    mutator: 'EqualityOperator',
    reason: 'Equal: 2^53 - 1 reads the same as digits and as a whole number.',
  },
  {
    file: 'harness/state/symbolic.ts',
    mutator: 'ArrayDeclaration',
    reason: 'No JSON leaf is the text that Stryker puts there, so nothing is ever renamed by it.',
  },
  {
    file: 'harness/judge.ts',
    reason: 'For the compiler: the verdicts are all listed above it.',
  },
  {
    file: 'harness/observation.ts',
    reason: 'The tests of the oracles read this text; this scope does not run them.',
  },
  {
    file: 'contracts/rule-block.ts',
    mutator: 'ArrayDeclaration',
    reason: 'Equal: no field of a rule is named as the text that Stryker puts there.',
  },
  {
    file: 'contracts/rule-block.ts',
    was: 'toLowerCase',
    reason: 'Equal: both names are folded alike before they are compared.',
  },
  {
    file: 'harness/secret-pattern.ts',
    was: 'return null',
    reason: 'Equal: so short a secret has no half, and the whole of it is blotted out before.',
  },
  {
    file: 'harness/secret-pattern.ts',
    was: "''",
    reason: 'Equal: with its last character a secret is whole, and blotted out before.',
  },
  {
    file: 'harness/secret-pattern.ts',
    was: "'u'",
    reason: 'Equal: the pattern spells whole characters, which are found in either mode.',
  },
  {
    file: 'harness/redact.ts',
    was: "'…'",
    reason: 'Equal but for time: the pattern of a half asks for the same sign at the end.',
  },
  {
    file: 'harness/redact.ts',
    was: '[]',
    reason: 'Equal: no letter of the text that Stryker puts there is a header with a secret.',
  },
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
  {
    file: 'suites/gme/kit.ts',
    mutator: 'BlockStatement',
    reason: 'Guards against faults of our own: nothing that the suites build comes this way.',
  },
  {
    file: 'suites/gme/preflight.ts',
    mutator: 'BlockStatement',
    reason: 'Guards against faults of our own: nothing that the suites build comes this way.',
  },
  {
    file: 'suites/gme/request.ts',
    mutator: 'BlockStatement',
    reason: 'Guards against faults of our own: nothing that the suites build comes this way.',
  },
  {
    file: 'suites/kit/teller.ts',
    mutator: 'BlockStatement',
    reason: 'Guards against faults of our own: nothing that the suites build comes this way.',
  },
  {
    file: 'suites/kit/forgeries.ts',
    mutator: 'BlockStatement',
    reason: 'Guards against faults of our own: nothing that the suites build comes this way.',
  },
  {
    file: 'suites/gme/signature.ts',
    reason:
      'Shows in the hexadecimal readings alone, which registry.test.ts tries; it is too slow to be run once a mutant.',
  },
  {
    file: 'suites/gme/archive/declared.ts',
    reason: 'Equal: null and undefined both say that nothing speaks against it.',
  },
  {
    file: 'suites/gme/archive/',
    mutator: 'ArrayDeclaration',
    reason: 'Equal: a text in the place of no segments has no times to be judged by.',
  },
];

/** Why a survivor is left alive; undefined where nobody has looked at it yet. */
export function reasonFor(survivor: Survivor): string | undefined {
  return reasons.find(
    ({ file, mutator, was, becomes }) =>
      (file.endsWith('/') ? survivor.file.startsWith(file) : survivor.file === file) &&
      (mutator === undefined || survivor.mutator === mutator) &&
      (was === undefined || survivor.was.includes(was)) &&
      (becomes === undefined || survivor.becomes.includes(becomes)),
  )?.reason;
}
