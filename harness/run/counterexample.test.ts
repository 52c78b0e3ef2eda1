import { describe, expect, test } from 'vitest';
import type { RequestSpec, SendMark } from '../experiment.ts';
import type { ArmRecord, Exchange } from '../observation.ts';
import { createRedactor } from '../redact.ts';
import type { Counterexample, TimelineStep } from '../result.ts';
import { toCounterexample } from './counterexample.ts';
import type { Outcome } from './execute.ts';
import { armOf, experimentOf, say, secretKey, valueOf, watching } from './fake-suite.test-kit.ts';

const redactor = createRedactor([secretKey]);

function exchangeOf(label: string, body: string, answer: string | null): Exchange {
  const send = say(body, label);
  return {
    send: {
      ...send,
      request: {
        ...send.request,
        headers: [
          ['Signature', 'sig'],
          ['X-Echo', secretKey],
        ],
      },
      mark: { file: 'F1', event: 'uploaded', kind: 'duplicate', order: 2 },
    },
    wave: 3,
    startedMs: 10,
    endedMs: 22.4,
    result:
      answer === null
        ? { fault: 'timeout', detail: 'no answer within 5 ms' }
        : {
            answer: {
              status: 201,
              headers: { 'x-echo': secretKey },
              body: Buffer.from(answer),
              truncated: false,
            },
          },
  };
}

function outcomeOf(records: readonly ArmRecord[], shows: string): Outcome {
  return {
    experiment: { ...experimentOf('directed:0', ...records.map(({ arm }) => arm)), shows },
    arms: new Map(records.map((record) => [record.arm.name, record])),
    findings: [],
    fault: null,
    requests: 0,
    durationMs: 0,
  };
}

function recordOf(name: string, exchanges: readonly Exchange[], state?: string): ArmRecord {
  return {
    arm: watching(armOf(name), 'room seven'),
    exchanges,
    states: new Map(state === undefined ? [] : [['R1', valueOf(state)]]),
    wallMs: 0,
  };
}

