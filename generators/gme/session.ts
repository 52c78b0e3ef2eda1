import fc from 'fast-check';
import { limits } from '#contracts/gme/limits.ts';
import { predict } from '#contracts/gme/recording-rules.ts';
import type { GmeRoomEvent, GmeSession } from '#contracts/gme/session.ts';
import { plainRoomIds, plainUserIds, roomIds, userIds } from './identifiers.ts';
import { startTimes } from './start-time.ts';

/** Bounds of generated sessions. */
export interface SessionOptions {
  /** Default 2. */
  readonly roomsMax?: number;
  /** Users in all, who may be in several rooms. Default 3. */
  readonly usersMax?: number;
  /** Things that happen in a room beyond its first user's entering, speaking and leaving. Default 8. */
  readonly stepsMax?: number;
  /** From the first entry to the last exit of a room. Default 30 hours. */
  readonly spanSecondsMax?: number;
  /** Default `any`: plain and hostile ones. */
  readonly identifiers?: 'plain' | 'any';
  /** Whether recordings break off and restart. Default true. */
  readonly interruptions?: boolean;
  /** Unix seconds at which sessions start. Default `startTimes()`. */
  readonly starts?: fc.Arbitrary<number>;
}

/** Something happens `gap` seconds after what was before; it is turned into what is possible at that moment. */
interface Step {
  readonly gap: number;
  readonly act: 'microphone' | 'presence' | 'everyone-leaves' | 'interruption';
  /** Index into the session's users, modulo their number. */
  readonly who: number;
}

/** What happens in one room. */
interface Script {
  /** Seconds from the session's start to the first entry. */
  readonly delay: number;
  /** Seconds from the first entry to the first user's turning the microphone on. */
  readonly silence: number;
  readonly steps: readonly Step[];
  /** Seconds from the last step to the last exit. */
  readonly tail: number;
}

/**
 * Sessions that can happen: users enter, speak, fall silent, leave and come back, recordings break off and restart,
 * rooms empty and fill again. Every room has at least one file of each kind, and no two files share a name. Gaps reach
 * from a second to a day, with the two-hour limit and its neighbours as classes of their own.
 * Shrinks to one user who enters a plain room, speaks for a second and leaves.
 */
export function sessions(options: SessionOptions = {}): fc.Arbitrary<GmeSession> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 1, arbitrary: sessionsAtPace(options, briskGaps) },
    { weight: 4, arbitrary: sessionsAtPace(options, anyGaps) },
  );
}

function sessionsAtPace(
  options: SessionOptions,
  gaps: fc.Arbitrary<number>,
): fc.Arbitrary<GmeSession> {
  const { roomsMax = 2, usersMax = 3, starts = startTimes() } = options;
  const isPlain = options.identifiers === 'plain';
  const [rooms, users] = isPlain ? [plainRoomIds(), plainUserIds()] : [roomIds(), userIds()];
  return fc
    .record({
      startSeconds: starts,
      rooms: fc.uniqueArray(rooms, { minLength: 1, maxLength: roomsMax }),
      users: fc.uniqueArray(users, { minLength: 1, maxLength: usersMax }),
      scripts: fc.array(scripts(options, gaps), { minLength: roomsMax, maxLength: roomsMax }),
    })
    .map(({ startSeconds, rooms, users, scripts }) => ({
      startSeconds,
      events: rooms
        .flatMap((room, index) => play(room, users, scripts[index], options))
        .sort((a, b) => a.at - b.at),
    }))
    .filter(hasDistinctNames);
}

function scripts(options: SessionOptions, gaps: fc.Arbitrary<number>): fc.Arbitrary<Script> {
  const { stepsMax = 8, interruptions = true } = options;
  const act = fc.oneof<fc.WeightedArbitrary<Step['act']>[]>(
    { weight: 4, arbitrary: fc.constant('microphone') },
    { weight: 2, arbitrary: fc.constant('presence') },
    { weight: 1, arbitrary: fc.constant('everyone-leaves') },
    { weight: interruptions ? 2 : 0, arbitrary: fc.constant('interruption') },
  );
  return fc.record({
    delay: fc.oneof({ withCrossShrink: true }, fc.constant(0), fc.integer({ min: 1, max: 600 })),
    silence: fc.oneof({ withCrossShrink: true }, fc.constant(0), gaps),
    steps: fc.array(fc.record({ gap: gaps, act, who: fc.nat(7) }), {
      maxLength: stepsMax,
    }),
    tail: gaps,
  });
}

