import type { Check } from './check.ts';
import { SoundcheckError } from './errors.ts';
import { findingsMax } from './judge.ts';
import type { CheckResult, WaiverMark } from './result.ts';

/** An owner's decision to live with a failing check for a while. */
export interface Waiver extends WaiverMark {
  readonly check: string;
}

/** A waiver is a loan: longer than this, and it would be a change of the rules. */
export const waiverDaysMax = 90;
const dayMs = 24 * 3600 * 1000;

/**
 * Reads a waivers file: a JSON list of `{ check, reason, owner, ticket, expires }`, `expires` as `YYYY-MM-DD`; with `codes`
 * only findings of these codes are waived. A check has at most one waiver.
 * @throws SoundcheckError CONFIGURATION naming the entry and the field.
 */
export function readWaivers(text: string, source: string, today: Date): readonly Waiver[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `${source} is not JSON`,
      'Write a list: [{ "check": "gme/…", "reason": "…", "owner": "…", "ticket": "…", "expires": "2026-12-31" }].',
      { cause },
    );
  }
  if (!Array.isArray(parsed)) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `${source} is not a list`,
      'Wrap the waivers in [ ].',
    );
  }
  const waivers = parsed.map((entry: unknown, index) =>
    readWaiver(entry, `${source}[${String(index)}]`, today),
  );
  const twice = waivers.find(({ check }, index) =>
    waivers.slice(0, index).some((earlier) => earlier.check === check),
  );
  if (twice !== undefined) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `${source} waives ${twice.check} twice`,
      'Keep one waiver of a check; several finding codes go into its list of codes.',
    );
  }
  return waivers;
}

const textFields = ['check', 'reason', 'owner', 'ticket', 'expires'] as const;
const waiverFields: readonly string[] = [...textFields, 'codes'];

function readWaiver(entry: unknown, at: string, today: Date): Waiver {
  const fields = new Map<string, unknown>(
    typeof entry === 'object' && entry !== null ? Object.entries(entry) : [],
  );
  const unknown = [...fields.keys()].find((name) => !waiverFields.includes(name));
  if (unknown !== undefined) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `${at} has an unknown field "${unknown}"`,
      `The fields are ${waiverFields.join(', ')}.`,
    );
  }
  const field = (name: (typeof textFields)[number]): string => {
    const value = fields.get(name);
    if (typeof value !== 'string' || value.trim() === '') {
      throw new SoundcheckError(
        'CONFIGURATION',
        `${at} has no ${name}`,
        `Every waiver needs ${textFields.join(', ')}, each a text.`,
      );
    }
    return value;
  };
  const waiver = {
    check: field('check'),
    reason: field('reason'),
    owner: field('owner'),
    ticket: field('ticket'),
    expires: field('expires'),
    ...readCodes(fields.get('codes'), at),
  };
  const expiresMs = Date.parse(`${waiver.expires}T23:59:59Z`);
  if (!isDay(waiver.expires)) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `${at}: expires is not a date: ${JSON.stringify(waiver.expires)}`,
      'Write it as YYYY-MM-DD.',
    );
  }
  if (expiresMs - today.getTime() > (waiverDaysMax + 1) * dayMs) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `${at} runs for more than ${String(waiverDaysMax)} days`,
      'Choose an earlier date; a waiver can be renewed.',
    );
  }
  return waiver;
}

function readCodes(value: unknown, at: string): Pick<WaiverMark, 'codes'> {
  if (value === undefined) {
    return {};
  }
  const isList = Array.isArray(value) && value.length > 0;
  if (!isList || !value.every((code) => typeof code === 'string' && code !== '')) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `${at}: codes is not a list of finding codes`,
      'Write ["code"], as the report names it, or leave codes out to waive the whole check.',
    );
  }
  return { codes: value as readonly string[] };
}

/** Whether a text is `YYYY-MM-DD` and such a day exists: `Date.parse` takes 30 February for 2 March. */
function isDay(text: string): boolean {
  const moment = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/u.test(text) &&
    !Number.isNaN(moment) &&
    new Date(moment).toISOString().startsWith(text)
  );
}

/** Refuses waivers of checks that do not exist. @throws SoundcheckError CONFIGURATION. */
export function requireKnownChecks(waivers: readonly Waiver[], checks: readonly Check[]): void {
  for (const waiver of waivers) {
    if (!checks.some(({ id }) => id === waiver.check)) {
      throw new SoundcheckError(
        'CONFIGURATION',
        `a waiver names an unknown check: ${waiver.check}`,
        'See `soundcheck checks` for the ids.',
      );
    }
  }
}

/** Marks waived failures, and says which waivers no longer hold: expired, or no longer needed. */
export function applyWaivers(
  results: readonly CheckResult[],
  waivers: readonly Waiver[],
  today: Date,
): { readonly results: readonly CheckResult[]; readonly faults: readonly string[] } {
  const byCheck = new Map(waivers.map((waiver) => [waiver.check, waiver]));
  const faults = waivers.flatMap((waiver) =>
    waiverFaults(
      waiver,
      results.find(({ id }) => id === waiver.check),
      today,
    ),
  );
  return {
    faults,
    results: results.map((result) => {
      const waiver = byCheck.get(result.id);
      return waiver === undefined || result.verdict !== 'not-met' || isExpired(waiver, today)
        ? result
        : waived(result, waiver);
    }),
  };
}

function isExpired({ expires }: Waiver, today: Date): boolean {
  return Date.parse(`${expires}T23:59:59Z`) < today.getTime();
}

function waiverFaults(
  waiver: Waiver,
  result: CheckResult | undefined,
  today: Date,
): readonly string[] {
  const { check, expires, codes = [] } = waiver;
  if (isExpired(waiver, today)) {
    return [`the waiver of ${check} expired on ${expires}`];
  }
  if (result?.verdict === 'met') {
    return [`the waiver of ${check} is no longer needed: the check is met`];
  }
  // Findings beyond the bound are not listed: of a full list nothing can be said to be missing.
  if (result?.verdict !== 'not-met' || result.findings.length >= findingsMax) {
    return [];
  }
  return codes
    .filter((code) => !result.findings.some((finding) => finding.code === code))
    .map((code) => `the waiver of ${check} for ${code} is no longer needed: nothing has that code`);
}

/** A waiver of some codes takes the weight off a failure only where it covers every finding. */
function waived(result: CheckResult, waiver: Waiver): CheckResult {
  const { check: _, ...mark } = waiver;
  const open = result.findings
    .map(({ code }) => code)
    .filter((code) => waiver.codes?.includes(code) === false);
  return open.length === 0
    ? { ...result, waiver: mark }
    : {
        ...result,
        evidence: [
          ...result.evidence,
          `waived for ${waiver.codes?.join(', ') ?? ''} alone; not for ${[...new Set(open)].join(', ')}`,
        ],
      };
}
