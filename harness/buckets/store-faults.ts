import { SoundcheckError } from '../errors.ts';
import { parseStoreXml, textOf } from './store-xml.ts';
import { explanationOf } from './refusal-explanations.ts';
import type { StoreTarget } from './store-target.ts';

/** A store's refusal, reduced to what may be shown: its message and the signed strings in it are left out. */
export interface Refusal {
  readonly status: number;
  /** The store's error code, `NoSuchBucket`; undefined where it sent none that looks like one. */
  readonly code?: string;
  /** The region in which the store says that the bucket lies. */
  readonly region?: string;
}

/** What was being done to what, for the error's first sentence. */
export interface StoreAction {
  /** `list`, `read`, `write`, `delete`, `look up`. */
  readonly verb: string;
  /** The bucket's URI, or a quoted key in it. */
  readonly object: string;
  readonly target: StoreTarget;
}

/** Reads code and region out of an answer's body and headers; never fails, since a refusal may have any body. */
export function refusalOf(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
): Refusal {
  let code: string | undefined;
  let region = headers['x-amz-bucket-region'];
  try {
    const error = parseStoreXml(body, 'Error');
    code = textOf(error, 'Code');
    region ??= textOf(error, 'Region');
  } catch {
    // A gateway's HTML page or a HEAD answer: the status alone must do.
  }
  return {
    status,
    ...(code !== undefined && /^[a-z\d.]{1,64}$/i.test(code) ? { code } : {}),
    ...(region !== undefined && /^[a-z\d-]{1,64}$/.test(region) ? { region } : {}),
  };
}

const transientStatuses: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);
const transientCodes: ReadonlySet<string> = new Set([
  'RequestTimeout',
  'SlowDown',
  'InternalError',
]);

/** Whether the same request may well succeed a little later. */
export function isTransientRefusal({ status, code }: Refusal): boolean {
  return transientStatuses.has(status) || (code !== undefined && transientCodes.has(code));
}

/** The error for a refusal that no retry will mend. */
export function refusalError(
  refusal: Refusal,
  { verb, object, target }: StoreAction,
): SoundcheckError {
  const known = explanationOf(refusal.status, refusal.code);
  const answer = [String(refusal.status), refusal.code].filter(Boolean).join(' ');
  const problem = known?.problem ?? 'the store refuses the request';
  const elsewhere =
    known?.isRegion === true && refusal.region !== undefined && refusal.region !== target.region
      ? `; the store names ${refusal.region}`
      : '';
  return new SoundcheckError(
    'BUCKET',
    `Cannot ${verb} ${object}: ${problem} (${target.profile.title} at ${target.host} answered ${answer}${elsewhere}).`,
    known?.hint(target) ??
      (isTransientRefusal(refusal)
        ? 'The store is overloaded or broken; run again later.'
        : 'Check bucket, region, endpoint and the permissions of the key.'),
  );
}
