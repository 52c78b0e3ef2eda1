import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '#contracts/gme/limits.ts';
import { predict, type GmePrediction, type GmeSegment } from '#contracts/gme/recording-rules.ts';
import type { GmeSession } from '#contracts/gme/session.ts';
import { resolveReading } from '#contracts/gme/dialects.ts';
import { sessions } from './session.ts';
import { sessionTraits } from './session-traits.ts';
import { shares, shrunk } from '../statistics.test-helper.ts';

function record(session: GmeSession, dialects: readonly string[] = []): GmePrediction {
  return predict(session, {
    bizId: 1400000000,
    scope: 'both',
    taskIds: (index) => BigInt(index + 1),
    reading: resolveReading(dialects),
  });
}

/** Files of each stream of each task, in order. */
function streamsOf(prediction: GmePrediction): readonly (readonly GmeSegment[])[] {
  return prediction.tasks.flatMap(({ segments }) => {
    const nameOf = ({ file }: GmeSegment): string => `${file.mode} ${file.userId}`;
    const names = [...new Set(segments.map(nameOf))];
    return names.map((name) => segments.filter((segment) => nameOf(segment) === name));
  });
}

function holds(check: (prediction: GmePrediction, session: GmeSession) => void): void {
  fc.assert(
    fc.property(sessions(), (session) => {
      check(record(session), session);
    }),
  );
}

describe('sessions: what is recorded of them', () => {
  it('serial numbers of a stream run from 0 without gaps', () => {
    holds((prediction) => {
      for (const stream of streamsOf(prediction)) {
        expect(stream.map(({ file }) => file.seqNo)).toEqual([...stream.keys()]);
      }
    });
  });

  it('files last from a second to two hours, and those of a stream do not overlap', () => {
    holds((prediction) => {
      for (const stream of streamsOf(prediction)) {
        let free = 0;
        for (const { beginSeconds, endSeconds } of stream) {
          expect(beginSeconds).toBeGreaterThanOrEqual(free);
          expect(endSeconds - beginSeconds).toBeGreaterThan(0);
          expect(endSeconds - beginSeconds).toBeLessThanOrEqual(limits.segmentSecondsMax);
          free = endSeconds;
        }
      }
    });
  });

  it('a file shorter than two hours is followed by a pause', () => {
    holds((prediction) => {
      for (const stream of streamsOf(prediction)) {
        stream.slice(1).forEach(({ beginSeconds }, index) => {
          const before = stream[index];
          const isFull = before !== undefined && before.endSeconds - before.beginSeconds === 7200;
          expect(isFull || beginSeconds > (before?.endSeconds ?? 0)).toBe(true);
        });
      }
    });
  });

  it('files lie inside their task, tasks of a room one after another, none longer than a day', () => {
    holds(({ tasks }) => {
      const free = new Map<string, number>();
      for (const task of tasks) {
        expect(task.beginSeconds).toBeGreaterThanOrEqual(free.get(task.roomId) ?? 0);
        expect(task.endSeconds - task.beginSeconds).toBeLessThanOrEqual(limits.taskSecondsMax);
        free.set(task.roomId, task.endSeconds);
        for (const { beginSeconds, endSeconds } of task.segments) {
          expect(beginSeconds).toBeGreaterThanOrEqual(task.beginSeconds);
          expect(endSeconds).toBeLessThanOrEqual(task.endSeconds);
        }
      }
    });
  });

  it('tasks cover exactly the time in which a room has users', () => {
    holds(({ tasks }, session) => {
      const present = new Map<string, number>();
      let covered = 0;
      let before = 0;
      let occupied = 0;
      for (const { at, kind, room } of session.events) {
        covered += occupied * (at - before);
        before = at;
        const change = kind === 'enter' ? 1 : kind === 'leave' ? -1 : 0;
        present.set(room, (present.get(room) ?? 0) + change);
        occupied = [...present.values()].filter((users) => users > 0).length;
      }
      const recorded = tasks.map(({ beginSeconds, endSeconds }) => endSeconds - beginSeconds);
      expect(recorded.reduce((sum, seconds) => sum + seconds, 0)).toBe(covered);
    });
  });

  it('each room has a file of each kind, all names differ', () => {
    holds(({ tasks, objectKeys }) => {
      expect(new Set(objectKeys).size).toBe(objectKeys.length);
      for (const room of new Set(tasks.map(({ roomId }) => roomId))) {
        const segments = tasks
          .filter(({ roomId }) => roomId === room)
          .flatMap((task) => task.segments);
        expect(new Set(segments.map(({ file }) => file.mode)).size).toBe(2);
      }
    });
  });

  it('each file has its three callbacks, told in the order of time', () => {
    holds(({ callbacks, objectKeys }) => {
      expect(callbacks).toHaveLength(3 * objectKeys.length);
      const times = callbacks.map(({ callback }) => callback.timestamp);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      for (const key of objectKeys) {
        const types = callbacks
          .filter(({ callback }) => callback.detail.fileName === key)
          .map(({ callback }) => callback.eventType);
        expect(types).toEqual([1, 2, 3]);
      }
    });
  });

  it('scopes and the day’s limit only leave things out', () => {
    fc.assert(
      fc.property(sessions(), (session) => {
        const all = record(session, ['gme-no-24h-stop']);
        const rooms = new Set(session.events.map(({ room }) => room));
        expect(new Set(all.tasks.map(({ roomId }) => roomId))).toEqual(rooms);
        const options = { bizId: 1400000000, taskIds: (index: number) => BigInt(index + 1) };
        const parts = (['single', 'mixed'] as const).map((scope) =>
          predict(session, { ...options, scope }),
        );
        const keys = parts.flatMap(({ objectKeys }) => objectKeys);
        expect([...keys].sort()).toEqual([...record(session).objectKeys].sort());
      }),
    );
  });
});

