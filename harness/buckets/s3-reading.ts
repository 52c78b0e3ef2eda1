import type { ListedObject } from '../archive-facts.ts';
import { SoundcheckError } from '../errors.ts';
import { connectionError, faultCodeOf, isTransientFault } from './connection-faults.ts';
import { printableKey } from './printable-key.ts';
import { pauseMs } from './retry.ts';
import type { Operation, S3Client } from './s3-client.ts';
import type { WireResponse } from './transport.ts';

/**
 * Reads one object from `start` to the end that the listing promised, and not a byte less or more.
 *
 * An answer that breaks off is continued with a ranged request from the first missing byte, bound to the same ETag, at most
 * `retry.attempts - 1` times in all.
 * @param object key relative to the target's prefix.
 * @throws SoundcheckError `BUCKET` when the object changed, the store ignores ranges or keeps breaking off.
 */
export async function* readObject(
  client: S3Client,
  object: ListedObject,
  start: number,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let position = start;
  let etag: string | undefined;
  for (let attempt = 1; position < object.size; attempt += 1) {
    const operation = operationOf(client, object, position, etag);
    const response = await client.send(operation, signal);
    etag ??= strongTag(response.headers['etag']);
    assertPromised(response, operation, position, object, client);
    try {
      for await (const chunk of response.body) {
        position += chunk.byteLength;
        if (position > object.size) {
          throw changed(operation, `it goes on after ${String(object.size)} bytes`);
        }
        yield chunk;
      }
    } catch (error) {
      signal?.throwIfAborted();
      if (faultCodeOf(error) === 'UNKNOWN') {
        throw error;
      }
      const { verb, object: name } = operation;
      if (!isTransientFault(error) || attempt >= client.retry.attempts) {
        throw connectionError(error, { verb, object: name, target: client.target });
      }
    }
    if (position < object.size) {
      if (attempt >= client.retry.attempts) {
        throw changed(
          operation,
          `it ends after ${String(position)} of ${String(object.size)} bytes`,
        );
      }
      await client.retry.sleep(pauseMs(client.retry, attempt), signal);
    }
  }
}

/** Only a strong tag can be asked for with `If-Match`. */
function strongTag(etag: string | undefined): string | undefined {
  return etag?.startsWith('"') === true ? etag : undefined;
}

function operationOf(
  client: S3Client,
  { key }: ListedObject,
  position: number,
  etag: string | undefined,
): Operation {
  return {
    method: 'GET',
    verb: 'read',
    object: printableKey(key),
    key: client.target.prefix + key,
    headers: {
      ...(position === 0 ? {} : { range: `bytes=${String(position)}-` }),
      ...(etag === undefined ? {} : { 'if-match': etag }),
    },
    accept: position === 0 ? [200] : [200, 206, 412, 416],
  };
}

/** Status, range and length must be what was asked for and what the listing said, before a byte is believed. */
function assertPromised(
  response: WireResponse,
  operation: Operation,
  position: number,
  { size }: ListedObject,
  client: S3Client,
): void {
  const fault = faultOf(response, position, size);
  if (fault === undefined) {
    return;
  }
  response.discard();
  if (fault.kind === 'changed') {
    throw changed(operation, fault.detail);
  }
  throw new SoundcheckError(
    'BUCKET',
    `Cannot read ${operation.object}: ${client.target.host} does not serve ranges: ${fault.detail}.`,
    'Use an endpoint without a proxy or cache between, or copy the prefix to a folder.',
  );
}

interface PromiseFault {
  readonly kind: 'changed' | 'range';
  readonly detail: string;
}

function faultOf(response: WireResponse, position: number, size: number): PromiseFault | undefined {
  const { status, headers } = response;
  if (status === 412 || status === 416) {
    return {
      kind: 'changed',
      detail: `its bytes from ${String(position)} on are not there any more`,
    };
  }
  const expectedLength = size - position;
  const length = headers['content-length'];
  if (position > 0) {
    const asked = `bytes ${String(position)}-${String(size - 1)}/${String(size)}`;
    const got = headers['content-range'] ?? '';
    if (status !== 206) {
      return {
        kind: 'range',
        detail: `asked for bytes from ${String(position)} on, it sent the whole`,
      };
    }
    const total = /^bytes \d+-\d+\/(?<total>\d+)$/.exec(got)?.groups?.['total'];
    if (total !== undefined && Number(total) !== size) {
      return { kind: 'changed', detail: `it has ${total} bytes, listed were ${String(size)}` };
    }
    if (got !== asked) {
      return { kind: 'range', detail: 'the Content-Range of its answer is not the one asked for' };
    }
  }
  if (length !== undefined && Number(length) !== expectedLength) {
    return {
      kind: 'changed',
      detail: `${String(Number(length) + position)} bytes are announced, listed were ${String(size)}`,
    };
  }
  return undefined;
}

function changed(operation: Operation, detail: string): SoundcheckError {
  return new SoundcheckError(
    'BUCKET',
    `Cannot read ${operation.object} whole: ${detail}.`,
    'Audit a bucket that nobody writes to, or run again when the recordings are complete.',
  );
}
