import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SparkCallback } from './callback.ts';
import { joinTruths, truthAfter, truthOf, type Truth } from './truth.ts';

const job = { jobId: 'j', streamName: 's', appId: 'a', roomId: 'r' };
const begun: SparkCallback = { ...job, eventType: 'RECORD_NEW_FILE_START', recordFormat: 'HLS' };
const complete: SparkCallback = {
  ...job,
  eventType: 'RECORD_FILE_COMPLETE',
  recordFormat: 'HLS',
  obsBucket: 'b',
  obsObject: 'o.m3u8',
  recordDurationSeconds: 5,
};
const over: SparkCallback = { ...job, eventType: 'CLOUD_RECORD_SERVER_OVER' };

const callbacks: fc.Arbitrary<SparkCallback> = fc.record(
  {
    eventType: fc.constantFrom(
      'RECORD_NEW_FILE_START',
      'RECORD_FILE_COMPLETE',
      'CLOUD_RECORD_SERVER_OVER',
      'CLOUD_RECORD_OVER',
      'RECORD_PAUSED',
    ),
    jobId: fc.constantFrom('j', 'k'),
    streamName: fc.constantFrom('s', 't'),
    roomId: fc.constantFrom('r', 'q'),
    recordFormat: fc.constantFrom('HLS', 'MP4'),
    startSeconds: fc.nat(2),
    width: fc.nat(2),
    obsObject: fc.constantFrom('o', 'p'),
    downloadUrl: fc.constantFrom('u', 'v'),
  },
  { requiredKeys: [] },
);

describe('truthAfter', () => {
  it('knows a job, what was begun, its files and its end', () => {
    expect(truthAfter([over, complete, begun, begun, complete])).toEqual([
      {
        identity: 'j',
        told: job,
        begunFormats: ['HLS'],
        files: [{ identity: 'b/o.m3u8', told: complete }],
        isOver: true,
      },
    ]);
  });

  it('knows nothing from unknown events, and keeps jobs and files apart', () => {
    expect(truthAfter([{ ...begun, eventType: 'RECORD_PAUSED' }, {}])).toEqual([]);
    const truth = truthAfter([
      complete,
      { ...complete, obsObject: 'p.m3u8' },
      { ...complete, jobId: 'i' },
      { eventType: 'CLOUD_RECORD_OVER', streamName: 'z' },
    ]);
    expect(truth.map(({ identity, files, isOver }) => [identity, files.length, isOver])).toEqual([
      ['i', 1, false],
      ['j', 2, false],
      ['z', 0, true],
    ]);
  });

  it('identifies files that have no object by URL, then by format and start', () => {
    const { obsObject: _, ...bare } = complete;
    const identities = [
      { ...bare, downloadUrl: 'https://x' },
      { ...bare, startSeconds: 7 },
      bare,
    ].map((callback) => truthOf(callback)[0]?.files[0]?.identity);
    expect(identities).toEqual(['https://x', 'HLS 7', 'HLS ']);
  });

  it('is the same for any order and any repetition', () => {
    const told = fc.array(callbacks, { maxLength: 8 });
    fc.assert(
      fc.property(
        told.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length }),
            fc.shuffledSubarray(all),
          ),
        ),
        ([all, shuffled, again]) => {
          expect(truthAfter([...shuffled, ...again])).toEqual(truthAfter(all));
        },
      ),
    );
  });
});

describe('joinTruths', () => {
  const truths: fc.Arbitrary<Truth> = fc.array(callbacks, { maxLength: 5 }).map(truthAfter);

  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(truths, truths, truths, (a, b, c) => {
        expect(joinTruths(a, b)).toEqual(joinTruths(b, a));
        expect(joinTruths(joinTruths(a, b), c)).toEqual(joinTruths(a, joinTruths(b, c)));
        expect(joinTruths(a, a)).toEqual(a);
      }),
    );
  });
});
