const bytesPerLine = 16;
const linesMax = 64;

/** Bytes as a dump: offset, sixteen bytes in hexadecimal, the same as ASCII. At most 64 lines, then what is left out. */
export function hexDump(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  const lines: string[] = [];
  for (let at = 0; at < bytes.length && lines.length < linesMax; at += bytesPerLine) {
    const row = bytes.subarray(at, at + bytesPerLine);
    const hex = [...row].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const text = [...row].map((byte) =>
      byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.',
    );
    const offset = at.toString(16).padStart(6, '0');
    lines.push(`${offset}  ${hex.padEnd(3 * bytesPerLine - 1)}  ${text.join('')}`);
  }
  const left = bytes.length - lines.length * bytesPerLine;
  return [...lines, ...(left > 0 ? [`… ${String(left)} more bytes`] : [])].join('\n');
}
