import type { GmeRoomEvent } from '#contracts/gme/session.ts';

/** Something happens `gap` seconds after what was before; it is turned into what is possible at that moment. */
export interface Step {
  readonly gap: number;
  readonly act: 'microphone' | 'presence' | 'everyone-leaves' | 'interruption';
  /** Index into the session's users, modulo their number. */
  readonly who: number;
}

/** What happens in one room. */
export interface Script {
  /** Seconds from the session's start to the first entry. */
  readonly delay: number;
  /** Seconds from the first entry to the first user's turning the microphone on. */
  readonly silence: number;
  readonly steps: readonly Step[];
  /** Seconds from the last step to the last exit. */
  readonly tail: number;
}

/**
 * Plays a script in a room: what cannot happen becomes the nearest thing that can.
 * @param users Who `Step.who` counts; the first one enters first.
 */
export function play(
  room: string,
  users: readonly string[],
  script: Script | undefined,
  spanSecondsMax = 30 * 3600,
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
