import type { LiteralSignature, SignatureMaking } from '#contracts/signature-making.ts';
import type { RecordingMapping } from './state/recording-mapping.ts';

/** One HTTP request, byte for byte. Pure data: the harness adds nothing but `Host`, `Content-Length` and `Connection`. */
export interface RequestSpec {
  readonly method: string;
  /** In the order and spelling in which they are sent. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  /** Query parameters to add to the endpoint's own, unencoded. */
  readonly query?: readonly (readonly [name: string, value: string])[];
  /** Offsets at which the body is cut into separate TCP segments, ascending, inside the body. */
  readonly splitAt?: readonly number[];
  /** `fresh`: a connection of its own. Default: a kept-alive one. */
  readonly connection?: 'kept' | 'fresh';
}

/** What a send means in the story: for people (timelines), and for oracles that must know what was told. */
export interface SendMark {
  /** `F1`, the symbol of the file (segment) that the callback speaks of. */
  readonly file: string;
  /** The service's event type. */
  readonly event: string;
  readonly kind: 'original' | 'duplicate' | 're-send' | 'forged' | 'malformed';
  /** Place of the event in the true order of things, from 0. */
  readonly order: number;
  /** `Subject.key` of the room, task and user that the callback speaks of: the lane in which it is drawn. */
  readonly subject?: string;
  /** The event begins or ends the recording of the file: between the two a drawing shows a bar. */
  readonly span?: 'opens' | 'closes';
}

/** One request of a plan. */
export interface Send {
  /** What is sent, for people: `F1 uploaded, again`. */
  readonly label: string;
  /**
   * `control`: a plainly valid callback that frames probes; when it is not accepted the experiment says nothing.
   * `probe`: what the check is about.
   */
  readonly role: 'control' | 'probe';
  readonly request: RequestSpec;
  readonly mark?: SendMark;
  /** How a forged signature was made, for scripts that make it again; absent where there is none. */
  readonly making?: SignatureMaking | LiteralSignature;
  /** Values that the answer must not hold. They stay in memory: no report, log or token carries them. */
  readonly secrets?: readonly string[];
}

/** Sends that go out at the same time, each on a connection of its own. Waves follow one another. */
export type Wave = readonly Send[];

/** A concrete identifier and the symbol that stands for it, so that states of unrelated rooms can be compared. */
export interface Name {
  readonly kind: 'room' | 'user' | 'task' | 'file';
  /** `R1`, `U2`, `T1`, `F3`. */
  readonly symbol: string;
  /** As it stands in the callback: for a task the decimal digits. */
  readonly value: string;
}

/** What to ask the observation for: the placeholders `{appId}`, `{roomId}`, `{taskId}`, `{userId}`. */
export interface Subject {
  /** Symbolic key, the same in every arm that tells the same story: `R1/T1/U1`. */
  readonly key: string;
  readonly appId: string;
  readonly roomId: string;
  readonly taskId: string;
  readonly userId: string;
}

/** One delivery of a story to rooms of its own. Arms are independent of each other and may run side by side. */
export interface Arm {
  /** Name inside the experiment: `in-order`, `in-order-again`, `hostile`, `without-F1`. Names that begin with `in-order` are baselines. */
  readonly name: string;
  readonly waves: readonly Wave[];
  readonly names: readonly Name[];
  /** Rooms, tasks and users to observe after the last wave; empty when the state does not matter. */
  readonly subjects: readonly Subject[];
  /** Wait so long before the last wave: some receivers only remember for a moment what they have seen. */
  readonly pauseMs?: number;
  /** Look at the state before the first wave as well: an observation that only repeats its first answer shows. */
  readonly lookFirst?: true;
  /** Recordings to lay into the bucket before the first wave (recovery only). */
  readonly objects?: readonly PlacedObject[];
  /** How the target's state names its recordings, where the check compares them. */
  readonly mapping?: RecordingMapping;
}

/** A recording that the experiment puts into the bucket, and that the harness takes away again. */
export interface PlacedObject {
  /** Relative to the bucket's prefix. */
  readonly key: string;
  readonly bytes: () => Uint8Array;
}

/** A reproducible act on the target that yields the facts one check is evaluated on. */
export interface Experiment {
  /** What is tried, for people. */
  readonly title: string;
  /** Replay coordinate, unique inside the check: `directed:0`, `random:3`. */
  readonly key: string;
  readonly arms: readonly Arm[];
  /** The arm whose delivery is the counterexample when the check fails. */
  readonly shows: string;
}