const briskGaps = fc.integer({ min: 1, max: 12 });

const segment = limits.segmentSecondsMax;

const anyGaps = fc.oneof(
  { withCrossShrink: true },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 60 }) },
  { weight: 2, arbitrary: fc.integer({ min: 60, max: 3600 }) },
  { weight: 3, arbitrary: fc.constantFrom(segment - 1, segment, segment + 1, 2 * segment) },
  { weight: 1, arbitrary: fc.integer({ min: 3600, max: 36_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 72_000, max: 108_000 }) },
);

/** Plays a script in a room: what cannot happen becomes the nearest thing that can. */
function play(
  room: string,
  users: readonly string[],
  script: Script | undefined,
  { spanSecondsMax = 30 * 3600 }: SessionOptions,
): readonly GmeRoomEvent[] {
  const { delay = 0, silence = 0, steps = [], tail = 1 } = script ?? {};
  const stage = new Stage(room);
  const end = delay + spanSecondsMax;
  const [first = '10001'] = users;
  let at = delay;
  stage.presence(first, at);
  at = Math.min(at + silence, end - 1);
  stage.microphone(first, at);
  for (const step of steps) {
    if (at + step.gap >= end) {
      break;
    }
    at += step.gap;
    stage.act(step.act, users[step.who % users.length] ?? first, at);
  }
  stage.everyoneLeaves(Math.min(at + tail, end));
  return stage.events;
}

/** The present state of one room, and what has happened in it. */
class Stage {
  readonly events: GmeRoomEvent[] = [];
  readonly #room: string;
  readonly #speaking = new Map<string, boolean>();
  #interrupted = false;

  constructor(room: string) {
    this.#room = room;
  }

  act(act: Step['act'], user: string, at: number): void {
    switch (act) {
      case 'microphone': {
        this.microphone(user, at);
        return;
      }
      case 'presence': {
        this.presence(user, at);
        return;
      }
      case 'everyone-leaves': {
        this.everyoneLeaves(at);
        return;
      }
      case 'interruption': {
        this.#interruption(user, at);
        return;
      }
    }
  }

  /** Who is not there enters first. */
  microphone(user: string, at: number): void {
    if (!this.#speaking.has(user)) {
      this.presence(user, at);
    }
    const isOn = this.#speaking.get(user) === true;
    this.#speaking.set(user, !isOn);
    this.#tell(isOn ? 'mic-off' : 'mic-on', user, at);
  }

  presence(user: string, at: number): void {
    if (!this.#speaking.has(user)) {
      this.#speaking.set(user, false);
      this.#tell('enter', user, at);
      return;
    }
    this.#speaking.delete(user);
    this.#tell('leave', user, at);
    this.#interrupted &&= this.#speaking.size > 0;
  }

  everyoneLeaves(at: number): void {
    for (const user of this.#speaking.keys()) {
      this.presence(user, at);
    }
  }

  /** In an empty room there is nothing to interrupt: the user comes to speak instead. */
  #interruption(user: string, at: number): void {
    if (this.#speaking.size === 0) {
      this.microphone(user, at);
      return;
    }
    this.#interrupted = !this.#interrupted;
    this.events.push({ at, room: this.#room, kind: this.#interrupted ? 'interrupted' : 'resumed' });
  }

  #tell(kind: 'enter' | 'leave' | 'mic-on' | 'mic-off', user: string, at: number): void {
    this.events.push({ at, room: this.#room, kind, user });
  }
}

/** Underscores in identifiers can give two files of one second the same name: then one would overwrite the other. */
function hasDistinctNames(session: GmeSession): boolean {
  const { objectKeys } = predict(session, {
    bizId: 1,
    scope: 'both',
    taskIds: (index) => BigInt(index),
  });
  return new Set(objectKeys).size === objectKeys.length;
}
