import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Bucket } from '../bucket.ts';
import { SoundcheckError } from '../errors.ts';
import type { Observer } from '../observe/observer.ts';
import {
  contextOf,
  observerOf,
  startTarget,
  suiteOf,
  valueOf,
} from '../run/fake-suite.test-kit.ts';
import { openSession } from '../run/session.ts';
import { diagnose, type Patient } from './diagnose.ts';
import type { Diagnosis, Topic } from './diagnosis.ts';

const suite = suiteOf([], { isRecordingKey: (key) => key.endsWith('.mp3') });

/** Looks at an endpoint alone. */
async function look(
  answer: (body: string, response: ServerResponse, request: IncomingMessage) => void,
  parts: Partial<Patient> & { readonly observer?: Observer } = {},
): Promise<readonly Diagnosis[]> {
  const { observer = null, ...others } = parts;
  const url = await startTarget(answer);
  const timeoutMs = others.timeoutMs ?? 6000;
  const session = openSession({
    endpoint: url,
    observer,
    bucket: null,
    timeoutMs,
    concurrency: 4,
    ratePerSecond: 0,
    settleMs: 500,
    signal: new AbortController().signal,
    onRequests: () => undefined,
  });
  return diagnose({
    suite,
    context: contextOf(),
    endpoint: { url, session },
    bucket: null,
    timeoutMs,
    ...others,
  });
}

function linesOf(lines: readonly Diagnosis[], topic: Topic): readonly Diagnosis[] {
  return lines.filter((line) => line.topic === topic);
}

function illIn(lines: readonly Diagnosis[]): readonly string[] {
  return lines.filter((line) => !line.well).map(({ topic, what }) => `${topic}: ${what}`);
}

/** Takes the readings whose bodies are named, refuses everything else. */
const speaks =
  (...bodies: readonly string[]) =>
  (body: string, response: ServerResponse): void => {
    response.writeHead(bodies.includes(body) ? 204 : 401).end();
  };

const own = ['preflight', 'preflight spaced', 'calibration'];

