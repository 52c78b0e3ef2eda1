import type { MediaSeverity } from '#media/verdict.ts';

/** One way in which a recording's bytes go wrong on their way into a bucket. */
export interface MediaDamage {
  /** Stable kebab-case name. */
  readonly name: string;
  /** What happened to the file, one sentence. */
  readonly statement: string;
  /** How bad the result is by the verdict policy. */
  readonly severity: MediaSeverity;
  /** Pure: gives new bytes for those of a valid file; undefined where the damage would change nothing. */
  readonly apply: (sound: Uint8Array) => Uint8Array | undefined;
}

/** A damage, by default one after which the file is no valid recording. */
export function damage(
  name: string,
  statement: string,
  apply: MediaDamage['apply'],
  severity: MediaSeverity = 'invalid',
): MediaDamage {
  return { name, statement, severity, apply };
}

/** Bytes of a text in UTF-8. */
export function text(content: string): Uint8Array {
  return Buffer.from(content);
}

/** So many zero bytes. */
export function zeros(length: number): Uint8Array {
  return new Uint8Array(length);
}

/** All parts in a row. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

/** Changes the third quarter of a copy. */
export function withMiddle(sound: Uint8Array, change: (middle: Uint8Array) => void): Uint8Array {
  const copy = sound.slice();
  change(copy.subarray(sound.length >>> 1, (sound.length >>> 2) * 3));
  return copy;
}

/** The upload left an object without bytes. */
export const emptied = damage('emptied', 'The upload wrote no bytes.', () => new Uint8Array(0));

/** The object has its length and nothing else. */
export const allZeros = damage(
  'all-zeros',
  'Space was reserved, but nothing was written into it.',
  (sound) => new Uint8Array(sound.length),
);

/** A quarter of the file is zero. */
export const zerosInside = damage(
  'zeros-inside',
  'A stretch in the middle was never written.',
  (sound) => withMiddle(sound, (middle) => middle.fill(0)),
);

/** A quarter of the file is other data. */
export const noiseInside = damage(
  'noise-inside',
  'A stretch in the middle is other data.',
  (sound) =>
    withMiddle(sound, (middle) =>
      middle.forEach((_, index) => (middle[index] = (index * 151 + 7) & 0xff)),
    ),
);

/** Answers of servers that were stored as if they were the file. */
export const errorAnswers: readonly MediaDamage[] = [
  damage('html-error-page', 'An error page was stored in place of the audio.', () =>
    text(
      '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>\n',
    ),
  ),
  damage('xml-error', 'A storage error was stored in place of the audio.', () =>
    text('<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code></Error>\n'),
  ),
  damage('json-error', 'An API error was stored in place of the audio.', () =>
    text('{"Response":{"Error":{"Code":"InternalError","Message":""},"RequestId":""}}'),
  ),
];

/** The file in another coding. */
export const recodings: readonly MediaDamage[] = [
  damage('gzip', 'The file was compressed on its way.', (sound) =>
    joined(
      Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3),
      sound.map((byte) => byte ^ 0x5a),
    ),
  ),
  damage('base64', 'The file’s Base64 text was stored.', (sound) =>
    text(Buffer.from(sound).toString('base64')),
  ),
  damage('text-recoded', 'The bytes were taken for UTF-8 text and written again.', (sound) =>
    text(Buffer.from(sound).toString('utf8')),
  ),
];

/** An Ogg container under another name. */
export function ogg(length: number): Uint8Array {
  return joined(
    text('OggS'),
    Uint8Array.of(0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
    zeros(12),
    text('\x01vorbis'),
    zeros(length),
  );
}
