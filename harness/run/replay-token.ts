import type { ServiceName } from '#contracts/clause.ts';
import { SoundcheckError } from '../errors.ts';

/** Coordinates of one experiment: enough to build it again, and nothing secret. */
export interface ReplayCoordinates {
  readonly service: ServiceName;
  readonly check: string;
  /** `Experiment.key`. */
  readonly key: string;
  readonly seed: number;
  readonly dialects: readonly string[];
  readonly scope: 'single' | 'mixed' | 'both';
}

const version = 'sc1';

/** One word for the command line. */
export function encodeReplayToken(coordinates: ReplayCoordinates): string {
  const { service, check, key, seed, dialects, scope } = coordinates;
  const fields = JSON.stringify([service, check, key, seed, dialects, scope]);
  return `${version}.${Buffer.from(fields, 'utf8').toString('base64url')}`;
}

/** The token in a command line or a report's text; null where there is none. */
export function tokenIn(text: string): string | null {
  return /\bsc1\.[\w-]+/u.exec(text)?.[0] ?? null;
}

/** @throws SoundcheckError USAGE where the token is not one of this version's. */
export function decodeReplayToken(token: string): ReplayCoordinates {
  const refuse = (reason: string): never => {
    throw new SoundcheckError(
      'USAGE',
      `not a replay token: ${reason}`,
      'Copy the whole token from the report; it begins with sc1.',
    );
  };
  const [head, payload = '', ...rest] = token.split('.');
  if (head !== version) {
    return refuse(`it does not begin with ${version}.`);
  }
  // Base64 readers skip over what they do not know: only what writes back to itself is whole.
  if (rest.length > 0 || Buffer.from(payload, 'base64url').toString('base64url') !== payload) {
    return refuse('it is cut short or changed');
  }
  let fields: unknown;
  try {
    fields = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return refuse('it is cut short or changed');
  }
  const list: readonly unknown[] = Array.isArray(fields) ? fields : [];
  const [service, check, key, seed, dialects, scope] = list;
  if (
    !isService(service) ||
    typeof check !== 'string' ||
    typeof key !== 'string' ||
    !Number.isInteger(seed) ||
    typeof seed !== 'number' ||
    !isTextList(dialects) ||
    !isScope(scope)
  ) {
    return refuse('its fields are not those of a counterexample');
  }
  return { service, check, key, seed, dialects, scope };
}

/** Whether it can be a service's name; whether there is such a service is known where the services are. */
function isService(value: unknown): value is ServiceName {
  return typeof value === 'string' && /^[a-z][a-z\d]*$/u.test(value);
}

function isScope(value: unknown): value is ReplayCoordinates['scope'] {
  return value === 'single' || value === 'mixed' || value === 'both';
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
