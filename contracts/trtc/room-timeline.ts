import type { TrtcRoomId } from './callback.ts';
import type { TrtcPublicationEvent, TrtcRoomEvent } from './session.ts';
import { unite, type Span } from './span.ts';

/** One track that a user published for a while; without an end it goes on for ever. */
export interface Publication extends Span {
  readonly user: string;
  readonly mediaId: 'main' | 'aux';
  readonly track: 'audio' | 'video';
}

/** What happened in one room. */
export interface RoomTimeline {
  /** When at least one user was there. */
  readonly occupied: readonly Span[];
  /** In the order of their beginning. */
  readonly publications: readonly Publication[];
}

interface OpenTrack {
  readonly begin: number;
  readonly event: TrtcPublicationEvent;
}

/**
 * Follows one room through a session.
 * @throws RangeError for events that cannot happen in the room's present state.
 */
export function followRoom(room: TrtcRoomId, events: readonly TrtcRoomEvent[]): RoomTimeline {
  const present = new Map<string, number>();
  const open = new Map<string, OpenTrack>();
  const stays: Span[] = [];
  const publications: Publication[] = [];
  const close = (key: string, { begin, event }: OpenTrack, end: number): void => {
    open.delete(key);
    const { user, mediaId, track } = event;
    publications.push({ user, mediaId, track, begin, end });
  };
  const leave = (user: string, begin: number, end: number): void => {
    present.delete(user);
    stays.push({ begin, end });
    for (const [key, track] of open) {
      if (track.event.user === user) {
        close(key, track, end);
      }
    }
  };
  for (const event of events.filter((candidate) => candidate.room === room)) {
    const joinedAt = present.get(event.user);
    requireState(event, (event.kind === 'join') === (joinedAt === undefined));
    if ('track' in event) {
      const key = JSON.stringify([event.user, event.mediaId, event.track]);
      const track = open.get(key);
      requireState(event, (event.kind === 'publish') === (track === undefined));
      if (track === undefined) {
        open.set(key, { begin: event.at, event });
      } else {
        close(key, track, event.at);
      }
    } else if (event.kind === 'join') {
      present.set(event.user, event.at);
    } else {
      leave(event.user, joinedAt ?? 0, event.at);
    }
  }
  for (const [user, begin] of present) {
    leave(user, begin, Number.POSITIVE_INFINITY);
  }
  return {
    occupied: unite(stays),
    publications: publications.sort((a, b) => a.begin - b.begin),
  };
}

function requireState({ kind, user, room, at }: TrtcRoomEvent, holds: boolean): void {
  if (!holds) {
    throw new RangeError(
      `Not a possible session: '${kind}' of user '${user}' at ${at} ms in room '${room}' does not fit what was before.`,
    );
  }
}
