import { SoundcheckError } from '../errors.ts';
import { connectionError, faultCodeOf, isTransientFault } from './connection-faults.ts';
import { addressOf } from './object-address.ts';
import { pauseMs, type RetryPolicy } from './retry.ts';
import type { Sign } from './signature.ts';
import { isTransientRefusal, refusalError, refusalOf, type Refusal } from './store-faults.ts';
import type { StoreTarget } from './store-target.ts';
import type { Transport, WireResponse } from './transport.ts';

/** One operation on the bucket or on an object in it. */
export interface Operation {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** For errors: `list`, `read`. */
  readonly verb: string;
  /** For errors: the URI or the quoted key. */
  readonly object: string;
  /** Full key, the prefix included; absent for the bucket itself. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Statuses that are answers; any other is a refusal. */
  readonly accept: readonly number[];
}

/** Parts that the client is made of. */
export interface S3ClientParts {
  readonly target: StoreTarget;
  readonly sign: Sign;
  readonly transport: Transport;
  readonly retry: RetryPolicy;
}

/** Sends signed operations, tries again where that helps, and turns refusals into errors that say what to do. */
export interface S3Client {
  readonly target: StoreTarget;
  readonly retry: RetryPolicy;
  /** @throws SoundcheckError `BUCKET`; the signal's reason when aborted. */
  send(operation: Operation, signal?: AbortSignal): Promise<WireResponse>;
  /**
   * Sends and reads the whole answer, trying again when it breaks off half-way.
   * @throws SoundcheckError `BUCKET` also when the answer is longer than `boundBytes`.
   */
  fetchWhole(operation: Operation, boundBytes: number, signal?: AbortSignal): Promise<Uint8Array>;
}

/** Longest error body that is looked at, in bytes. */
const refusalBytesMax = 65_536;

type Attempt<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly retryAfter: string | undefined }
  | { readonly kind: 'broken'; readonly error: unknown };

/** Makes a client of its parts; it holds no state but the transport's connections. */
export function createS3Client({ target, sign, transport, retry }: S3ClientParts): S3Client {
  const once = async (
    operation: Operation,
    signal: AbortSignal | undefined,
  ): Promise<Attempt<WireResponse>> => {
    const { method, key, query, body } = operation;
    const address = addressOf(target, key, query);
    const length = body === undefined ? {} : { 'content-length': String(body.byteLength) };
    const unsigned = { ...operation.headers, ...length };
    const headers = await sign(address, {
      method,
      headers: unsigned,
      ...(body === undefined ? {} : { body }),
    });
    const response = await transport(
      {
        method,
        protocol: address.protocol,
        host: address.host,
        path: address.query === '' ? address.path : `${address.path}?${address.query}`,
        headers,
        ...(body === undefined ? {} : { body }),
      },
      signal,
    );
    if (operation.accept.includes(response.status)) {
      return { kind: 'done', value: response };
    }
    const told = await readUpTo(response, refusalBytesMax);
    const refusal = refusalOf(response.status, response.headers, told.bytes);
    return { kind: 'refused', refusal, retryAfter: response.headers['retry-after'] };
  };

  const retrying = async <T>(
    operation: Operation,
    signal: AbortSignal | undefined,
    finish: (response: WireResponse) => Promise<T>,
  ): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      signal?.throwIfAborted();
      const result = await settle(once(operation, signal), finish, signal);
      if (result.kind === 'done') {
        return result.value;
      }
      const action = { verb: operation.verb, object: operation.object, target };
      const isTransient =
        result.kind === 'refused'
          ? isTransientRefusal(result.refusal)
          : isTransientFault(result.error);
      if (!isTransient || attempt >= retry.attempts) {
        throw result.kind === 'refused'
          ? refusalError(result.refusal, action)
          : connectionError(result.error, action);
      }
      const retryAfter = result.kind === 'refused' ? result.retryAfter : undefined;
      await retry.sleep(pauseMs(retry, attempt, retryAfter), signal);
    }
  };

  return {
    target,
    retry,
    send: (operation, signal) =>
      retrying(operation, signal, (response) => Promise.resolve(response)),
    fetchWhole: (operation, boundBytes, signal) =>
      retrying(operation, signal, async (response) => {
        const told = await readUpTo(response, boundBytes);
        if (told.isCut) {
          throw new SoundcheckError(
            'BUCKET',
            `Cannot ${operation.verb} ${operation.object}: the answer of ${target.host} is longer than ${String(boundBytes)} bytes.`,
            'Check that the endpoint is an object store.',
          );
        }
        return told.bytes;
      }),
  };
}

/** Errors that carry a system code are the connection's; all others are ours and pass through. */
async function settle<T>(
  pending: Promise<Attempt<WireResponse>>,
  finish: (response: WireResponse) => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<Attempt<T>> {
  try {
    const attempt = await pending;
    return attempt.kind === 'done' ? { kind: 'done', value: await finish(attempt.value) } : attempt;
  } catch (error) {
    signal?.throwIfAborted();
    if (faultCodeOf(error) === 'UNKNOWN') {
      throw error;
    }
    return { kind: 'broken', error };
  }
}

/** Reads at most `boundBytes`; the rest is given up. */
async function readUpTo(
  response: WireResponse,
  boundBytes: number,
): Promise<{ readonly bytes: Uint8Array; readonly isCut: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.byteLength;
    if (length > boundBytes) {
      return { bytes: Buffer.concat(chunks), isCut: true };
    }
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), isCut: false };
}