describe('sessions: what they reach', () => {
  const reached = shares(sessions(), sessionTraits);

  it.each([
    ['within-a-minute', 0.08],
    ['longer-than-a-day', 0.05],
    ['crosses-midnight', 0.1],
    ['crosses-new-year', 0.01],
    ['starts-at-midnight', 0.02],
    ['on-leap-day', 0.02],
    ['one-second-file', 0.02],
    ['run-of-two-hours-less-one', 0.05],
    ['run-of-exactly-two-hours', 0.05],
    ['run-of-two-hours-and-one', 0.05],
    ['cut-at-two-hours', 0.2],
    ['several-runs-of-a-stream', 0.1],
    ['three-files-of-a-stream', 0.3],
    ['several-rooms', 0.2],
    ['several-tasks-in-a-room', 0.1],
    ['several-users', 0.2],
    ['user-comes-back', 0.1],
    ['interruption', 0.1],
    ['restart', 0.05],
    ['mic-off', 0.2],
  ] as const)('%s in more than a share of %d', (trait, share) => {
    expect(reached.get(trait) ?? 0).toBeGreaterThan(share);
  });

  it('keeps the bounds that are asked for', () => {
    const small = sessions({
      roomsMax: 1,
      usersMax: 1,
      stepsMax: 2,
      spanSecondsMax: 100,
      identifiers: 'plain',
      interruptions: false,
      starts: fc.constant(1675930605),
    });
    fc.assert(
      fc.property(small, (session) => {
        expect(session.startSeconds).toBe(1675930605);
        expect(new Set(session.events.map(({ room }) => room)).size).toBe(1);
        expect(session.events.at(-1)?.at).toBeLessThanOrEqual(700);
        for (const event of session.events) {
          expect(event.room).toMatch(/^[1-9]\d{0,3}$/u);
          expect('user' in event).toBe(true);
        }
      }),
    );
  });
});

describe('sessions: names that could collide', () => {
  it('are kept apart where two streams of one second would share a folder', () => {
    const colliding = sessions({
      rooms: fc.constantFrom('a', 'a_b'),
      users: fc.constantFrom('c', 'b_c'),
      starts: fc.constant(1675930605),
    });
    const folders = shares(colliding, (session) => {
      const { objectKeys } = record(session);
      expect(new Set(objectKeys).size).toBe(objectKeys.length);
      return objectKeys.map((key) => key.slice(0, key.lastIndexOf('/')));
    });
    expect(folders.get('1400000000_a_b_c')).toBeGreaterThan(0.5);
  });
});

describe('sessions: what they shrink to', () => {
  it('is one user who enters, speaks for a second and leaves', () => {
    const { startSeconds, events } = shrunk(sessions(), () => true);
    expect(events).toEqual([
      { at: 0, room: '1', kind: 'enter', user: '10001' },
      { at: 0, room: '1', kind: 'mic-on', user: '10001' },
      { at: 1, room: '1', kind: 'leave', user: '10001' },
    ]);
    expect(startSeconds).toBe(1675915200);
  });

  it.each([
    ['cut-at-two-hours', 4],
    ['interruption', 4],
    ['several-rooms', 6],
    ['several-users', 5],
    ['several-tasks-in-a-room', 6],
    ['user-comes-back', 6],
    ['mic-off', 4],
    ['on-leap-day', 3],
    ['crosses-new-year', 4],
  ])('for %s is at most %d events', (trait, eventsMax) => {
    const smallest = shrunk(sessions(), (session) => sessionTraits(session).includes(trait));
    expect(smallest.events.length, JSON.stringify(smallest)).toBeLessThanOrEqual(eventsMax);
    const ids = smallest.events.flatMap((event) => [event.room, 'user' in event ? event.user : '']);
    expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(5);
  });
});
