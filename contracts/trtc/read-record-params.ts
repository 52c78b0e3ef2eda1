import { describeJson } from '../json-body.ts';
import { isJsonObject, type Json } from '../json.ts';
import { RuleBlock, type RuleViolation } from '../rule-block.ts';
import { limits } from './limits.ts';
import { defaultRecordParams, type RecordParams } from './record-params.ts';

/** The parameters of a task with advice on them, or what is wrong with them (and the same advice). */
export type ReadRecordParams =
  | {
      readonly ok: true;
      readonly params: RecordParams;
      readonly advice: readonly RuleViolation[];
    }
  | { readonly ok: false; readonly violations: readonly RuleViolation[] };

/**
 * Reads what a start request asks for: the body of `CreateCloudRecording`, of which `RecordParams` and `StorageParams`
 * are looked at, or `RecordParams` alone. Lists every violation, not only the first.
 * Clauses `recordingModes`, `maxIdleTime`, `mp4Segmentation`, `vodExclusive`, `nameFolders`.
 */
export function readRecordParams(json: Json): ReadRecordParams {
  const violations: RuleViolation[] = [];
  const params = isJsonObject(json) ? readRequest(json, violations) : undefined;
  if (params === undefined) {
    violations.push({
      path: '$',
      severity: 'error',
      problem: `The parameters are ${describeJson(json)}.`,
      remedy: 'Write RecordParams as one object, or the whole start request.',
    });
  }
  return params === undefined || violations.some(({ severity }) => severity === 'error')
    ? { ok: false, violations }
    : { ok: true, params, advice: violations };
}

function readRequest(
  json: Readonly<Record<string, Json>>,
  violations: RuleViolation[],
): RecordParams {
  const root = new RuleBlock('$', json, violations);
  if (!Object.hasOwn(json, 'RecordParams')) {
    return readParams(root);
  }
  const block = root.block('RecordParams') ?? new RuleBlock('$.RecordParams', {}, violations);
  return { ...readParams(block), ...readStorage(root) };
}

function readParams(block: RuleBlock): RecordParams {
  const mode = choice(block, 'RecordMode', { 1: 'single', 2: 'mixed' } as const, undefined);
  const params: RecordParams = {
    ...defaultRecordParams,
    mode: mode ?? 'single',
    idleMs: scaled(range(block, 'MaxIdleTime', limits.idleSecondsMin, limits.idleSecondsMax), 1000),
    tracks: choice(block, 'StreamType', { 0: 'both', 1: 'audio', 2: 'video' } as const, 'both'),
    mp4: choice(block, 'OutputFormat', { 0: false, 1: true } as const, false),
    media: choice(block, 'MediaId', { 0: 'both', 1: 'main', 2: 'aux' } as const, 'both'),
    mergesTracks: choice(block, 'AvMerge', { 0: false, 1: true } as const, false),
    mp4MsMax:
      scaled(range(block, 'MaxMediaFileDuration', 1, 1440), 60_000) ?? defaultRecordParams.mp4MsMax,
  };
  if (params.mode === 'mixed' && params.mergesTracks) {
    block.advise('AvMerge', 'A mixed stream has both tracks anyway.', 'Remove it.');
  }
  block.reportUnknown(['FillType', 'SubscribeAbility', 'SubscribeStreamUserIds']);
  return params;
}

/** Where the files go; COS without a prefix where nothing is said. */
function readStorage(root: RuleBlock): Pick<RecordParams, 'storage' | 'prefix'> {
  const storage = root.block('StorageParams');
  const cos = storage?.block('CloudStorage');
  const vod = storage?.block('CloudVod');
  if (cos !== undefined && vod !== undefined) {
    root.error('StorageParams', 'It names COS and VOD.', 'Keep one of the two.');
  }
  return {
    storage: vod === undefined ? 'cos' : 'vod',
    prefix: cos === undefined ? [] : readPrefix(cos),
  };
}

function readPrefix(cos: RuleBlock): readonly string[] {
  const value = cos.take('FileNamePrefix') ?? [];
  const folders: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : [value];
  const named = folders.filter((folder) => typeof folder === 'string');
  if (named.length < folders.length || !named.every((folder) => /^[\w-]+$/u.test(folder))) {
    cos.error(
      'FileNamePrefix',
      `It is ${describeJson(value)}.`,
      'Write a list of folders of letters, digits, _ and -.',
    );
    return [];
  }
  return named;
}

/** A number that stands for a value; `fallback` where there is none, and an error where that is undefined, too. */
function choice<T>(
  block: RuleBlock,
  name: string,
  values: Readonly<Record<number, T>>,
  fallback: T,
): T {
  const number = block.integer(name);
  const chosen = number === undefined ? fallback : values[number];
  if (chosen === undefined && !Number.isNaN(number)) {
    const known = Object.keys(values).join(' or ');
    const found = number === undefined ? 'missing' : String(number);
    block.error(name, `It is ${found}.`, `Write ${known}; Soundcheck judges no other.`);
  }
  return chosen ?? fallback;
}

function range(block: RuleBlock, name: string, min: number, max: number): number | undefined {
  const number = block.integer(name);
  if (number !== undefined && (number < min || number > max)) {
    block.error(name, `It is ${number}.`, `Write ${min} to ${max}.`);
  }
  return number;
}

function scaled(value: number | undefined, factor: number): number | undefined {
  return value === undefined ? undefined : value * factor;
}
