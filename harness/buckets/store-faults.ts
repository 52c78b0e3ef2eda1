import { SoundcheckError } from '../errors.ts';
import { parseStoreXml, textOf } from './store-xml.ts';
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

interface Explanation {
  readonly problem: string;
  readonly hint: (target: StoreTarget) => string;
}

const variablesOf = ({ profile }: StoreTarget): string =>
  profile.credentials.map((names) => `${names.id}/${names.secret}`).join(' or ');

const wrongRegion: Explanation = {
  problem: 'the bucket lies in another region',
  hint: () => 'Set region= in the bucket URI to the region of the bucket.',
};
const noSuchBucket: Explanation = {
  problem: 'there is no such bucket',
  hint: ({ profile, region }) =>
    `Check the bucket's name (${profile.bucketRule}) and the region (${region}).`,
};
const wrongKey: Explanation = {
  problem: 'the access key is not known there',
  hint: (target) =>
    `Check ${variablesOf(target)}, and that they belong to this provider and account.`,
};
const wrongSignature: Explanation = {
  problem: 'the signature does not match',
  hint: (target) =>
    `Check the secret in ${variablesOf(target)} and that nothing between here and the store rewrites requests.`,
};
const denied: Explanation = {
  problem: 'access is denied',
  hint: ({ bucket }) =>
    `Let the key list, and get objects of, "${bucket}" (for the recovery profile also put and delete).`,
};
const clockSkew: Explanation = {
  problem: "this machine's clock differs too much from the store's",
  hint: () => 'Set the clock (NTP), then run again.',
};
const pathStyle: Explanation = {
  problem: 'the store refuses the bucket in the path',
  hint: () => 'Use addressing=virtual in the bucket URI.',
};
const archived: Explanation = {
  problem: 'the object is in an archive class and cannot be read at once',
  hint: () => 'Restore it first, or audit a prefix without archived objects.',
};
const expiredToken: Explanation = {
  problem: 'the session token is not valid any more',
  hint: ({ profile }) =>
    `Fetch fresh temporary keys and set ${profile.credentials.map((names) => names.tokens[0] ?? '').join(' or ')} with them.`,
};

/** By the codes that AWS, COS, OBS and radosgw use. */
const byCode: Readonly<Record<string, Explanation>> = {
  AccessDenied: denied,
  AuthorizationHeaderMalformed: wrongRegion,
  IllegalLocationConstraintException: wrongRegion,
  PermanentRedirect: wrongRegion,
  TemporaryRedirect: wrongRegion,
  NoSuchBucket: noSuchBucket,
  InvalidBucketName: noSuchBucket,
  InvalidAccessKeyId: wrongKey,
  SignatureDoesNotMatch: wrongSignature,
  XAmzContentSHA256Mismatch: wrongSignature,
  RequestTimeTooSkewed: clockSkew,
  RequestTimeTooLarge: clockSkew,
  PathStyleDomainForbidden: pathStyle,
  VirtualHostDomainRequired: pathStyle,
  InvalidObjectState: archived,
  ExpiredToken: expiredToken,
  InvalidToken: expiredToken,
  NoSuchKey: {
    problem: 'the object is not there any more',
    hint: () => 'Run again when nothing is being deleted from the bucket.',
  },
};

const byStatus: Readonly<Record<number, Explanation>> = {
  301: wrongRegion,
  307: wrongRegion,
  401: denied,
  403: denied,
  404: {
    problem: 'it is not there',
    hint: () => 'Check bucket, prefix and endpoint, and that nothing is being deleted.',
  },
};

/** The error for a refusal that no retry will mend. */
export function refusalError(
  refusal: Refusal,
  { verb, object, target }: StoreAction,
): SoundcheckError {
  const known =
    (refusal.code !== undefined && Object.hasOwn(byCode, refusal.code)
      ? byCode[refusal.code]
      : undefined) ?? byStatus[refusal.status];
  const answer = [String(refusal.status), refusal.code].filter(Boolean).join(' ');
  const problem = known?.problem ?? 'the store refuses the request';
  const elsewhere =
    known === wrongRegion && refusal.region !== undefined && refusal.region !== target.region
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
