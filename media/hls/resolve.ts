/** A host that no URI names: what leaves it leaves the bucket. */
const bucketBase = 'https://bucket.invalid/';

/**
 * Key of the object that a segment's URI names, seen from the key of its playlist; percent escapes are resolved. `+`
 * stays. Undefined for a URI that leads elsewhere, to another host for example, or that is none.
 */
export function resolveSegmentKey(playlistKey: string, uri: string): string | undefined {
  const path = playlistKey.split('/').map(encodeURIComponent).join('/');
  if (!URL.canParse(uri, bucketBase + path)) {
    return undefined;
  }
  const { href, pathname } = new URL(uri, bucketBase + path);
  if (!href.startsWith(bucketBase)) {
    return undefined;
  }
  try {
    return decodeURIComponent(pathname.slice(1));
  } catch {
    // An escape that is not UTF-8 names no key.
    return undefined;
  }
}
