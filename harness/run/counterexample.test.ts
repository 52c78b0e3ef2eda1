import { describe, expect, test } from 'vitest';
import type { ArmRecord, Exchange } from '../observation.ts';
import { createRedactor } from '../redact.ts';
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
});
