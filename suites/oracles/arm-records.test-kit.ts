import { parseJson } from '#contracts/json.ts';
import type { Name, Send } from '#harness/experiment.ts';
import type { ArmRecord, Exchange, Observed } from '#harness/observation.ts';

/** A request and what came back: a status, or a fault in words. */
export interface Said {
  readonly label?: string;
  readonly role?: Send['role'];
  readonly kind?: NonNullable<Send['mark']>['kind'];
  /** Whose mark it carries. Default `F1`. */
  readonly file?: string;
  readonly secrets?: readonly string[];
  /** Default 200. */
  readonly answer?: number | 'timeout';
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** How long the answer took, milliseconds. */
  readonly tookMs?: number;
}

/** An arm as it might have been recorded. */
export interface ArmSketch {
  readonly name: string;
  readonly said?: readonly Said[];
  /** JSON text of the state; null for a room that the receiver does not know. */
  readonly state?: string | null;
  readonly names?: readonly Name[];
}

/** Observations of some arms. */
export function armsOf(...sketches: readonly ArmSketch[]): {
  readonly arms: ReadonlyMap<string, ArmRecord>;
} {
  return { arms: new Map(sketches.map((sketch) => [sketch.name, recordOf(sketch)])) };
}

/** Identifiers of a room with two files of two tasks; another `salt` gives others. */
export function namesOf(salt: number): readonly Name[] {
  return [
    { kind: 'room', symbol: 'R1', value: `70000000${String(salt)}` },
    { kind: 'task', symbol: 'T1', value: `400000000000000017${String(salt)}` },
    { kind: 'file', symbol: 'F1', value: `folder${String(salt)}/first_0.mp3` },
    { kind: 'file', symbol: 'F2', value: `folder${String(salt)}/second_0.mp3` },
  ];
}

function recordOf({ name, said = [{}], state, names = [] }: ArmSketch): ArmRecord {
  const subject = { key: 'R1/T1/U1', appId: '1', roomId: 'r', taskId: '1', userId: 'u' };
  const exchanges = said.map(toExchange);
  const observed: Observed | undefined =
    state === undefined
      ? undefined
      : state === null
        ? { kind: 'absent' }
        : { kind: 'value', value: parseJson(state) };
  return {
    arm: {
      name,
      names,
      subjects: state === undefined ? [] : [subject],
      waves: exchanges.map(({ send }) => [send]),
    },
    exchanges,
    states: new Map(observed === undefined ? [] : [[subject.key, observed]]),
    wallMs: Date.UTC(2026, 0, 31),
  };
}

function toExchange(said: Said, wave: number): Exchange {
  const { label = `request ${String(wave + 1)}`, role = 'probe', answer = 200 } = said;
  return {
    send: {
      label,
      role,
      request: { method: 'POST', headers: [], body: new Uint8Array() },
      ...(said.kind === undefined
        ? {}
        : { mark: { file: said.file ?? 'F1', event: '3', kind: said.kind, order: 0 } }),
      ...(said.secrets === undefined ? {} : { secrets: said.secrets }),
    },
    wave,
    startedMs: 100,
    endedMs: 100 + (said.tookMs ?? 5),
    result:
      answer === 'timeout'
        ? { fault: 'timeout', detail: 'no answer' }
        : {
            answer: {
              status: answer,
              headers: said.headers ?? {},
              body: Buffer.from(said.body ?? ''),
              truncated: false,
            },
          },
  };
}
