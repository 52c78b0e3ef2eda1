import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { encodeCallback, formatObjectKey, type PlaylistFile } from '#contracts/trtc/index.ts';
import type { Bucket } from '#harness/bucket.ts';
import { playlistText } from '#media/hls/writer.ts';
import { writeTs } from '#media/ts/writer.ts';
import { audit } from '../archive/judge.test-kit.ts';
import { trtcJudge } from './archive-matrix.test-kit.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const sdkAppId = 1_400_000_000;
const startMs = Date.UTC(2026, 0, 1);
const segmentsPerStream = 49;
const segmentMs = 1000;
const segment = writeTs({
  durationMs: segmentMs,
  audio: false,
  picture: { width: 64, height: 36 },
});

/** The playlist of one of many streams: a task for each four of them. */
function playlistOf(stream: number): PlaylistFile {
  return {
    kind: 'playlist',
    prefix: ['recordings'],
    taskId: `-task${String(Math.floor(stream / 4))}`,
    sdkAppId,
    roomId: `room ${String(Math.floor(stream / 4) % 97)}`,
    recovery: 0,
    stream: {
      mode: 'single',
      userId: String(10_000 + (stream % 4)),
      mediaId: 'main',
      trackType: 'video',
    },
  };
}

function segmentKey(stream: number, index: number): string {
  return formatObjectKey({
    ...playlistOf(stream),
    kind: 'segment',
    startMs: startMs + index * segmentMs,
  });
}

/** Streams of a playlist and its segments, made as they are listed and read: nothing of them is kept. */
function endlessBucket(count: number): Bucket {
  let reads = 0;
  const playlists = new Map<string, number>();
  const textOf = (stream: number): Buffer =>
    Buffer.from(
      playlistText({
        segments: Array.from({ length: segmentsPerStream }, (_, index) => ({
          uri: segmentKey(stream, index).replace(/^.*\//u, ''),
          durationSeconds: segmentMs / 1000,
        })),
        targetDurationSeconds: 70,
        startRecTimeMs: startMs,
        videoSize: { width: 64, height: 36 },
      }),
    );
  return {
    uri: 'memory:endless',
    async *list() {
      for (let stream = 0; stream < count / (segmentsPerStream + 1); stream += 1) {
        const key = formatObjectKey(playlistOf(stream));
        playlists.set(key, stream);
        yield { key, size: textOf(stream).length };
        for (let index = 0; index < segmentsPerStream; index += 1) {
          yield { key: segmentKey(stream, index), size: segment.length };
        }
      }
    },
    async *read({ key }) {
      const stream = playlists.get(key);
      if (stream !== undefined) {
        playlists.delete(key);
        yield textOf(stream);
        return;
      }
      // Other bytes in the stuffing of the first packet for each object.
      reads += 1;
      const bytes = Uint8Array.from(segment);
      bytes.set([reads & 0xff, (reads >> 8) & 0xff, (reads >> 16) & 0xff], 188 - 3);
      yield bytes;
    },
  };
}

/** The one callback that is given, so that the checks of agreement look through everything. */
const callback = encodeCallback({
  callbackTsMs: startMs,
  roomId: 'room 0',
  eventTsSeconds: startMs / 1000,
  eventMsTsMs: startMs,
  robotId: 'recorder',
  taskId: '-task0',
  event: { kind: 'recorder-start', status: 0 },
});

/** Heap in use after a bucket was audited and every check has judged it, with its facts still open; bytes. */
async function heapAfter(count: number): Promise<{ audited: number; judged: number }> {
  const facts = await audit(trtcJudge, endlessBucket(count), {
    appId: String(sdkAppId),
    scope: 'both',
    dialects: [],
    callbacks: [callback],
  });
  expect(facts.count).toBe(count);
  collectGarbage();
  const audited = process.memoryUsage().heapUsed;
  for (const check of trtcJudge.archiveChecks) {
    expect(check.evaluate({ archive: facts }), check.id).toEqual([]);
  }
  collectGarbage();
  const judged = process.memoryUsage().heapUsed;
  await facts.close();
  return { audited, judged };
}

const mebibyte = 1024 * 1024;

test('20,000 objects are audited in the memory of 2,000, and judged in some hundred bytes each', async () => {
  await heapAfter(2000);
  const few = await heapAfter(2000);
  const many = await heapAfter(20_000);
  expect((many.audited - few.audited) / mebibyte).toBeLessThan(2);
  expect((many.judged - few.judged) / 18_000).toBeLessThan(600);
}, 120_000);
