import type { TrtcRoomId } from '#contracts/trtc/callback.ts';
import type { TrtcPublicationEvent, TrtcRoomEvent } from '#contracts/trtc/session.ts';

/** Something happens `gapMs` after what was before; it is turned into what is possible at that moment. */
export interface Step {
  readonly gapMs: number;
  readonly act: 'audio' | 'video' | 'screen' | 'presence' | 'everyone-leaves';
  /** Index into the session's users, modulo their number. */
  readonly who: number;
}

/** What happens in one room. */
export interface Script {
  /** From the session's start to the first user's joining. */
  readonly delayMs: number;
  /** From then to the first user's publishing all tracks of one stream. */
  readonly silenceMs: number;
  /** Which stream that is. */
  readonly opening: 'main' | 'aux';
  readonly steps: readonly Step[];
  /** From the last step to the last user's leaving. */
  readonly tailMs: number;
}

/** What a script came to. */
export interface PlayedScript {
  readonly events: readonly TrtcRoomEvent[];
  /** When the first user joined, when that user first published, and when the last one left. */
  readonly joinAt: number;
  readonly publishAt: number;
  readonly endAt: number;
}

/**
 * Plays a script in a room: what cannot happen becomes the nearest thing that can.
 * @param users Who `Step.who` counts; the first one joins first. Not empty.
 * @param spanMsMax Steps beyond it are left out.
 */
export function play(
  room: TrtcRoomId,
  users: readonly string[],
  script: Script,
  spanMsMax: number,
): PlayedScript {
  const { delayMs, silenceMs, opening, steps, tailMs } = script;
  const stage = new Stage(room);
  const [first = 'user1'] = users;
  const publishAt = delayMs + silenceMs;
  stage.presence(first, delayMs);
  stage.toggle(first, opening, 'audio', publishAt);
  stage.toggle(first, opening, 'video', publishAt);
  let at = publishAt;
  for (const { gapMs, act, who } of steps) {
    if (at + gapMs > delayMs + spanMsMax) {
      break;
    }
    at += gapMs;
    stage.act(act, users[who % users.length] ?? first, at);
  }
  const endAt = Math.max(publishAt + 1000, Math.min(at + tailMs, delayMs + spanMsMax));
  stage.everyoneLeaves(endAt);
  return { events: stage.events, joinAt: delayMs, publishAt, endAt };
}

/** The present state of one room, and what has happened in it. */
class Stage {
  readonly events: TrtcRoomEvent[] = [];
  readonly #room: TrtcRoomId;
  /** Tracks that are published, by user. */
  readonly #present = new Map<string, Set<string>>();

  constructor(room: TrtcRoomId) {
    this.#room = room;
  }

  act(act: Step['act'], user: string, at: number): void {
    switch (act) {
      case 'audio':
      case 'video': {
        this.toggle(user, 'main', act, at);
        return;
      }
      case 'screen': {
        this.toggle(user, 'aux', 'video', at);
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
    }
  }

  /** Who is not there joins first. */
  toggle(
    user: string,
    mediaId: TrtcPublicationEvent['mediaId'],
    track: TrtcPublicationEvent['track'],
    at: number,
  ): void {
    if (!this.#present.has(user)) {
      this.presence(user, at);
    }
    const tracks = this.#present.get(user);
    const name = `${mediaId} ${track}`;
    const isPublished = tracks?.delete(name) === true;
    if (!isPublished) {
      tracks?.add(name);
    }
    const kind = isPublished ? 'unpublish' : 'publish';
    this.events.push({ at, room: this.#room, kind, user, mediaId, track });
  }

  presence(user: string, at: number): void {
    const isPresent = this.#present.delete(user);
    if (!isPresent) {
      this.#present.set(user, new Set());
    }
    this.events.push({ at, room: this.#room, kind: isPresent ? 'leave' : 'join', user });
  }

  everyoneLeaves(at: number): void {
    for (const user of this.#present.keys()) {
      this.presence(user, at);
    }
  }
}
