import { writeMp3 } from '#media/mp3/writer.ts';
import {
  allZeros,
  damage,
  emptied,
  errorAnswers,
  joined,
  noiseInside,
  ogg,
  recodings,
  text,
  type MediaDamage,
  zeros,
  zerosInside,
} from './media-damage.ts';

/** One way in which an MP3 file's bytes go wrong on their way into a bucket. */
export type Mp3Damage = MediaDamage;

/** Every damage, plainest first. */
export const mp3Damages: readonly Mp3Damage[] = [
  emptied,
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
  allZeros,
  zerosInside,
  noiseInside,
  ...errorAnswers,
  damage('wav', 'The file is PCM audio under an MP3 name.', wav),
  damage('aac', 'The file is AAC audio under an MP3 name.', adts),
  damage('ogg', 'The file is an Ogg container under an MP3 name.', (mp3) => ogg(mp3.length)),
  damage('mp4', 'The file is an MP4 container under an MP3 name.', (mp3) =>
    joined(
      Uint8Array.of(0, 0, 0, 24),
      text('ftypM4A \0\0\0\0M4A mp42'),
      Uint8Array.of(0, 0, 0, 8),
      text('mdat'),
      zeros(mp3.length),
    ),
  ),
  ...recodings,
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
