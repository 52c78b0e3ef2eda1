/** CRC-16 with polynomial 0x8005, one table entry a byte, most significant bit first. */
const frameTable = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit++) {
    crc = (crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x8005;
  }
  return crc & 0xffff;
});

/** Start value of a frame CRC. */
export const frameCrcStart = 0xffff;

/** Continues a frame CRC (most significant bit first) over bytes `from` up to `to` exclusive. */
export function frameCrc(view: DataView, from: number, to: number, start: number): number {
  let crc = start;
  for (let at = from; at < to; at++) {
    crc = ((crc << 8) & 0xffff) ^ (frameTable[(crc >>> 8) ^ view.getUint8(at)] ?? 0);
  }
  return crc;
}

const slices = 16;

/**
 * Sixteen tables in one, for the reflected CRC (ARC): entry `slice * 256 + byte` is the CRC of that byte
 * followed by `slice` zero bytes. One flat array, because an array of arrays costs half the speed.
 */
const musicTables = ((): Uint16Array => {
  const tables = new Uint16Array(slices * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc & 1) === 0 ? crc >>> 1 : (crc >>> 1) ^ 0xa001;
    }
    tables[byte] = crc;
  }
  for (let at = 256; at < tables.length; at++) {
    const before = tables[at - 256] ?? 0;
    tables[at] = (before >>> 8) ^ (tables[before & 0xff] ?? 0);
  }
  return tables;
})();

/**
 * Continues a LAME music CRC (CRC-16/ARC, start 0) over bytes `from` up to `to` exclusive.
 * Sixteen bytes a step: it is the most expensive check of the walk, since it must see every byte.
 */
export function musicCrc(view: DataView, from: number, to: number, start: number): number {
  const t = musicTables;
  let crc = start;
  let at = from;
  for (; at + slices <= to; at += slices) {
    const a = view.getUint32(at, true) ^ crc;
    const b = view.getUint32(at + 4, true);
    const c = view.getUint32(at + 8, true);
    const d = view.getUint32(at + 12, true);
    crc =
      (t[3840 + (a & 255)] ?? 0) ^
      (t[3584 + ((a >>> 8) & 255)] ?? 0) ^
      (t[3328 + ((a >>> 16) & 255)] ?? 0) ^
      (t[3072 + (a >>> 24)] ?? 0) ^
      (t[2816 + (b & 255)] ?? 0) ^
      (t[2560 + ((b >>> 8) & 255)] ?? 0) ^
      (t[2304 + ((b >>> 16) & 255)] ?? 0) ^
      (t[2048 + (b >>> 24)] ?? 0) ^
      (t[1792 + (c & 255)] ?? 0) ^
      (t[1536 + ((c >>> 8) & 255)] ?? 0) ^
      (t[1280 + ((c >>> 16) & 255)] ?? 0) ^
      (t[1024 + (c >>> 24)] ?? 0) ^
      (t[768 + (d & 255)] ?? 0) ^
      (t[512 + ((d >>> 8) & 255)] ?? 0) ^
      (t[256 + ((d >>> 16) & 255)] ?? 0) ^
      (t[d >>> 24] ?? 0);
  }
  for (; at < to; at++) {
    crc = (crc >>> 8) ^ (t[(crc ^ view.getUint8(at)) & 255] ?? 0);
  }
  return crc;
}
