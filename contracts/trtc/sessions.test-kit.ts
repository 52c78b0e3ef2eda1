import fc from 'fast-check';
import { defaultRecordParams } from './record-params.ts';
import type { TrtcRoomEvent, TrtcSession, TrtcTaskPlan, TrtcTrouble } from './session.ts';

/** A session in which users of one room come, publish and go at random, and everybody leaves in the end. */
function possible(choices: readonly (readonly [number, number])[]): readonly TrtcRoomEvent[] {
  const room = 'r_1';
  const present = new Set<string>();
  const open = new Set<string>();
  let at = 0;
  const events: TrtcRoomEvent[] = [];
  for (const [choice, pauseMs] of choices) {
    at += pauseMs;
    const user = `u${choice % 3}`;
    const mediaId = choice % 2 === 0 ? 'main' : 'aux';
    const track = choice % 5 < 3 ? 'audio' : 'video';
    const key = `${user} ${mediaId} ${track}`;
    if (!present.has(user)) {
      present.add(user);
      events.push({ at, room, kind: 'join', user });
    } else if (choice % 7 === 0) {
      present.delete(user);
      [...open].filter((other) => other.startsWith(user)).forEach((other) => open.delete(other));
      events.push({ at, room, kind: 'leave', user });
    } else {
      const kind = open.delete(key) ? 'unpublish' : 'publish';
      if (kind === 'publish') {
        open.add(key);
      }
      events.push({ at, room, kind, user, mediaId, track });
    }
  }
  return [...events, ...[...present].map((user) => ({ at, room, kind: 'leave', user }) as const)];
}

const plans: fc.Arbitrary<TrtcTaskPlan> = fc
  .record({
    startAt: fc.nat(60_000),
    stopAfter: fc.option(fc.nat(200_000), { nil: undefined }),
    failures: fc.array(fc.tuple(fc.nat(60_000), fc.nat(5000)), { maxLength: 3 }),
    trouble: fc.option(
      fc.constantFrom<TrtcTrouble>(
        'start-fails',
        'storage-refuses',
        'upload-delayed',
        'upload-lost',
        'conversion-left',
        'conversion-fails',
      ),
      { nil: undefined },
    ),
    params: fc.record({
      mode: fc.constantFrom('single', 'mixed'),
      storage: fc.constantFrom('cos', 'vod'),
      mp4: fc.boolean(),
      mergesTracks: fc.boolean(),
      mp4MsMax: fc.constantFrom(60_000, defaultRecordParams.mp4MsMax),
    }),
  })
  .map(({ startAt, stopAfter, failures, trouble, params }) => {
    let at = startAt;
    return {
      taskId: '-task.',
      robotId: 'robot',
      room: 'r_1',
      params: { ...defaultRecordParams, ...params },
      startAt,
      stop: stopAfter === undefined ? undefined : { at: startAt + stopAfter, leaveCode: 0 },
      failovers: failures.map(([pauseMs, gapMs]) => {
        const failover = { at: at + pauseMs, recoveredAt: at + pauseMs + gapMs };
        at = failover.recoveredAt;
        return failover;
      }),
      trouble,
      imageErrors: [],
    };
  });

/** One room, one task, anything that can happen. */
export const sessions: fc.Arbitrary<TrtcSession> = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(209), fc.nat(40_000)), { maxLength: 25 }).map(possible),
    plans,
    fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }),
  )
  .map(([events, plan, startMs]) => ({ startMs, events, tasks: [plan] }));
