import { writeMp3 } from '#media/mp3/writer.ts';
import type { MediaSeverity } from '#media/verdict.ts';

/** One way in which a recording's bytes go wrong on their way into a bucket. */
export interface Mp3Damage {
  /** Stable kebab-case name. */
  readonly name: string;
  /** What happened to the file, one sentence. */
  readonly statement: string;
  /** How bad the result is by the verdict policy. */
  readonly severity: MediaSeverity;
  /** Pure: gives new bytes for those of a valid MP3 file; undefined where the damage would change nothing. */
  readonly apply: (mp3: Uint8Array) => Uint8Array | undefined;
}

/** Every damage, plainest first. */
export const mp3Damages: readonly Mp3Damage[] = [
  damage('emptied', 'The upload wrote no bytes.', () => new Uint8Array(0)),
  damage(
    'cut-in-half',
    'The upload broke off in the middle; what stands at the start is whole.',
    (mp3) => mp3.subarray(0, mp3.length >>> 1),
  ),
  damage('last-bytes-missing', 'The last frame is not whole.', (mp3) => mp3.subarray(0, -7)),
  damage(
    'first-half-missing',
    'The first half of the frames behind the file’s beginning is missing.',
    (mp3) => joined(mp3.subarray(0, 200), mp3.subarray(mp3.length >>> 1)),
  ),
  damage(
    'all-zeros',
    'Space was reserved, but nothing was written into it.',
    (mp3) => new Uint8Array(mp3.length),
  ),
  damage('zeros-inside', 'A stretch in the middle was never written.', (mp3) =>
    withMiddle(mp3, (middle) => middle.fill(0)),
  ),
  damage('noise-inside', 'A stretch in the middle is other data.', (mp3) =>
    withMiddle(mp3, (middle) =>
      middle.forEach((_, index) => (middle[index] = (index * 151 + 7) & 0xff)),
    ),
  ),
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
  damage('wav', 'The file is PCM audio under an MP3 name.', wav),
  damage('aac', 'The file is AAC audio under an MP3 name.', adts),
  damage('ogg', 'The file is an Ogg container under an MP3 name.', (mp3) =>
    joined(
      text('OggS'),
      Uint8Array.of(0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
      zeros(12),
      text('\x01vorbis'),
      zeros(mp3.length),
    ),
  ),
  damage('mp4', 'The file is an MP4 container under an MP3 name.', (mp3) =>
    joined(
      Uint8Array.of(0, 0, 0, 24),
      text('ftypM4A \0\0\0\0M4A mp42'),
      Uint8Array.of(0, 0, 0, 8),
      text('mdat'),
      zeros(mp3.length),
    ),
  ),
  damage('gzip', 'The file was compressed on its way.', (mp3) =>
    joined(
      Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3),
      mp3.map((byte) => byte ^ 0x5a),
    ),
  ),
  damage('base64', 'The file’s Base64 text was stored.', (mp3) =>
    text(Buffer.from(mp3).toString('base64')),
  ),
  damage('text-recoded', 'The bytes were taken for UTF-8 text and written again.', (mp3) =>
    text(Buffer.from(mp3).toString('utf8')),
  ),
  damage(
    'line-feeds-converted',
    'A text-mode transfer put a carriage return before each line feed.',
    convertLineFeeds,
  ),
  damage('other-sample-rate', 'The second half has another sample rate.', (mp3) =>
    joined(mp3, writeMp3({ durationSeconds: 2, sampleRateHz: 24_000, infoFrame: false })),
  ),
  damage(
    'junk-before',
    'Bytes that are no audio stand before the file.',
    (mp3) => joined(text('HTTP/1.1 200 OK\r\n\r\n'), mp3),
    'suspicious',
  ),
  damage(
    'junk-behind',
    'Bytes that are no audio stand behind the file.',
    (mp3) => joined(mp3, text('--boundary--\r\n')),
    'suspicious',
  ),
  damage(
    'zeros-behind',
    'The file was never cut to the length that was written.',
    (mp3) => joined(mp3, zeros(4096)),
    'suspicious',
  ),
  damage(
    'joined',
    'Another recording was appended.',
    (mp3) => joined(mp3, writeMp3({ durationSeconds: 2 })),
    'suspicious',
  ),
];

function damage(
  name: string,
  statement: string,
  apply: (mp3: Uint8Array) => Uint8Array | undefined,
  severity: MediaSeverity = 'invalid',
): Mp3Damage {
  return { name, statement, severity, apply };
}

function text(content: string): Uint8Array {
  return Buffer.from(content);
}

function zeros(length: number): Uint8Array {
  return new Uint8Array(length);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

/** Changes the third quarter of a copy. */
function withMiddle(mp3: Uint8Array, change: (middle: Uint8Array) => void): Uint8Array {
  const copy = mp3.slice();
  change(copy.subarray(mp3.length >>> 1, (mp3.length >>> 2) * 3));
  return copy;
}

function wav(mp3: Uint8Array): Uint8Array {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + mp3.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(16_000, 24);
  header.writeUInt32LE(32_000, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(mp3.length, 40);
  return joined(header, zeros(mp3.length));
}

/** ADTS frames of 64 bytes at 16 kHz, mono, with nothing in them. */
function adts(mp3: Uint8Array): Uint8Array {
  const frame = new Uint8Array(64);
  frame.set([0xff, 0xf1, 0x60, 0x40, 64 >>> 3, 0x1f, 0xfc]);
  const count = Math.max(8, Math.ceil(mp3.length / frame.length));
  return joined(...Array.from({ length: count }, () => frame));
}

function convertLineFeeds(mp3: Uint8Array): Uint8Array | undefined {
  const feeds = mp3.reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 0);
  if (feeds === 0) {
    return undefined;
  }
  const converted = new Uint8Array(mp3.length + feeds);
  let at = 0;
  for (const byte of mp3) {
    if (byte === 0x0a) {
      converted[at++] = 0x0d;
    }
    converted[at++] = byte;
  }
  return converted;
}
