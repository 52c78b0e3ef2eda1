import type { ListedObject } from '../archive-facts.ts';
import { SoundcheckError } from '../errors.ts';
import { compareKeys } from './key-order.ts';
import { parseListingPage, type ListingPage, type PageEntry } from './listing-page.ts';
import type { S3Client } from './s3-client.ts';

/** Longest listing page in bytes: 1,000 keys of 1,024 bytes, each byte as a character reference, fit in. */
const pageBytesMax = 16 * 1024 * 1024;
/** Pages without a single key that are followed before the listing is given up. */
const emptyPagesMax = 100;

/**
 * Lists the objects below the target's prefix with the V1 protocol, page by page, in memory that does not grow.
 *
 * V1 because Huawei OBS answers V2 without a continuation token; the last key of a page as the next marker because
 * `NextMarker` is absent without a delimiter; no `encoding-type` because OBS then repeats the first page for ever.
 * Every page must lie behind the one before in UTF-8 byte order, so a listing that goes round in circles ends in an error.
 * @throws SoundcheckError `BUCKET`; the signal's reason when aborted.
 */
export async function* listObjects(
  client: S3Client,
  uri: string,
  signal?: AbortSignal,
): AsyncGenerator<ListedObject> {
  const { prefix } = client.target;
  let marker = '';
  let emptyPages = 0;
  for (;;) {
    const page = await fetchPage(client, uri, marker, signal);
    for (const entry of page.entries) {
      signal?.throwIfAborted();
      assertBehind(entry, marker, client, uri);
      // The prefix itself, as consoles create it to show a folder, is no object below the prefix.
      if (entry.key !== prefix) {
        yield { ...entry, key: entry.key.slice(prefix.length) };
      }
    }
    if (!page.isTruncated) {
      return;
    }
    emptyPages = page.entries.length === 0 ? emptyPages + 1 : 0;
    marker = nextMarker(page, marker, emptyPages, uri);
  }
}

async function fetchPage(
  client: S3Client,
  uri: string,
  marker: string,
  signal: AbortSignal | undefined,
): Promise<ListingPage> {
  const { prefix } = client.target;
  const { bytes } = await client.fetchWhole(
    {
      method: 'GET',
      verb: 'list',
      object: uri,
      query: {
        'max-keys': '1000',
        ...(prefix === '' ? {} : { prefix }),
        ...(marker === '' ? {} : { marker }),
      },
      accept: [200],
    },
    pageBytesMax,
    signal,
  );
  try {
    return parseListingPage(bytes);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SoundcheckError(
      'BUCKET',
      `Cannot list ${uri}: the answer of ${client.target.host} is not a listing: ${reason}.`,
      'Check that the endpoint is an object store that speaks the S3 protocol.',
      { cause },
    );
  }
}

function assertBehind(entry: PageEntry, marker: string, client: S3Client, uri: string): void {
  if (!entry.key.startsWith(client.target.prefix)) {
    throw stuck(uri, 'the store lists objects outside the prefix');
  }
  if (marker !== '' && compareKeys(entry.key, marker) <= 0) {
    throw stuck(uri, 'the store repeats a page instead of going on behind the marker');
  }
}

/** The last key; an empty page has none, there alone the store's own marker is followed while it advances. */
function nextMarker(page: ListingPage, marker: string, emptyPages: number, uri: string): string {
  const last = page.entries.at(-1)?.key ?? page.nextMarker;
  if (last === undefined || emptyPages > emptyPagesMax || compareKeys(last, marker) <= 0) {
    throw stuck(uri, 'the store says that more objects follow but does not get to them');
  }
  return last;
}

function stuck(uri: string, what: string): SoundcheckError {
  return new SoundcheckError(
    'BUCKET',
    `Cannot list ${uri} to its end: ${what}.`,
    "The bucket cannot be audited through this endpoint; use the provider's own, or copy the prefix to a folder.",
  );
}
