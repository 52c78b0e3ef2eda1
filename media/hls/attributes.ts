/** The value of an attribute in a list (RFC 8216 4.2), with its quotes; undefined where it is not there. */
export function attribute(list: string, name: string): string | undefined {
  for (const [, key, value] of list.matchAll(/([A-Z0-9-]+)=("[^"]*"|[^",]*)(?:,|$)/g)) {
    if (key === name) {
      return value;
    }
  }
  return undefined;
}

/** Whether the value is a quoted string that is not empty. */
export function isQuoted(value: string | undefined): boolean {
  return value !== undefined && /^"[^"]+"$/.test(value);
}
