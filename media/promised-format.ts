/** A format that a recording can be promised in. */
export type PromisedFormat = 'mp3' | 'm3u8' | 'ts' | 'mp4';

const formats: Readonly<Record<string, PromisedFormat>> = {
  mp3: 'mp3',
  m3u8: 'm3u8',
  ts: 'ts',
  mp4: 'mp4',
};

/** What the name of an object or file promises by its extension, in any case; undefined where it promises none of these. */
export function promisedFormat(key: string): PromisedFormat | undefined {
  const name = key.slice(key.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? undefined : formats[name.slice(dot + 1).toLowerCase()];
}
