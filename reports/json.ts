import type { Finding, FindingPlace, FindingTrack, TrackLane } from '#harness/check.ts';
import type {
  CheckResult,
  ClauseReference,
  Counterexample,
  RunResult,
  ShardMark,
  SigningRecipe,
  Stability,
  StoryEvent,
  TimelineStep,
  WaiverMark,
} from '#harness/result.ts';

/**
 * The key order of `report.json`, one record per kind of object: `null` copies the value, a function orders it.
 * The mapped type makes the compiler ask for every key, so nothing that a run says can be left out by mistake.
 */
type Shape<T> = { readonly [K in keyof Required<T>]: null | ((value: T[K]) => unknown) };

const clauseShape: Shape<ClauseReference> = {
  id: null,
  document: null,
  section: null,
  statement: null,
  basis: null,
  reading: null,
};

const findingShape: Shape<Finding> = {
  at: null,
  code: null,
  expected: null,
  actual: null,
  place: (value) => value && order(placeShape, value),
  track: (value) => value && order(trackShape, value),
};

const placeShape: Shape<FindingPlace> = {
  key: null,
  offsetBytes: null,
  sizeBytes: null,
  line: null,
  aboutSeconds: null,
};

const laneShape: Shape<TrackLane> = {
  name: null,
  parts: (parts) =>
    parts.map((part) =>
      order({ kind: null, label: null, startSeconds: null, endSeconds: null }, part),
    ),
};

const trackShape: Shape<FindingTrack> = {
  ...laneShape,
  beginsAtMs: null,
  against: (lane) => lane && order(laneShape, lane),
};

const requestShape: Shape<TimelineStep['request']> = {
  method: null,
  headers: null,
  body: null,
  bodyBase64: null,
  splitAt: null,
  forged: (forged) =>
    forged &&
    (forged.way === 'literal'
      ? order({ way: null, value: null }, forged)
      : order(
          {
            way: null,
            hash: null,
            keySuffix: null,
            inputBase64: null,
            bytes: null,
            encoding: null,
            text: null,
          },
          forged,
        )),
  query: null,
};

const responseShape: Shape<NonNullable<TimelineStep['response']>> = {
  status: null,
  headers: sortKeys,
  body: null,
};

const stepShape: Shape<TimelineStep> = {
  wave: null,
  label: null,
  kind: null,
  file: null,
  event: null,
  order: null,
  subject: null,
  span: null,
  answer: null,
  ms: null,
  request: (value) => order(requestShape, value),
  response: (value) => (value === undefined ? undefined : order(responseShape, value)),
};

const storyEventShape: Shape<StoryEvent> = {
  order: null,
  label: null,
  file: null,
  subject: null,
  span: null,
};

const counterexampleShape: Shape<Counterexample> = {
  title: null,
  callbacks: null,
  steps: (steps) => steps.map((step) => order(stepShape, step)),
  story: (events) => events?.map((event) => order(storyEventShape, event)),
  states: (states) => states.map((state) => order({ arm: null, state: null }, state)),
  trace: (trace) => trace?.map((traced) => order({ wave: null, state: null }, traced)),
};

const stabilityShape: Shape<Stability> = { kind: null, failed: null, of: null };

const waiverShape: Shape<WaiverMark> = {
  reason: null,
  owner: null,
  ticket: null,
  expires: null,
  codes: null,
};

const checkShape: Shape<CheckResult> = {
  id: null,
  title: null,
  level: null,
  basis: null,
  profile: null,
  verdict: null,
  fault: null,
  clauses: (clauses) => clauses.map((clause) => order(clauseShape, clause)),
  findings: (findings) => findings.map((finding) => order(findingShape, finding)),
  evidence: null,
  counterexample: (value) => value && order(counterexampleShape, value),
  stability: (value) => value && order(stabilityShape, value),
  replay: null,
  waiver: (value) => value && order(waiverShape, value),
  hint: null,
  requests: null,
  durationMs: null,
};

const settingsShape: Shape<ShardMark['settings']> = {
  profiles: null,
  supported: null,
  only: null,
  runs: null,
  failOn: null,
  waivers: (waivers) =>
    waivers.map((waiver) => ({ check: waiver.check, ...order(waiverShape, waiver) })),
  common: (common) =>
    Object.fromEntries(Object.entries(common).sort(([a], [b]) => (a < b ? -1 : 1))),
};

const shardShape: Shape<ShardMark> = {
  index: null,
  of: null,
  run: null,
  settings: (value) => order(settingsShape, value),
  lost: null,
};

const signingShape: Shape<SigningRecipe> = {
  name: null,
  in: null,
  algorithm: null,
  encoding: null,
  prefix: null,
  prefixHeaders: null,
};

/** The service's title is for people: a program goes by its name. */
const runShape: Shape<Omit<RunResult, 'serviceTitle'>> = {
  schema: null,
  tool: (value) => order({ name: null, version: null, node: null }, value),
  service: null,
  target: (value) =>
    order({ endpoint: null, observe: null, bucket: null, appId: null, embedded: null }, value),
  dialects: null,
  scope: null,
  signing: (value) => value && order(signingShape, value),
  profiles: (value) => order({ wire: null, state: null, archive: null, recovery: null }, value),
  verdict: null,
  exitCode: null,
  summary: null,
  certificates: null,
  notTested: null,
  interrupted: null,
  filtered: null,
  shard: (value) => value && order(shardShape, value),
  seed: null,
  startedAt: null,
  durationMs: null,
  requests: null,
  counts: (value) =>
    order(
      {
        met: null,
        'not-met': null,
        untestable: null,
        'not-applicable': null,
        'harness-error': null,
        waived: null,
      },
      value,
    ),
  checks: (checks) => checks.map((check) => order(checkShape, check)),
};

/** A copy with the keys of `shape`, in its order; keys that it does not know are left out. */
function order<T extends object>(shape: Shape<T>, value: T): Record<string, unknown> {
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(shape) as (keyof T & string)[]) {
    const arrange = shape[key];
    ordered[key] = arrange === null ? value[key] : arrange(value[key]);
  }
  return ordered;
}

function sortKeys(record: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What JSON lets through although it drives terminals or turns text around. */
const hazardous = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Writes `report.json` after `reports/report.schema.json`: UTF-8 text of two-space indentation with a final line feed.
 * Deterministic: the same result gives the same bytes, however its objects were put together. Control and reordering
 * characters of the target stand as `\u` escapes, so the file is safe to show in a terminal.
 */
export function renderJson(result: RunResult): string {
  const text = JSON.stringify(order(runShape, result), undefined, 2);
  return `${text.replace(hazardous, escapeUnits)}\n`;
}

/** A character as one or two `\u` escapes. */
function escapeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
