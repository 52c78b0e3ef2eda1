/** How many bytes {@link fingerprintBytes} gives: 32 bits, seven a byte. */
export const fingerprintLength = 5;

/**
 * The bytes by which a written file shows a number: its 32 bits in five bytes below 0x80, `U` for 0.
 * None is 0xff, so that they look like no sync; few are 0, so that start codes cannot arise among them.
 */
export function fingerprintBytes(fingerprint: number): Uint8Array {
  return Uint8Array.from(
    { length: fingerprintLength },
    (_, index) => ((fingerprint >>> (7 * index)) & 0x7f) ^ 0x55,
  );
}
