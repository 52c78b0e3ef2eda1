import { SoundcheckError } from '../errors.ts';
import { connectionError, faultCodeOf, isTransientFault } from './connection-faults.ts';
import { addressOf } from './object-address.ts';
import { pauseMs, type RetryPolicy } from './retry.ts';
import type { Sign } from './signature.ts';
import { isTransientRefusal, refusalError, refusalOf, type Refusal } from './store-faults.ts';
import type { StoreTarget } from './store-target.ts';
import { readUpTo, type Transport, type WireResponse } from './transport.ts';

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

/** A whole answer. */
export interface WholeAnswer {
  readonly status: number;
  readonly bytes: Uint8Array;
}

/** Sends signed operations, tries again where that helps, and turns refusals into errors that say what to do. */
export interface S3Client {
  readonly target: StoreTarget;
  readonly retry: RetryPolicy;
  /** @throws SoundcheckError `BUCKET`; the signal's reason when aborted. */
  send(operation: Operation, signal?: AbortSignal): Promise<WireResponse>;
  /**
   * Sends and reads the whole answer, trying again when it breaks off half-way.
   * @throws SoundcheckError `BUCKET` also when the answer is longer than `boundBytes` or takes over two minutes.
   */
  fetchWhole(operation: Operation, boundBytes: number, signal?: AbortSignal): Promise<WholeAnswer>;
}

/** Longest error body that is looked at, in bytes. */
const refusalBytesMax = 65_536;
/** Longest time for a whole answer: a store that drips byte after byte never goes idle. */
const wholeAnswerMs = 120_000;

type Attempt<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly retryAfter: string | undefined }
  | { readonly kind: 'broken'; readonly error: unknown };

/** Makes a client of its parts; it holds no state but the transport's connections. */
export function createS3Client(parts: S3ClientParts): S3Client {
  const { target, retry } = parts;
  return {
    target,
    retry,
    send: (operation, signal) =>
      retrying(parts, operation, signal, (response) => Promise.resolve(response)),
    fetchWhole: (operation, boundBytes, signal) =>
      retrying(parts, operation, signal, async (response) => {
        const told = await readUpTo(response, boundBytes, wholeAnswerMs);
        if (told.isCut) {
          throw new SoundcheckError(
            'BUCKET',
            `Cannot ${operation.verb} ${operation.object}: the answer of ${target.host} is longer than ${boundBytes} bytes, or takes over ${wholeAnswerMs} ms.`,
            'Check that the endpoint is an object store.',
          );
        }
        return { status: response.status, bytes: told.bytes };
      }),
  };
}

async function retrying<T>(
  parts: S3ClientParts,
  operation: Operation,
  signal: AbortSignal | undefined,
  finish: (response: WireResponse) => Promise<T>,
): Promise<T> {
  const { target, retry } = parts;
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    const result = await attemptOnce(parts, operation, signal, finish);
    if (result.kind === 'done') {
      return result.value;
    }
    const action = { verb: operation.verb, object: operation.object, target };
    const isRefused = result.kind === 'refused';
    const isTransient = isRefused
      ? isTransientRefusal(result.refusal)
      : isTransientFault(result.error);
    if (!isTransient || attempt >= retry.attempts) {
      throw isRefused
        ? refusalError(result.refusal, action)
        : connectionError(result.error, action);
    }
    await retry.sleep(pauseMs(retry, attempt, isRefused ? result.retryAfter : undefined), signal);
  }
}

/** Errors that carry a system code are the connection's; all others are ours and pass through. */
async function attemptOnce<T>(
  parts: S3ClientParts,
  operation: Operation,
  signal: AbortSignal | undefined,
  finish: (response: WireResponse) => Promise<T>,
): Promise<Attempt<T>> {
  try {
    const response = await transmit(parts, operation, signal);
    if (operation.accept.includes(response.status)) {
      return { kind: 'done', value: await finish(response) };
    }
    const told = await readUpTo(response, refusalBytesMax, wholeAnswerMs);
    const refusal = refusalOf(response.status, response.headers, told.bytes);
    return { kind: 'refused', refusal, retryAfter: response.headers['retry-after'] };
  } catch (error) {
    signal?.throwIfAborted();
    if (faultCodeOf(error) === 'UNKNOWN') {
      throw error;
    }
    return { kind: 'broken', error };
  }
}

async function transmit(
  { target, sign, transport }: S3ClientParts,
  { method, key, query, headers = {}, body }: Operation,
  signal: AbortSignal | undefined,
): Promise<WireResponse> {
  const address = addressOf(target, key, query);
  const payload = body === undefined ? {} : { body };
  const length = body === undefined ? {} : { 'content-length': String(body.byteLength) };
  const request = {
    method,
    protocol: address.protocol,
    host: address.host,
    path: address.query === '' ? address.path : `${address.path}?${address.query}`,
    headers: await sign(address, { method, headers: { ...headers, ...length }, ...payload }),
    ...payload,
  };
  return transport(request, signal);
}
