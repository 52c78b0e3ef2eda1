import { describe, expect, test } from 'vitest';
import { expectAccepted, expectAnsweredWithin } from './acceptance.ts';
import { armsOf } from './arm-records.test-kit.ts';
import { afterwards, expectKeepsServing } from './serving.ts';

describe('acceptance', () => {
  test.each([200, 201, 202, 204, 299])('%i is acceptance', (answer) => {
    expect(expectAccepted(armsOf({ name: 'delivery', said: [{ answer }] }))).toEqual([]);
  });

  test.each([199, 300, 302, 400, 401, 409, 500, 503, 'timeout' as const])('%s is not', (answer) => {
    const [finding] = expectAccepted(armsOf({ name: 'delivery', said: [{ answer }] }));
    expect(finding).toMatchObject({
      at: 'delivery #1: request 1',
      code: 'not-accepted',
      expected: 'a 2xx status',
    });
    expect(finding?.actual).toContain(String(answer));
  });

  test('controls are the engine’s matter', () => {
    const arms = armsOf({ name: 'delivery', said: [{ role: 'control', answer: 500 }] });
    expect(expectAccepted(arms)).toEqual([]);
  });

  test('every refused probe is told, with its place', () => {
    const said = [{}, { answer: 409 }, {}, { answer: 500 }] as const;
    const found = expectAccepted(armsOf({ name: 'a', said }, { name: 'b', said: [{}] }));
    expect(found.map(({ at }) => at)).toEqual(['a #2: request 2', 'a #4: request 4']);
  });
});

describe('time', () => {
  test.each([
    [5000, 0],
    [5001, 1],
  ])('an answer after %i ms of 5000: %i findings', (tookMs, count) => {
    const arms = armsOf({ name: 'delivery', said: [{ tookMs }] });
    const found = expectAnsweredWithin(arms, 5000);
    expect(found).toHaveLength(count);
  });

  test('no answer at all is late, too', () => {
    const arms = armsOf({ name: 'delivery', said: [{ answer: 'timeout', tookMs: 10_000 }] });
    expect(expectAnsweredWithin(arms, 5000)).toMatchObject([
      {
        at: 'delivery #1: request 1',
        code: 'answered-late',
        expected: 'an answer within 5000 ms',
        actual: 'timeout: no answer after 10000 ms',
      },
    ]);
  });
});

describe('serving', () => {
  test('only what comes afterwards counts', () => {
    const label = `${afterwards}, same connection`;
    const refused = armsOf({ name: 'disturbed', said: [{ answer: 400 }, { label }] });
    expect(expectKeepsServing(refused)).toEqual([]);
    const broken = armsOf({
      name: 'disturbed',
      said: [{ answer: 400 }, { label, answer: 'timeout' }],
    });
    expect(expectKeepsServing(broken)).toMatchObject([{ code: 'stopped-serving' }]);
  });
});
