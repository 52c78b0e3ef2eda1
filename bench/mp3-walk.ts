import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench } from 'tinybench';
import { inspectFile } from '#harness/inspect-file.ts';
import { createInspector, inspectBytes } from '#media/inspector.ts';
import { musicCrc } from '#media/mp3/crc16.ts';
import { writeMp3 } from '#media/mp3/writer.ts';

/**
 * The walk beside reading the same bytes, in one run, so that the ratios hold on any machine.
 * Run: `npx tsx bench/mp3-walk.ts [FILE.mp3]`; without a file, two hours of the writer's at 128 kbit/s.
 */
const given = process.argv[2];
const chunkBytes = 512 * 1024;

async function readAll(path: string, onChunk: (chunk: Uint8Array) => void): Promise<void> {
  const file = await open(path, 'r');
  const buffer = new Uint8Array(chunkBytes);
  for (let got = -1; got !== 0;) {
    got = (await file.read(buffer, 0, buffer.length)).bytesRead;
    onChunk(buffer.subarray(0, got));
  }
  await file.close();
}

const folder = await mkdtemp(join(tmpdir(), 'soundcheck-bench-'));
const twoHours = {
  durationSeconds: 7200,
  sampleRateHz: 44100,
  bitrateKbps: 128,
  channels: 2,
} as const;
const path = given ?? join(folder, 'two-hours.mp3');
if (given === undefined) {
  await writeFile(path, writeMp3({ ...twoHours, infoFrame: false }));
}
const pieces: Uint8Array[] = [];
await readAll(path, (chunk) => pieces.push(chunk.slice()));
const bytes = Buffer.concat(pieces);
const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const bench = new Bench({ time: 3000, warmupTime: 1000 });
bench.add('read, one reused buffer', () => readAll(path, () => undefined));
bench.add('read and judge: inspectFile', () => inspectFile(path));
bench.add('judge bytes in memory', () => inspectBytes(bytes));
bench.add('judge chunks in memory', () => {
  const inspector = createInspector();
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    inspector.push(bytes.subarray(at, at + chunkBytes));
  }
  return inspector.end();
});
bench.add('CRC-16 of every byte, as the music CRC needs', () => musicCrc(view, 0, bytes.length, 0));
await bench.run();

const megabytes = bytes.length / 1e6;
const speeds = bench.tasks.map(({ name, result }) => {
  const milliseconds = 'latency' in result ? result.latency.p50 : Number.NaN;
  return { name, speed: (megabytes * 1000) / milliseconds };
});
const reading = speeds[0]?.speed ?? Number.NaN;
console.log(`${megabytes.toFixed(1)} MB, ${inspectBytes(bytes).verdict}`);
for (const { name, speed } of speeds) {
  const ratio = (speed / reading).toFixed(2);
  console.log(
    `${name.padEnd(46)} ${speed.toFixed(0).padStart(7)} MB/s ${ratio.padStart(6)} x reading`,
  );
}
await rm(folder, { recursive: true });
