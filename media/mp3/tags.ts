import type { Window } from '../window.ts';

/** A tag that its first bytes tell. */
export interface Tag {
  readonly kind: 'ID3v2' | 'APE' | 'Lyrics3' | 'TAG+' | 'ID3v1';
  /** Whole length, header and footer included. */
  readonly bytes: number;
}

const id3v1Bytes = 128;
const tagPlusBytes = 227;
const apeFooterBytes = 32;
const lyricsMarkBytes = 9;
/** Length of a Lyrics3v1 block is not noted; its text is at most this long. */
const lyrics1BytesMax = 5100 + 11 + lyricsMarkBytes;

/** Four bytes of seven bits each; undefined where a high bit is set, which is no such number. */
function syncsafe(window: Window, at: number): number | undefined {
  const word = window.view.getUint32(at);
  return (word & 0x80808080) === 0
    ? ((word >>> 3) & 0xfe00000) |
        ((word >>> 2) & 0x1fc000) |
        ((word >>> 1) & 0x3f80) |
        (word & 0x7f)
    : undefined;
}

/** Whether an ID3v2 mark stands at index `at`, well-formed or not. */
export function hasId3v2Mark(window: Window, at: number): boolean {
  const major = window.bytes[at + 3] ?? 0xff;
  return window.has(at, 'ID3') && at + 10 <= window.end && major < 0x10;
}

function id3v2At(window: Window, at: number): Tag | undefined {
  if (!hasId3v2Mark(window, at)) {
    return undefined;
  }
  const size = syncsafe(window, at + 6);
  const footer = ((window.bytes[at + 5] ?? 0) & 0x10) === 0 ? 0 : 10;
  return size === undefined ? undefined : { kind: 'ID3v2', bytes: 10 + size + footer };
}

function apeAt(window: Window, at: number): Tag | undefined {
  if (!window.has(at, 'APETAGEX') || at + apeFooterBytes > window.end) {
    return undefined;
  }
  const isHeader = (window.view.getUint32(at + 20, true) & 0x20000000) !== 0;
  const size = window.view.getUint32(at + 12, true);
  return isHeader ? { kind: 'APE', bytes: apeFooterBytes + size } : undefined;
}

function lyricsAt(window: Window, at: number): Tag | undefined {
  if (!window.has(at, 'LYRICSBEGIN')) {
    return undefined;
  }
  // A longer block than the window is found at the end of the file by its footer instead.
  const searchEnd = Math.min(window.end, at + lyrics1BytesMax * 4) - lyricsMarkBytes;
  for (let end = at + 11; end <= searchEnd; end++) {
    if (window.has(end, 'LYRICS200') || window.has(end, 'LYRICSEND')) {
      return { kind: 'Lyrics3', bytes: end + lyricsMarkBytes - at };
    }
  }
  return undefined;
}

function id3v1At(window: Window, at: number): Tag | undefined {
  if (window.has(at, 'TAG+')) {
    return { kind: 'TAG+', bytes: tagPlusBytes };
  }
  return window.has(at, 'TAG') ? { kind: 'ID3v1', bytes: id3v1Bytes } : undefined;
}

/** Whether a byte is the first of some tag's mark: I, A, L or T. Most bytes are not, and nothing more is asked. */
function isTagInitial(byte: number | undefined): boolean {
  return byte === 0x49 || byte === 0x41 || byte === 0x4c || byte === 0x54;
}

/** The tag that begins at index `at`, if one does. Looks ahead no further than the window's lookahead. */
export function tagAt(window: Window, at: number): Tag | undefined {
  if (!isTagInitial(window.bytes[at])) {
    return undefined;
  }
  return id3v2At(window, at) ?? apeAt(window, at) ?? lyricsAt(window, at) ?? id3v1At(window, at);
}

/** Whether a tag seems to begin at index `at`: looks at 32 bytes only, so it can be asked at the end of a lookahead. */
export function hasTagMark(window: Window, at: number): boolean {
  if (!isTagInitial(window.bytes[at])) {
    return false;
  }
  return (
    id3v2At(window, at) !== undefined ||
    apeAt(window, at) !== undefined ||
    window.has(at, 'TAG') ||
    window.has(at, 'LYRICSBEGIN')
  );
}

/** Index at which the tag that ends at `end` begins; undefined where no tag ends there. */
function tagBefore(window: Window, end: number, from: number): number | undefined {
  if (end - from < 10) {
    return undefined;
  }
  // First, since the mark in the header of an APE tag may stand where that of an ID3v1 tag would.
  if (window.has(end - apeFooterBytes, 'APETAGEX')) {
    const size = window.view.getUint32(end - apeFooterBytes + 12, true);
    const hasHeader = (window.view.getUint32(end - apeFooterBytes + 20, true) & 0x80000000) !== 0;
    return end - size - (hasHeader ? apeFooterBytes : 0);
  }
  if (window.has(end - id3v1Bytes, 'TAG')) {
    return end - id3v1Bytes;
  }
  if (window.has(end - tagPlusBytes, 'TAG+')) {
    return end - tagPlusBytes;
  }
  if (window.has(end - lyricsMarkBytes, 'LYRICS200')) {
    const digits = window.text(end - lyricsMarkBytes - 6, 6);
    return /^\d{6}$/.test(digits) ? end - lyricsMarkBytes - 6 - Number(digits) : undefined;
  }
  if (window.has(end - lyricsMarkBytes, 'LYRICSEND')) {
    for (let at = end - lyricsMarkBytes; at >= Math.max(from, end - lyrics1BytesMax); at--) {
      if (window.has(at, 'LYRICSBEGIN')) {
        return at;
      }
    }
    return undefined;
  }
  if (window.has(end - 10, '3DI')) {
    const size = syncsafe(window, end - 4);
    return size === undefined ? undefined : end - 20 - size;
  }
  return undefined;
}

/**
 * Index at which the tags at the end of the file begin, walked from the end; the file's end where there are none.
 * The window must be final.
 * @param floor a tag that would begin before it is not believed: its size field is wrong. May be negative.
 * @param from index of the first byte that may be read.
 */
export function tailTagsStart(window: Window, floor: number, from: number): number {
  let start = window.end;
  for (;;) {
    const before = tagBefore(window, start, from);
    if (before === undefined || before < floor || before >= start) {
      return start;
    }
    start = before;
  }
}
