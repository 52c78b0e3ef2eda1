import { box } from '#media/mp4/write-box.ts';
import { writeTs } from '#media/ts/writer.ts';
import {
  allZeros,
  damage,
  emptied,
  errorAnswers,
  joined,
  ogg,
  recodings,
  text,
  type MediaDamage,
} from './media-damage.ts';

interface Box {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The outermost boxes of a file without 64-bit sizes. */
function boxesOf(mp4: Uint8Array): readonly Box[] {
  const view = new DataView(mp4.buffer, mp4.byteOffset, mp4.byteLength);
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= mp4.length;) {
    const size = Math.max(8, view.getUint32(at));
    const bytes = mp4.subarray(at, at + size);
    boxes.push({ type: Buffer.from(bytes.subarray(4, 8)).toString('latin1'), bytes });
    at += size;
  }
  return boxes;
}

/** A damage that is told in boxes. */
function ofBoxes(
  name: string,
  statement: string,
  change: (boxes: readonly Box[]) => readonly Uint8Array[],
): MediaDamage {
  return damage(name, statement, (sound) => joined(...change(boxesOf(sound))));
}

/** Damages of the structure: tables, media, their agreement. */
const ofTheStructure: readonly MediaDamage[] = [
  damage('cut-in-half', 'The upload broke off in the middle.', (mp4) =>
    mp4.subarray(0, mp4.length >>> 1),
  ),
  damage('last-bytes-missing', 'The last box is not whole.', (mp4) => mp4.subarray(0, -3)),
  damage('first-bytes-missing', 'The beginning of the file is missing.', (mp4) =>
    mp4.subarray(mp4.length >>> 2),
  ),
  ofBoxes('tables-missing', 'The recorder never wrote the tables.', (boxes) =>
    boxes.filter(({ type }) => type !== 'moov').map(({ bytes }) => bytes),
  ),
  ofBoxes('tables-twice', 'The tables are there twice.', (boxes) =>
    boxes.flatMap(({ type, bytes }) => (type === 'moov' ? [bytes, bytes] : [bytes])),
  ),
  ofBoxes('media-missing', 'The tables speak of media that are not there.', (boxes) =>
    boxes.map(({ type, bytes }) => (type === 'mdat' ? box('mdat') : bytes)),
  ),
  ofBoxes('tables-emptied', 'The tables are an empty box.', (boxes) =>
    boxes.map(({ type, bytes }) => (type === 'moov' ? box('moov') : bytes)),
  ),
];

/** Every damage of an MP4 file, plainest first. */
export const mp4Damages: readonly MediaDamage[] = [
  emptied,
  ...ofTheStructure,
  allZeros,
  ...errorAnswers,
  damage('ogg', 'The file is an Ogg container under an MP4 name.', (mp4) => ogg(mp4.length)),
  damage('ts', 'The file is an MPEG-TS segment under an MP4 name.', () =>
    writeTs({ durationMs: 1000 }),
  ),
  ...recodings,
  damage(
    'junk-behind',
    'Bytes that are no box stand behind the file.',
    (mp4) => joined(mp4, text('--boundary--\r\n')),
    'suspicious',
  ),
];
