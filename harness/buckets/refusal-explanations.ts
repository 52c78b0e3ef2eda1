import type { StoreTarget } from './store-target.ts';

/** What a refusal means, for people. */
export interface Explanation {
  readonly problem: string;
  /** What to do about it. */
  readonly hint: (target: StoreTarget) => string;
  /** The region is wrong; the store may name the right one. */
  readonly isRegion?: true;
}

const variablesOf = ({ profile }: StoreTarget): string =>
  profile.credentials.map((names) => `${names.id}/${names.secret}`).join(' or ');

const wrongRegion: Explanation = {
  problem: 'the bucket lies in another region',
  hint: () => 'Set region= in the bucket URI to the region of the bucket.',
  isRegion: true,
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
const byCode: ReadonlyMap<string, Explanation> = new Map(
  Object.entries({
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
  }),
);

const byStatus: ReadonlyMap<number, Explanation> = new Map([
  [301, wrongRegion],
  [307, wrongRegion],
  [401, denied],
  [403, denied],
  [
    404,
    {
      problem: 'it is not there',
      hint: () => 'Check bucket, prefix and endpoint, and that nothing is being deleted.',
    },
  ],
]);

/**
 * What a refusal means, by its code first and its status second.
 * @param code the store's error code.
 * @returns undefined for a refusal that is not known.
 */
export function explanationOf(status: number, code: string | undefined): Explanation | undefined {
  return byCode.get(code ?? '') ?? byStatus.get(status);
}
