import type { Picture, SparkRoomEvent } from '#contracts/sparkrtc/session.ts';
import type { StreamMedia } from '#contracts/sparkrtc/stream-name.ts';

/** Something happens `gapSeconds` after what was before; it is turned into what is possible at that moment. */
export interface Step {
  readonly gapSeconds: number;
  readonly act: StreamMedia | 'presence' | 'everyone-leaves';
  /** Index into the session's users, modulo their number. */
  readonly who: number;
}

/** What happens in one room. */
export interface Script {
  /** From the session's start to the first user's coming. */
  readonly delaySeconds: number;
  /** From then to the first user's publishing. */
  readonly silenceSeconds: number;
  /** What the first user publishes. */
  readonly opening: StreamMedia;
  /** What cameras push; null for sound alone. */
  readonly picture: Picture | null;
  readonly steps: readonly Step[];
  /** From the last step to the last user's leaving. */
  readonly tailSeconds: number;
}

/**
 * Plays a script in a room: what cannot happen becomes the nearest thing that can.
 * @param users Who `Step.who` counts; the first one comes first. Not empty.
 * @param spanSecondsMax Steps beyond it are left out.
 */
export function play(
  room: string,
  users: readonly string[],
  script: Script,
  spanSecondsMax: number,
): readonly SparkRoomEvent[] {
  const { delaySeconds, silenceSeconds, opening, picture, steps, tailSeconds } = script;
  const stage = new Stage(room, picture);
  const [first = 'user1'] = users;
  stage.presence(first, delaySeconds);
  let at = delaySeconds + silenceSeconds;
  stage.toggle(first, opening, at);
  for (const { gapSeconds, act, who } of steps) {
    if (at + gapSeconds > delaySeconds + spanSecondsMax) {
      break;
    }
    at += gapSeconds;
    stage.act(act, users[who % users.length] ?? first, at);
  }
  stage.everyoneLeaves(Math.max(at + 1, Math.min(at + tailSeconds, delaySeconds + spanSecondsMax)));
  return stage.events;
}

/** The present state of one room, and what has happened in it. */
class Stage {
  readonly events: SparkRoomEvent[] = [];
  readonly #room: string;
  readonly #picture: Picture | null;
  /** Whether each published stream is live, by user. */
  readonly #present = new Map<string, Map<StreamMedia, boolean>>();

  constructor(room: string, picture: Picture | null) {
    this.#room = room;
    this.#picture = picture;
  }

  act(act: Step['act'], user: string, at: number): void {
    if (act === 'presence') {
      this.presence(user, at);
    } else if (act === 'everyone-leaves') {
      this.everyoneLeaves(at);
    } else {
      this.toggle(user, act, at);
    }
  }

  /** Who is not there comes first; a stream is published once in a stay, then paused and resumed. */
  toggle(user: string, media: StreamMedia, at: number): void {
    if (!this.#present.has(user)) {
      this.presence(user, at);
    }
    const streams = this.#present.get(user);
    const isLive = streams?.get(media);
    streams?.set(media, isLive !== true);
    const event = { at, room: this.#room, user, media };
    if (isLive === undefined) {
      const picture = media === 'screen' ? undefined : this.#picture;
      this.events.push({
        ...event,
        kind: 'publish',
        ...(picture === undefined ? {} : { picture }),
      });
    } else {
      this.events.push({ ...event, kind: isLive ? 'pause' : 'resume' });
    }
  }

  presence(user: string, at: number): void {
    const isPresent = this.#present.delete(user);
    if (!isPresent) {
      this.#present.set(user, new Map());
    }
    this.events.push({ at, room: this.#room, kind: isPresent ? 'leave' : 'enter', user });
  }

  everyoneLeaves(at: number): void {
    for (const user of this.#present.keys()) {
      this.presence(user, at);
    }
  }
}
