import { childrenOf, parseStoreXml, textOf, type XmlElement } from './store-xml.ts';

/** One object as a listing page has it; the key is whole, the prefix included. */
export interface PageEntry {
  readonly key: string;
  readonly size: number;
  readonly modifiedMs?: number;
  /** Quotes included, as sent. */
  readonly etag?: string;
}

/** One page of a V1 listing. */
export interface ListingPage {
  readonly entries: readonly PageEntry[];
  /** The store says that more follows. */
  readonly isTruncated: boolean;
  /** Where the store would go on; many send it only with a delimiter. */
  readonly nextMarker?: string;
}

/**
 * Parses the answer to a V1 listing (`ListBucketResult`).
 * @throws Error with one clause saying what is wrong with it.
 */
export function parseListingPage(bytes: Uint8Array): ListingPage {
  const root = parseStoreXml(bytes, 'ListBucketResult');
  const truncated = textOf(root, 'IsTruncated')?.trim();
  if (truncated !== 'true' && truncated !== 'false') {
    throw new Error('it does not say whether it is truncated');
  }
  const nextMarker = textOf(root, 'NextMarker');
  return {
    entries: childrenOf(root, 'Contents').map(entryOf),
    isTruncated: truncated === 'true',
    ...(nextMarker === undefined || nextMarker === '' ? {} : { nextMarker }),
  };
}

function entryOf(node: XmlElement): PageEntry {
  const key = textOf(node, 'Key');
  if (key === undefined || key === '') {
    throw new Error('an object in it has no key');
  }
  const digits = textOf(node, 'Size')?.trim() ?? '';
  const size = Number(digits);
  if (!/^\d+$/.test(digits) || !Number.isSafeInteger(size)) {
    throw new Error('an object in it has no size');
  }
  const modifiedMs = Date.parse(textOf(node, 'LastModified') ?? '');
  const etag = textOf(node, 'ETag');
  return {
    key,
    size,
    ...(Number.isNaN(modifiedMs) ? {} : { modifiedMs }),
    ...(etag === undefined || etag === '' ? {} : { etag }),
  };
}