describe('an endpoint', () => {
  it('that conforms is well in every line', async () => {
    const lines = await look(speaks(...own));
    expect(illIn(lines)).toEqual([]);
    expect(lines.map(({ topic }) => topic)).toEqual([
      'port',
      'clock',
      'dialect',
      'signature',
      'forgery',
      'forgery',
      'time-out',
      'observation',
    ]);
    expect(linesOf(lines, 'forgery').map(({ what }) => what)).toEqual([
      'an unsigned callback is accepted (204)',
      'a wrongly signed callback is refused (401)',
    ]);
  });

  it('that speaks another reading is told which, before anything else is asked', async () => {
    const lines = await look(speaks('other reading'));
    expect(illIn(lines)).toEqual([
      'dialect: the endpoint speaks gme-other, not the default reading',
    ]);
    expect(lines.at(-1)?.advice).toBe('Run with --dialect gme-other.');
    const plain = await look(speaks(...own), { context: contextOf({ dialects: ['gme-none'] }) });
    expect(plain.every((line) => line.well)).toBe(true);
  });

  it('that speaks several readings is well, with a word', async () => {
    const lines = await look(speaks(...own, 'other reading'));
    expect(linesOf(lines, 'dialect')).toMatchObject([
      { well: true, what: 'beside the default reading it speaks gme-other' },
    ]);
    expect(linesOf(lines, 'dialect')[0]?.advice).toMatch(/^That is no fault/u);
  });

  it('that takes everything is told so, and one that shows everybody a page is not the receiver', async () => {
    const credulous = await look((_, response) => {
      response.writeHead(200).end('ok');
    });
    expect(credulous.every((line) => line.well)).toBe(true);
    expect(linesOf(credulous, 'signature')[0]?.what).toContain('takes whatever it is sent');

    const page = await look((_, response) => {
      response.writeHead(200).end('\n<!DOCTYPE html><title>Sign in</title>');
    });
    expect(illIn(page)).toEqual([
      'signature: the endpoint answers whatever it is sent with an HTML page (200)',
    ]);
    expect(page.at(-1)?.advice).toContain('--endpoint');
  });

  it('that refuses everything is ill, with the key among what to look at', async () => {
    const lines = await look(speaks());
    expect(illIn(lines)).toEqual([
      'signature: the endpoint accepts no rightly signed callback in any documented reading (it answers 401)',
    ]);
    expect(lines.at(-1)?.advice).toContain('key');
    expect(lines.at(-1)?.advice).toContain('--service');
  });

  it('that refuses one valid spelling, or accepts forgeries, is no matter of configuration', async () => {
    const choosy = await look(speaks('preflight', 'calibration'));
    expect(illIn(choosy)).toEqual([]);
    expect(linesOf(choosy, 'signature')[1]?.what).toContain('spaced (401)');
    const credulous = await look((_, response) => {
      response.writeHead(204).end();
    });
    expect(illIn(credulous)).toEqual([]);
    expect(linesOf(credulous, 'forgery')[1]?.what).toContain('is accepted');
  });

  it('that takes connections and says nothing is ill', async () => {
    const lines = await look(() => undefined, { timeoutMs: 200 });
    expect(illIn(lines)).toEqual(['signature: cannot reach the endpoint: no answer within 200 ms']);
  });

  it.each([
    ['ahead', 120, false, /ahead of ours/u],
    ['behind', -120, false, /behind ours/u],
    ['within a few seconds', 4, true, /agrees/u],
  ])('whose clock is %s', async (_, seconds, isWell, expected) => {
    const lines = await look((body, response) => {
      response.setHeader('Date', new Date(Date.now() + seconds * 1000).toUTCString());
      speaks(...own)(body, response);
    });
    const [clock] = linesOf(lines, 'clock');
    expect(clock).toMatchObject({ well: isWell });
    expect(clock?.what).toMatch(expected);
  });

  it('that has no clock is well', async () => {
    const lines = await look((body, response) => {
      response.sendDate = false;
      speaks(...own)(body, response);
    });
    expect(linesOf(lines, 'clock')[0]).toMatchObject({ well: true });
  });

  it('is waited for as long as it may take', async () => {
    const impatient = await look(speaks(...own), { timeoutMs: 1000 });
    expect(illIn(impatient)).toEqual([
      'time-out: a run waits 1000 ms for an answer, and a receiver may take 5000 ms',
    ]);
    const slow = await look(
      (body, response) => {
        setTimeout(() => {
          speaks(...own)(body, response);
        }, 60);
      },
      { context: contextOf({ responseTimeMsMax: 100 }), timeoutMs: 1000 },
    );
    expect(linesOf(slow, 'time-out')[0]).toMatchObject({
      well: true,
      advice: expect.stringContaining('Answer first') as string,
    });
  });
});

