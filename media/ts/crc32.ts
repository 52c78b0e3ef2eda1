/** Polynomial of ISO/IEC 13818-1 annex A, most significant bit first. */
const polynomial = 0x04c11db7;

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit++) {
    value = value < 0 ? (value << 1) ^ polynomial : value << 1;
  }
  return value >>> 0;
});

/** CRC-32/MPEG-2 of the bytes: 0 over a table section that ends with its right CRC. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc = ((crc << 8) ^ (table[((crc >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  }
  return crc;
}
