import type { Check } from './check.ts';
import { SoundcheckError } from './errors.ts';
import type { CheckResult, WaiverMark } from './result.ts';

/** An owner's decision to live with a failing check for a while. */
export interface Waiver extends WaiverMark {
  readonly check: string;
}

/** A waiver is a loan: longer than this, and it would be a change of the rules. */
const waiverDaysMax = 90;
const dayMs = 24 * 3600 * 1000;

/**
 * Reads a waivers file: a JSON list of `{ check, reason, owner, expires }`, `expires` as `YYYY-MM-DD`.
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
      'Write a list: [{ "check": "gme/…", "reason": "…", "owner": "…", "expires": "2026-12-31" }].',
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
  return parsed.map((entry: unknown, index) =>
    readWaiver(entry, `${source}[${String(index)}]`, today),
  );
}

const waiverFields = ['check', 'reason', 'owner', 'expires'] as const;

function readWaiver(entry: unknown, at: string, today: Date): Waiver {
  const fields = new Map<string, unknown>(
    typeof entry === 'object' && entry !== null ? Object.entries(entry) : [],
  );
  const unknown = [...fields.keys()].find((name) => !waiverFields.some((field) => field === name));
  if (unknown !== undefined) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `${at} has an unknown field "${unknown}"`,
      `The fields are ${waiverFields.join(', ')}.`,
    );
  }
  const field = (name: (typeof waiverFields)[number]): string => {
    const value = fields.get(name);
    if (typeof value !== 'string' || value.trim() === '') {
      throw new SoundcheckError(
        'CONFIGURATION',
        `${at} has no ${name}`,
        `Every waiver needs ${waiverFields.join(', ')}, each a text.`,
      );
    }
    return value;
  };
  const waiver = {
    check: field('check'),
    reason: field('reason'),
    owner: field('owner'),
    expires: field('expires'),
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
  const faults: string[] = [];
  const byCheck = new Map<string, Waiver>();
  for (const waiver of waivers) {
    const result = results.find(({ id }) => id === waiver.check);
    if (Date.parse(`${waiver.expires}T23:59:59Z`) < today.getTime()) {
      faults.push(`the waiver of ${waiver.check} expired on ${waiver.expires}`);
    } else if (result?.verdict === 'met') {
      faults.push(`the waiver of ${waiver.check} is no longer needed: the check is met`);
    } else {
      byCheck.set(waiver.check, waiver);
    }
  }
  return {
    faults,
    results: results.map((result) => {
      const waiver = byCheck.get(result.id);
      if (waiver === undefined || result.verdict !== 'not-met') {
        return result;
      }
      const { reason, owner, expires } = waiver;
      return { ...result, waiver: { reason, owner, expires } };
    }),
  };
}
