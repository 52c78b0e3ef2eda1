import type { RuleBlock } from '../rule-block.ts';
import type { RecordFormat } from './callback-fields.ts';
import { limits } from './limits.ts';
import { defaultPattern, nameVariables, unknownVariables, variablesOf } from './name-pattern.ts';
import type { HlsRule, Mp4Rule, PauseRule } from './recording-rule.ts';

/** Reads `hls_config`; what is wrong is said and replaced by what nobody will see. */
export function readHlsRule(block: RuleBlock): HlsRule {
  const rule = {
    lengthSeconds: readLength(block, 'HLS'),
    pause: readPause(block, 'HLS'),
    pattern: readPattern(block),
    sliceSeconds: readSlice(block),
  };
  block.reportUnknown();
  return rule;
}

/** Reads `mp4_config` in the same way. */
export function readMp4Rule(block: RuleBlock): Mp4Rule {
  const pause = readPause(block, 'MP4');
  const rule = {
    lengthSeconds: readLength(block, 'MP4'),
    pause: pause === 'same-file' ? ('new-file' as const) : pause,
    pattern: readPattern(block),
  };
  block.reportUnknown();
  return rule;
}

function readLength(block: RuleBlock, format: RecordFormat): number {
  const name = 'record_cycle';
  const [min, max] = [limits.lengthSecondsMin, limits.lengthSecondsMax[format]];
  const range = `${String(min)} to ${String(max)} seconds`;
  const allowed = format === 'HLS' ? `${range}, or 0 for one file of the whole stream` : range;
  const seconds = block.integer(name);
  if (seconds === undefined) {
    block.error(name, 'The recording length is missing.', `Write ${allowed}.`);
    return min;
  }
  if (Number.isNaN(seconds) || (seconds === 0 && format === 'HLS')) {
    return Number.isNaN(seconds) ? min : 0;
  }
  if (seconds < min || seconds > max) {
    const minutes =
      seconds > 0 && seconds < min
        ? ` The unit is seconds: ${String(seconds)} minutes are ${String(seconds * 60)}.`
        : '';
    block.error(
      name,
      `A recording length of ${String(seconds)} seconds is not allowed for ${format}.`,
      `Write ${allowed}.${minutes}`,
    );
    return min;
  }
  return seconds;
}

function readPause(block: RuleBlock, format: RecordFormat): PauseRule {
  const name = 'record_max_duration_to_merge_file';
  const seconds = block.integer(name) ?? 0;
  if (seconds === 0 || Number.isNaN(seconds)) {
    return 'new-file';
  }
  if (seconds === -1 && format === 'HLS') {
    return 'same-file';
  }
  if (seconds < 0 || seconds > limits.pauseSecondsMax) {
    const never = format === 'HLS' ? ', or -1 to go on in the same file for up to 30 days' : '';
    block.error(
      name,
      seconds === -1
        ? 'MP4 files cannot go on after any pause, only HLS ones can.'
        : `A pause of ${String(seconds)} seconds cannot be named.`,
      `Write 0 for a new file after every pause, 1 to ${String(limits.pauseSecondsMax)} seconds${never}.`,
    );
    return 'new-file';
  }
  return { withinSeconds: seconds };
}

function readSlice(block: RuleBlock): number {
  const name = 'record_slice_duration';
  const seconds = block.integer(name) ?? limits.sliceSecondsDefault;
  if (seconds < limits.sliceSecondsMin || seconds > limits.sliceSecondsMax) {
    block.error(
      name,
      `Media segments of ${String(seconds)} seconds are not allowed.`,
      `Write ${String(limits.sliceSecondsMin)} to ${String(limits.sliceSecondsMax)} seconds, or leave it out for ${String(limits.sliceSecondsDefault)}.`,
    );
  }
  return seconds;
}

function readPattern(block: RuleBlock): string {
  const name = 'record_prefix';
  const pattern = block.text(name) ?? defaultPattern;
  if (pattern === '') {
    block.error(name, 'The pattern is empty.', 'Leave it out for the default pattern.');
  }
  for (const unknown of unknownVariables(pattern)) {
    block.error(
      name,
      `The pattern has ${unknown}, which is none of its variables.`,
      `Write ${nameVariables.map((known) => `{${known}}`).join(', ')} or plain text.`,
    );
  }
  const used = variablesOf(pattern);
  if (!used.includes('stream')) {
    block.advise(
      name,
      'Without {stream}, streams of one second get the same name and overwrite each other.',
      'Put {stream} into the pattern.',
    );
  }
  if (!used.includes('file_start_time')) {
    block.advise(
      name,
      'Without {file_start_time}, a stream’s later files overwrite its earlier ones.',
      'Put {file_start_time} into the pattern.',
    );
  }
  if (pattern.startsWith('/') || pattern.endsWith('/') || pattern.includes('//')) {
    block.advise(
      name,
      'A slash at an end of the pattern, or two in a row, make a folder or file without a name.',
      'Write one slash between two names.',
    );
  }
  return pattern;
}