describe('a counterexample', () => {
  test('shows the telling arm step by step, and every state beside it', () => {
    const outcome = outcomeOf(
      [
        recordOf('in-order', [exchangeOf('a', '{}', 'ok')], '{"room":"room seven"}'),
        recordOf(
          'hostile',
          [exchangeOf('b', '{"k":1}', 'fine'), exchangeOf('c', '{}', null)],
          '[]',
        ),
        recordOf('unwatched', []),
      ],
      'hostile',
    );

    expect(toCounterexample(outcome, redactor)).toEqual({
      title: 'experiment directed:0',
      callbacks: 2,
      steps: [
        {
          wave: 3,
          label: 'b',
          kind: 'duplicate',
          file: 'F1',
          event: 'uploaded',
          order: 2,
          answer: '201',
          ms: 12,
          request: {
            method: 'POST',
            headers: [
              ['Signature', '[redacted]'],
              ['X-Echo', '[redacted]'],
            ],
            body: '{"k":1}',
          },
          response: { status: 201, headers: { 'x-echo': '[redacted]' }, body: 'fine' },
        },
        expect.objectContaining({ answer: 'timeout: no answer within 5 ms' }),
      ],
      states: [
        { arm: 'in-order', state: '{"R1":{"room":"⟦R1⟧"}}' },
        { arm: 'hostile', state: '{"R1":[]}' },
      ],
    });
  });

  test('of an arm that was not recorded is none', () => {
    expect(toCounterexample(outcomeOf([], 'hostile'), redactor)).toBeNull();
  });

  test('is bounded, and no half of a secret stands at a border', () => {
    const flood = secretKey.repeat(2000) + 'é'.repeat(9000);
    const outcome = outcomeOf(
      [
        recordOf(
          'arm',
          Array.from({ length: 100 }, () => exchangeOf('a', flood, flood)),
          JSON.stringify(flood),
        ),
      ],
      'arm',
    );
    const counterexample = toCounterexample(outcome, redactor);
    const text = JSON.stringify(counterexample);

    expect(counterexample?.callbacks).toBe(100);
    expect(counterexample?.steps).toHaveLength(60);
    expect(text.length).toBeLessThan(60 * 2 * 4500 + 8500);
    expect(text).not.toContain(secretKey.slice(0, 8));
  });

  test('shows bytes that are no text as what they are', () => {
    const outcome = outcomeOf([recordOf('arm', [exchangeOf('a', '{}', '')])], 'arm');
    const [exchange] = outcome.arms.get('arm')?.exchanges ?? [];
    const broken = {
      ...outcome,
      arms: new Map([
        [
          'arm',
          recordOf(
            'arm',
            exchange === undefined
              ? []
              : [
                  {
                    ...exchange,
                    send: {
                      ...exchange.send,
                      request: { ...exchange.send.request, body: Buffer.from([0x7b, 0xff]) },
                    },
                  },
                ],
          ),
        ],
      ]),
    };

    expect(toCounterexample(broken, redactor)?.steps[0]?.request.body).toBe('{\ufffd');
  });

  test('keeps bytes that are no text as Base64, unless a secret is among them', () => {
    const request = (...body: readonly (string | number)[]): TimelineRequest =>
      requestIn([
        ...body.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part)])),
      ]);
    expect(request('{', 0xff)).toMatchObject({ bodyBase64: 'e/8=' });
    expect(request('{}')).not.toHaveProperty('bodyBase64');
    expect(request('{', secretKey, 0xff)).not.toHaveProperty('bodyBase64');
    expect(request('x'.repeat(4001), 0xff)).not.toHaveProperty('bodyBase64');
  });

  test('says how a body was cut and what stood in the query, signatures aside', () => {
    const request = requestIn([123, 125], {
      splitAt: [1],
      query: [
        ['Signature', 'c2lnbmF0dXJl'],
        ['tenant', '1'],
      ],
    });
    expect(request).toMatchObject({
      splitAt: [1],
      query: [
        ['Signature', '[redacted]'],
        ['tenant', '1'],
      ],
    });
  });

  test('tells the whole story: also what only a baseline sent', () => {
    const baseline = tellingArm('in-order', ['F1 started', 'F1 completed', 'F1 uploaded']);
    const hostile = tellingArm('hostile', ['F1 started', null, 'F1 uploaded']);
    const other = tellingArm('in-order', ['F9 started', 'F9 completed']);
    expect(storyOf(baseline, hostile)).toEqual([
      { order: 0, label: 'F1 started', file: 'F1', subject: 'R1/T1/U1', span: 'opens' },
      { order: 1, label: 'F1 completed', file: 'F1', subject: 'R1/T1/U1' },
      { order: 2, label: 'F1 uploaded', file: 'F1', subject: 'R1/T1/U1' },
    ]);
    // A baseline that tells of something else is another story.
    expect(storyOf(other, hostile)?.map(({ label }) => label)).toEqual([
      'F1 started',
      'F1 uploaded',
    ]);
  });

  test('holds the states along the way, redacted and bounded', () => {
    const outcome = outcomeOf([recordOf('arm', [])], 'arm');
    const states = [
      { wave: 0, state: `{"key":"${secretKey}"}` },
      { wave: 1, state: 'x'.repeat(9000) },
    ];
    const trace = toCounterexample(outcome, redactor, { arm: armOf('arm'), states })?.trace;
    expect(trace?.[0]).toEqual({ wave: 0, state: '{"key":"[redacted]"}' });
    expect(trace?.[1]?.state.length).toBeLessThan(4100);
  });
});

type TimelineRequest = TimelineStep['request'] | undefined;

/** The request of the only step, as a counterexample tells it. */
function requestIn(body: readonly number[], parts: Partial<RequestSpec> = {}): TimelineRequest {
  const exchange = exchangeOf('a', '{}', '');
  const send = {
    ...exchange.send,
    request: { ...exchange.send.request, body: Buffer.from(body), ...parts },
  };
  const outcome = outcomeOf([recordOf('arm', [{ ...exchange, send }])], 'arm');
  return toCounterexample(outcome, redactor)?.steps[0]?.request;
}

/** An arm that sends these events in true order; null: one that is not sent. */
function tellingArm(name: string, labels: readonly (string | null)[]): ArmRecord {
  const waves = labels.flatMap((label, order) =>
    label === null ? [] : [[{ ...say('{}', label), mark: markOf(label, order) }]],
  );
  return { arm: armOf(name, ...waves), exchanges: [], states: new Map(), wallMs: 0 };
}

function markOf(label: string, order: number): SendMark {
  const [file = '', event = ''] = label.split(' ');
  const span = event === 'started' ? ({ span: 'opens' } as const) : {};
  return { file, event, kind: 'original', order, subject: 'R1/T1/U1', ...span };
}

function storyOf(...records: readonly ArmRecord[]): Counterexample['story'] {
  return toCounterexample(outcomeOf(records, 'hostile'), redactor)?.story;
}
