import type { VideoSize } from '../verdict.ts';

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

/** The picture's size in `WIDTH:1920 HEIGHT:1080`; undefined for anything else. */
export function videoSizeIn(value: string): VideoSize | undefined {
  const [, width, height] = /^WIDTH:(\d{1,5})\s+HEIGHT:(\d{1,5})$/.exec(value) ?? [];
  return width === undefined || height === undefined
    ? undefined
    : { width: Number(width), height: Number(height) };
}

/** A value for a message: at most some sixty characters of it. */
export function shown(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}
