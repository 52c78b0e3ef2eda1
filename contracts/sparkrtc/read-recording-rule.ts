import { isJsonObject, type Json } from '../json.ts';
import { describeJson } from '../json-body.ts';
import { RuleBlock, violationText, type RuleViolation } from '../rule-block.ts';
import { recordFormats, type RecordFormat } from './callback-fields.ts';
import { readHlsRule, readMp4Rule } from './read-format-rule.ts';
import type { RecordingRule } from './recording-rule.ts';

export { violationText, type RuleViolation };

/** A rule with advice on it, or what is wrong with the configuration (and the same advice). */
export type ReadRule =
  | { readonly ok: true; readonly rule: RecordingRule; readonly advice: readonly RuleViolation[] }
  | { readonly ok: false; readonly violations: readonly RuleViolation[] };

/** The one region in which recordings can be stored. Clause `region`. */
export const recordingRegion = 'cn-north-4';

/** What the API adds to a rule when it lists or returns one. */
const answeredFields = ['rule_id', 'app_id', 'create_time', 'update_time'];

/**
 * Reads a recording rule as the API takes it, or as it returns it: the rule itself, or a list `rules` of one. Lists
 * every violation, not only the first. A block of a format that is not recorded is looked at, too.
 * Clauses `ruleShape`, `oneRulePerApplication`, `region`, `hlsLength`, `mp4Length`, `pause*`, `nameVariables`.
 */
export function readRecordingRule(json: Json): ReadRule {
  const violations: RuleViolation[] = [];
  const root = rootOf(json, violations);
  const rule = root === undefined ? undefined : readRule(root);
  return rule === undefined || violations.some(({ severity }) => severity === 'error')
    ? { ok: false, violations }
    : { ok: true, rule, advice: violations };
}

function rootOf(json: Json, violations: RuleViolation[]): RuleBlock | undefined {
  if (!isJsonObject(json)) {
    violations.push({
      path: '$',
      severity: 'error',
      problem: `The rule is ${describeJson(json)}.`,
      remedy: 'Write one object with obs_addr, record_formats and a block for each format.',
    });
    return undefined;
  }
  const list = Object.hasOwn(json, 'rules') ? json['rules'] : undefined;
  if (!Array.isArray(list)) {
    return new RuleBlock('$', json, violations);
  }
  const rules = list as readonly Json[];
  const [only] = rules;
  if (rules.length !== 1 || !isJsonObject(only)) {
    violations.push({
      path: '$.rules',
      severity: 'error',
      problem: `There are ${String(rules.length)} rules, and an application has one.`,
      remedy: 'Keep the rule that is in force.',
    });
    return undefined;
  }
  return new RuleBlock('$.rules[0]', only, violations);
}

function readRule(root: RuleBlock): RecordingRule {
  const place = readPlace(root);
  const formats = readFormats(root);
  const hls = root.block('hls_config');
  const mp4 = root.block('mp4_config');
  const rule = {
    ...place,
    hls: hls === undefined ? undefined : readHlsRule(hls),
    mp4: mp4 === undefined ? undefined : readMp4Rule(mp4),
  };
  requireBlocks(root, formats);
  root.reportUnknown(answeredFields);
  return {
    ...rule,
    hls: formats.includes('HLS') ? rule.hls : undefined,
    mp4: formats.includes('MP4') ? rule.mp4 : undefined,
  };
}

function requireBlocks(root: RuleBlock, formats: readonly RecordFormat[]): void {
  for (const format of recordFormats) {
    const name = `${format.toLowerCase()}_config`;
    const isThere = root.take(name) !== undefined;
    if (formats.includes(format) && !isThere) {
      root.error(
        name,
        `${format} is recorded, but its block is missing.`,
        `Add ${name} with at least record_cycle, or take ${format} out of record_formats.`,
      );
    }
    if (formats.length > 0 && !formats.includes(format) && isThere) {
      root.advise(
        name,
        `${format} is not among record_formats, so the block does nothing.`,
        `Remove it, or add ${format} to record_formats.`,
      );
    }
  }
}

function readFormats(root: RuleBlock): readonly RecordFormat[] {
  const name = 'record_formats';
  const value = root.take(name);
  const remedy = 'Write ["HLS"], ["MP4"] or ["HLS", "MP4"].';
  if (value === undefined || !Array.isArray(value) || value.length === 0) {
    const problem = value === undefined ? 'It is missing.' : 'It is no list of formats.';
    root.error(name, problem, remedy);
    return [];
  }
  const items = value as readonly Json[];
  items.forEach((item, index) => {
    if (!recordFormats.some((format) => format === item)) {
      const meant = recordFormats.find(
        (format) => typeof item === 'string' && format === item.toUpperCase(),
      );
      root.error(
        `${name}[${String(index)}]`,
        `There is no format ${typeof item === 'string' ? JSON.stringify(item) : describeJson(item)}.`,
        meant === undefined ? remedy : `Write ${meant} in upper case.`,
      );
    } else if (items.indexOf(item) < index) {
      root.error(`${name}[${String(index)}]`, 'The format is named twice.', 'Name it once.');
    }
  });
  return recordFormats.filter((format) => items.includes(format));
}

function readPlace(
  root: RuleBlock,
): Pick<RecordingRule, 'region' | 'projectId' | 'bucket' | 'storagePath'> {
  const address = root.block('obs_addr');
  if (address === undefined) {
    if (root.take('obs_addr') === undefined) {
      root.error(
        'obs_addr',
        'It is missing.',
        'Say where recordings are stored: location, project_id and bucket.',
      );
    }
    return { region: '', projectId: '', bucket: '', storagePath: '' };
  }
  const place = {
    region: readRegion(address),
    projectId: address.requiredText(
      'project_id',
      'Write the id of the region’s project, from My Credentials.',
    ),
    bucket: readBucket(address),
    storagePath: readStoragePath(address),
  };
  address.reportUnknown();
  return place;
}

function readRegion(address: RuleBlock): string {
  const remedy = `Write ${recordingRegion}: recordings can be stored in CN North-Beijing4 alone.`;
  const region = address.requiredText('location', remedy);
  if (region !== '' && region !== recordingRegion) {
    address.error('location', `Recordings cannot be stored in ${region}.`, remedy);
  }
  return region;
}

/** Names as OBS allows them. */
function readBucket(address: RuleBlock): string {
  const remedy =
    'Write the bucket’s name: 3 to 63 lower-case letters, digits, hyphens and single dots, and no URL.';
  const bucket = address.requiredText('bucket', remedy);
  const isName =
    /^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/u.test(bucket) &&
    !/\.\.|\.-|-\./u.test(bucket) &&
    !/^\d+\.\d+\.\d+\.\d+$/u.test(bucket);
  if (bucket !== '' && !isName) {
    address.error('bucket', `${JSON.stringify(bucket)} is no name of a bucket.`, remedy);
  }
  return bucket;
}

function readStoragePath(address: RuleBlock): string {
  const path = address.text('object') ?? '';
  const trimmed = path.replace(/^\/+/u, '').replace(/\/+$/u, '');
  if (trimmed !== path || path.includes('//')) {
    address.advise(
      'object',
      'A slash at an end of the path, or two in a row, may make folders without a name.',
      `Write ${JSON.stringify(trimmed.replaceAll(/\/+/gu, '/'))}.`,
    );
  }
  if (/[{}]/u.test(path)) {
    address.advise(
      'object',
      'The storage path has braces, but variables are known in record_prefix alone.',
      'Move the variables into record_prefix.',
    );
  }
  return trimmed;
}
