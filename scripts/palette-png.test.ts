import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { encodePalettePng } from './palette-png.ts';

/** Data of the chunks by type, the signature left out. */
function chunksOf(png: Buffer): ReadonlyMap<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return chunks;
}

function dataOf(png: Buffer, type: string): Buffer {
  return chunksOf(png).get(type) ?? Buffer.alloc(0);
}

test('a picture of few colours keeps them, the commonest first', () => {
  const rgb = Buffer.from('ff0000 0000ff 0000ff 0000ff'.replaceAll(' ', ''), 'hex');
  const png = encodePalettePng({ width: 2, height: 2, rgb });

  expect([...chunksOf(png).keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  expect(dataOf(png, 'IHDR').toString('hex')).toBe('00000002000000020803000000');
  expect(dataOf(png, 'PLTE').toString('hex')).toBe('0000ffff0000');
  expect([...inflateSync(dataOf(png, 'IDAT'))]).toEqual([0, 1, 0, 0, 0, 0]);
  // The checksum that every PNG ends with.
  expect(png.subarray(-8).toString('hex')).toBe('49454e44ae426082');
});

test('what is no room for in the palette becomes its nearest colour', () => {
  const grey = Array.from({ length: 256 }, (_, value) => [value, value, value]).flat();
  const rgb = Buffer.from([...grey, ...grey, 99, 100, 101]);
  const png = encodePalettePng({ width: 513, height: 1, rgb });

  expect(dataOf(png, 'PLTE')).toHaveLength(768);
  const indices = inflateSync(dataOf(png, 'IDAT'));
  expect(indices.at(-1)).toBe(100);
});
