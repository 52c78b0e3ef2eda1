import { limits } from './limits.ts';
import type { GmeRoomEvent } from './session.ts';

/** One file of a task, before it has a name. Times in seconds since the session's start. */
export interface FileDraft {
  /** Undefined for the mixed stream. */
  readonly user: string | undefined;
  readonly begin: number;
  readonly end: number;
  readonly seqNo: number;
}

/** One recording task, before it has an id. Times in seconds since the session's start. */
export interface TaskDraft {
  readonly room: string;
  readonly begin: number;
  readonly end: number;
  /** In the order in which they were closed. */
  readonly files: readonly FileDraft[];
}

/** What the recorder is set to. */
export interface RecorderSettings {
  readonly scope: 'single' | 'mixed' | 'both';
  readonly stopsAfterDay: boolean;
}

/** The task that is under way: streams by user, undefined for the mix. */
interface RunningTask {
  readonly begin: number;
  readonly files: FileDraft[];
  /** Where each open file began. */
  readonly open: Map<string | undefined, number>;
  /** The next serial number of each stream that has had a file. */
  readonly serials: Map<string | undefined, number>;
}

/**
 * Follows one room and records it by the rules of the documents.
 * Clauses `taskStart`, `taskEnd`, `segmentation*`, `nameSerial`, `taskHardStop`.
 */
export class RoomRecorder {
  readonly tasks: TaskDraft[] = [];
  readonly #room: string;
  readonly #settings: RecorderSettings;
  /** Whether the microphone is on, for each user in the room. */
  readonly #microphones = new Map<string, boolean>();
  #task: RunningTask | undefined;
  #interrupted = false;

  constructor(room: string, settings: RecorderSettings) {
    this.#room = room;
    this.#settings = settings;
  }

  /** Users in the room; a session ends with none. */
  get occupied(): boolean {
    return this.#microphones.size > 0;
  }

  /** @throws RangeError for an event that cannot happen in the room's present state. */
  apply(event: GmeRoomEvent): void {
    this.#stopLongTask(event.at);
    switch (event.kind) {
      case 'enter':
        this.#require(event, !this.#microphones.has(event.user), 'is in the room already');
        this.#microphones.set(event.user, false);
        if (this.#task === undefined) {
          this.#start(event.at);
        }
        return;
      case 'leave':
        this.#require(event, this.#microphones.has(event.user), 'is not in the room');
        this.#close(event.user, event.at);
        this.#microphones.delete(event.user);
        if (!this.occupied) {
          this.#end(event.at);
        }
        return;
      case 'mic-on':
        this.#require(
          event,
          this.#microphones.get(event.user) === false,
          'has no closed microphone',
        );
        this.#microphones.set(event.user, true);
        this.#open(event.user, event.at);
        return;
      case 'mic-off':
        this.#require(event, this.#microphones.get(event.user) === true, 'has no open microphone');
        this.#microphones.set(event.user, false);
        this.#close(event.user, event.at);
        return;
      case 'interrupted':
        this.#require(
          event,
          this.#task !== undefined && !this.#interrupted,
          'is not being recorded',
        );
        this.#closeAll(event.at);
        this.#interrupted = true;
        return;
      case 'resumed':
        this.#require(event, this.#interrupted, 'is not interrupted');
        this.#interrupted = false;
        this.#openAll(event.at);
        return;
    }
  }

  /** A task that has run for a day ends, and a successor records those who are still there. */
  #stopLongTask(now: number): void {
    while (this.#settings.stopsAfterDay && this.#task !== undefined) {
      const stop = this.#task.begin + limits.taskSecondsMax;
      if (now <= stop) {
        return;
      }
      const interrupted = this.#interrupted;
      this.#end(stop);
      this.#interrupted = interrupted;
      this.#start(stop);
    }
  }

  #start(now: number): void {
    this.#task = { begin: now, files: [], open: new Map(), serials: new Map() };
    this.#openAll(now);
  }

  #end(now: number): void {
    this.#closeAll(now);
    this.#interrupted = false;
    if (this.#task !== undefined) {
      this.tasks.push({
        room: this.#room,
        begin: this.#task.begin,
        end: now,
        files: this.#task.files,
      });
    }
    this.#task = undefined;
  }

  #openAll(now: number): void {
    this.#open(undefined, now);
    for (const [user, isOn] of this.#microphones) {
      if (isOn) {
        this.#open(user, now);
      }
    }
  }

  #open(stream: string | undefined, now: number): void {
    const left = stream === undefined ? 'single' : 'mixed';
    if (!this.#interrupted && this.#settings.scope !== left) {
      this.#task?.open.set(stream, now);
    }
  }

  #closeAll(now: number): void {
    for (const stream of this.#task?.open.keys() ?? []) {
      this.#close(stream, now);
    }
  }

  /** Cuts what the stream has recorded into files of at most two hours; an empty one is not written. */
  #close(stream: string | undefined, now: number): void {
    const begin = this.#task?.open.get(stream);
    if (this.#task === undefined || begin === undefined) {
      return;
    }
    this.#task.open.delete(stream);
    let seqNo = this.#task.serials.get(stream) ?? 0;
    for (let from = begin; from < now; from += limits.segmentSecondsMax) {
      const end = Math.min(from + limits.segmentSecondsMax, now);
      this.#task.files.push({ user: stream, begin: from, end, seqNo });
      seqNo += 1;
    }
    this.#task.serials.set(stream, seqNo);
  }

  #require(event: GmeRoomEvent, holds: boolean, otherwise: string): void {
    if (!holds) {
      const who = 'user' in event ? `user '${event.user}'` : 'the room';
      throw new RangeError(
        `Not a possible session: '${event.kind}' at ${String(event.at)} s in room '${event.room}', but ${who} ${otherwise}.`,
      );
    }
  }
}
