import type { StoreTarget } from './store-target.ts';

/** Where one request goes. `path` and `query` are encoded exactly as they are signed and sent. */
export interface ObjectAddress {
  readonly protocol: 'http:' | 'https:';
  /** Value of the `Host` header. */
  readonly host: string;
  /** Begins with `/`. Keys are never normalised: `..` and `//` in them stay. */
  readonly path: string;
  /** Without `?`; parameters sorted as the signature wants them; empty when there are none. */
  readonly query: string;
}

/**
 * The address of the bucket, or of an object in it.
 * @param key full key, the prefix included; undefined for the bucket itself.
 */
export function addressOf(
  target: StoreTarget,
  key: string | undefined,
  query: Readonly<Record<string, string>> = {},
): ObjectAddress {
  const isVirtual = target.addressing === 'virtual';
  const bucketPath = isVirtual ? '' : `/${encodePart(target.bucket)}`;
  const keyPath = key === undefined ? '' : `/${key.split('/').map(encodePart).join('/')}`;
  return {
    protocol: target.protocol,
    host: isVirtual ? `${target.bucket}.${target.host}` : target.host,
    path: `${bucketPath}${keyPath}` || '/',
    query: Object.entries(query)
      .map(([name, value]) => `${encodePart(name)}=${encodePart(value)}`)
      .sort()
      .join('&'),
  };
}

/** Percent-encodes the UTF-8 bytes of all but RFC 3986 unreserved characters, as Signature Version 4 demands. */
export function encodePart(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
