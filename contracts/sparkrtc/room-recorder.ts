import type { Stretch } from './cut-stream.ts';
import {
  defaultPicture,
  type Picture,
  type SparkRoomEvent,
  type SparkStreamEvent,
} from './session.ts';
import type { StreamMedia } from './stream-name.ts';

/** What one recording job has to record, before it has an id. Whole seconds since the session's start. */
export interface JobDraft {
  readonly room: string;
  /** When the room was created, which decides on its rule. */
  readonly roomCreatedAt: number;
  /** Undefined for the room's mixed stream. */
  readonly source: { readonly user: string; readonly media: StreamMedia } | undefined;
  /** Null for sound alone. */
  readonly picture: Picture | null;
  /** First publishing. */
  readonly begin: number;
  /** The user's leaving, of a mixed job the room's emptying. */
  readonly end: number;
  /** In the order of time; none of no length. */
  readonly stretches: readonly Stretch[];
}

/** A job that is under way. */
class RunningJob {
  readonly #draft: Omit<JobDraft, 'end' | 'stretches'>;
  readonly #stretches: Stretch[] = [];
  #liveSince: number | undefined;

  constructor(draft: Omit<JobDraft, 'end' | 'stretches'>) {
    this.#draft = draft;
    this.#liveSince = draft.begin;
  }

  get isLive(): boolean {
    return this.#liveSince !== undefined;
  }

  resume(now: number): void {
    this.#liveSince ??= now;
  }

  pause(now: number): void {
    if (this.#liveSince !== undefined && this.#liveSince < now) {
      this.#stretches.push({ begin: this.#liveSince, end: now });
    }
    this.#liveSince = undefined;
  }

  finish(now: number): JobDraft {
    this.pause(now);
    return { ...this.#draft, end: now, stretches: this.#stretches };
  }
}

type Streams = Map<StreamMedia, RunningJob>;

/**
 * Follows one room from its creation to its last user's leaving, again and again, and notes what there is to record:
 * one job for each stream of each stay, and a mixed one for each life of the room. Clauses `fileOfEachUser`, `jobEnd`.
 */
export class RoomRecorder {
  readonly jobs: JobDraft[] = [];
  readonly #room: string;
  /** Each user's streams, by what they show. */
  readonly #users = new Map<string, Streams>();
  #createdAt = 0;
  #mixed: RunningJob | undefined;

  constructor(room: string) {
    this.#room = room;
  }

  /** Users in the room; a session ends with none. */
  get occupied(): boolean {
    return this.#users.size > 0;
  }

  /** @throws RangeError for an event that cannot happen in the room's present state. */
  apply(event: SparkRoomEvent): void {
    const streams = this.#users.get(event.user);
    if (event.kind === 'enter') {
      this.#enter(event, streams);
    } else if (streams === undefined) {
      throw impossible(event, 'is not in the room');
    } else if ('media' in event) {
      this.#stream(event, streams);
    } else {
      this.#leave(event, streams);
    }
  }

  #enter(event: SparkRoomEvent, streams: Streams | undefined): void {
    if (streams !== undefined) {
      throw impossible(event, 'is in the room already');
    }
    if (!this.occupied) {
      this.#createdAt = event.at;
    }
    this.#users.set(event.user, new Map());
  }

  #leave({ at, user }: SparkRoomEvent, streams: Streams): void {
    for (const job of streams.values()) {
      this.jobs.push(job.finish(at));
    }
    this.#users.delete(user);
    this.#followMix(at, defaultPicture);
  }

  #stream(event: SparkStreamEvent, streams: Streams): void {
    const { at, kind, user, media, picture = defaultPicture } = event;
    const job = streams.get(media);
    if (kind === 'publish') {
      if (job !== undefined) {
        throw impossible(event, `publishes the ${media} already`);
      }
      streams.set(media, this.#begin(at, { user, media }, picture));
    } else {
      if (job === undefined || job.isLive === (kind === 'resume')) {
        throw impossible(event, `has no ${media} to ${kind}`);
      }
      job[kind](at);
    }
    this.#followMix(at, picture);
  }

  /** The mix is live while any stream is, and ends when the room is empty. Its picture is that of its first stream. */
  #followMix(now: number, picture: Picture | null): void {
    const isLive = [...this.#users.values()].some((streams) =>
      [...streams.values()].some((job) => job.isLive),
    );
    if (!this.occupied) {
      if (this.#mixed !== undefined) {
        this.jobs.push(this.#mixed.finish(now));
      }
      this.#mixed = undefined;
    } else if (isLive) {
      this.#mixed ??= this.#begin(now, undefined, picture);
      this.#mixed.resume(now);
    } else {
      this.#mixed?.pause(now);
    }
  }

  #begin(begin: number, source: JobDraft['source'], picture: Picture | null): RunningJob {
    return new RunningJob({
      room: this.#room,
      roomCreatedAt: this.#createdAt,
      source,
      picture,
      begin,
    });
  }
}

function impossible(event: SparkRoomEvent, otherwise: string): RangeError {
  return new RangeError(
    `Not a possible session: '${event.kind}' at ${String(event.at)} s in room '${event.room}', but user '${event.user}' ${otherwise}.`,
  );
}