describe('an observation', () => {
  /** A receiver that keeps what it heard of, and answers of it as `show` says. */
  async function observed(
    show: (roomId: string, heard: ReadonlySet<string>) => ReturnType<Observer['observe']>,
  ): Promise<readonly Diagnosis[]> {
    const heard = new Set<string>();
    const observer: Observer = {
      ...observerOf(() => ({ kind: 'absent' })),
      observe: async ({ roomId }) => show(roomId, heard),
    };
    const lines = await look(
      (body, response) => {
        if (body === 'calibration') {
          heard.add('calibration');
        }
        speaks(...own)(body, response);
      },
      {
        observer,
        suite: {
          ...suite,
          calibration: (context) => {
            const room = context.nonce.endsWith('unknown') ? 'nobody' : 'calibration';
            const arm = suite.calibration(context);
            const subjects = arm.subjects.map((subject) => ({ ...subject, roomId: room }));
            return {
              ...arm,
              subjects,
              names: [{ kind: 'room', symbol: 'R1', value: room }],
            };
          },
        },
      },
    );
    return linesOf(lines, 'observation');
  }

  it('that follows, and says nothing of an unknown room, is well', async () => {
    const lines = await observed(async (room, heard) =>
      heard.has(room) ? valueOf(`{"room":"${room}"}`) : { kind: 'absent' },
    );
    expect(lines.map((line) => [line.well, line.what])).toEqual([
      [true, expect.stringMatching(/^a delivered recording shows in the state after \d+ ms$/u)],
      [true, 'an unknown room has nothing to tell'],
    ]);
  });

  it('that answers an empty list for an unknown room is well', async () => {
    const lines = await observed(async (room, heard) =>
      valueOf(heard.has(room) ? '[{"file":1}]' : '[]'),
    );
    expect(lines.every((line) => line.well)).toBe(true);
  });

  it('that tells of every room whatever it is asked is ill', async () => {
    const lines = await observed(async (_, heard) => valueOf(JSON.stringify([...heard])));
    expect(illIn(lines)).toEqual([
      "observation: asked for an unknown room, the observation tells of another one's room calibration",
    ]);
  });

  it('that fails for an unknown room is ill', async () => {
    const lines = await observed(async (room, heard) =>
      room === 'nobody'
        ? { kind: 'failed', detail: 'status 500' }
        : heard.has(room)
          ? valueOf('{"file":1}')
          : { kind: 'absent' },
    );
    expect(illIn(lines)).toEqual(['observation: an unknown room cannot be asked for: status 500']);
  });

  it('that cannot be read at all is ill', async () => {
    const lines = await observed(async () => ({ kind: 'failed', detail: 'not JSON' }));
    expect(illIn(lines)).toEqual(['observation: the state cannot be observed: not JSON']);
  });

  it('that never changes is ill', async () => {
    const lines = await observed(async () => valueOf('{"file":1}'));
    expect(illIn(lines)).toEqual([
      'observation: the observation answers, but a delivered recording does not show in it',
    ]);
  }, 20_000);
});

describe('a bucket', () => {
  function bucketOf(
    keys: readonly string[],
    read: Bucket['read'] = async function* () {
      yield Buffer.from('ID3');
    },
  ): Bucket {
    return {
      uri: './bucket',
      async *list() {
        for (const key of keys) {
          yield { key, size: 3 };
        }
      },
      read,
    };
  }

  async function examined(bucket: Bucket): Promise<readonly Diagnosis[]> {
    return diagnose({ suite, context: contextOf(), endpoint: null, bucket, timeoutMs: 1000 });
  }

  it('is listed and read a little', async () => {
    const lines = await examined(bucketOf(['1.mp3', '2.mp3', '3.mp3', '4.mp3', '5.mp3']));
    expect(lines.every((line) => line.well)).toBe(true);
    expect(lines.map(({ what }) => what.replaceAll(/\d+ ms/gu, 'N ms'))).toEqual([
      'the bucket ./bucket lists (N ms)',
      '1.mp3 can be read (first 3 bytes after N ms)',
      '2.mp3 can be read (first 3 bytes after N ms)',
      '3.mp3 can be read (first 3 bytes after N ms)',
    ]);
  });

  it('without a recording is well, with a word; without anything it is ill', async () => {
    expect((await examined(bucketOf(['notes.txt']))).at(-1)).toMatchObject({
      well: true,
      what: expect.stringContaining('(1 seen)') as string,
      advice: expect.stringContaining('prefix') as string,
    });
    expect(illIn(await examined(bucketOf([])))).toEqual(['bucket: the bucket ./bucket is empty']);
  });

  it('that lists but cannot be read is ill, and what was well stays said', async () => {
    const lines = await examined(
      bucketOf(['1.mp3'], () => {
        throw new SoundcheckError('BUCKET', 'reading is not allowed', 'Allow GetObject.');
      }),
    );
    expect(lines).toMatchObject([
      { well: true },
      { well: false, what: 'reading is not allowed', advice: 'Allow GetObject.' },
    ]);
  });
});
