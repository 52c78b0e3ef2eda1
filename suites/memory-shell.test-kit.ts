import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Answer as ShellAnswer } from '#fixtures/receivers/shell/answer.ts';
import type { Change, Ledger, Place } from '#fixtures/receivers/shell/ledger.ts';
import type { Delivery, Outcome, Parts } from '#fixtures/receivers/shell/parts.ts';
import type {
  ReceiverKind,
  ReceiverOptions,
  RunningReceiver,
} from '#fixtures/receivers/shell/receiver.ts';
import { Refusal } from '#fixtures/receivers/shell/refusal.ts';
import type { RequestSpec } from '#harness/experiment.ts';

/** A receiver of the zoo without a socket and without a disk: the same parts, called directly. */
export interface MemoryReceiver extends RunningReceiver {
  /** Parts that it replaces but that only mean something over HTTP: then it is the reference. */
  readonly unmodelled: readonly string[];
  take(request: RequestSpec, connection: object): Promise<ShellAnswer>;
  look(roomId: string): ShellAnswer;
}

const httpOnly = ['configure', 'readBody', 'send', 'stop'];

/** The ledger's interface over memory alone; a change is kept a moment after it was asked for, as on a disk. */
class MemoryLedger<Row> {
  readonly rooms = new Map<string, Map<string, Row>>();

  get(place: Place): Row | undefined {
    return this.rooms.get(place.room)?.get(place.key);
  }

  of(room: string): readonly Row[] {
    return [...(this.rooms.get(room)?.values() ?? [])];
  }

  set(place: Place, row: Row): void {
    const room = this.rooms.get(place.room) ?? new Map<string, Row>();
    this.rooms.set(place.room, room.set(place.key, row));
  }

  async update(place: Place, change: Change<Row>): Promise<boolean> {
    const known = this.get(place);
    const next = change(known);
    const changes = next !== undefined && next !== known;
    if (changes) {
      this.set(place, next);
    }
    await nextTurn();
    return changes;
  }
}

/** Stands in for the shell that listens: the same arguments, and a receiver that is asked by calls. */
export async function startInMemory<Callback, News extends { readonly roomId: string }, Row>(
  kind: ReceiverKind<Callback, News, Row>,
  { secretKey }: ReceiverOptions,
  replaced: Partial<Parts<Callback, News, Row>> = {},
): Promise<MemoryReceiver> {
  const parts = { ...kind.parts, ...replaced };
  const memory = new MemoryLedger<Row>();
  // The parts use what both have; the journal behind the real one is private.
  const ledger = memory as unknown as Ledger<Row>;

  const record = async (delivery: Delivery): Promise<'stored' | 'unchanged' | 'ignored'> => {
    if (!parts.verify(delivery, secretKey)) {
      throw new Refusal(401, 'wrong signature');
    }
    const callback = parts.admit(parts.decode(delivery.body), delivery, ledger);
    if (callback === undefined) {
      return 'ignored';
    }
    const place = parts.placeOf(callback, parts.roomOf(callback.roomId));
    const change: Change<Row> = (known) => parts.merge(known, callback, Date.now());
    const changed = await parts.persist(ledger, place, change);
    parts.retain(ledger, place);
    return changed ? 'stored' : 'unchanged';
  };

  const outcomeOf = async (delivery: Delivery): Promise<Outcome> => {
    try {
      return { kind: await record(delivery) };
    } catch (error) {
      await parts.discard(delivery, ledger);
      return {
        kind: 'refused',
        refusal: error instanceof Refusal ? error : new Refusal(500, 'the receiver failed'),
      };
    }
  };

  return {
    endpoint: 'memory:callback',
    observe: 'memory:state',
    reconcile: () => Promise.resolve(0),
    restart: () => Promise.resolve(),
    async close() {
      parts.stop();
    },
    unmodelled: Object.keys(replaced).filter((name) => httpOnly.includes(name)),
    async take({ method, headers, body }, connection) {
      await nextTurn();
      if (parts.route(method, '/callback') !== 'callback') {
        return { status: 405 };
      }
      const named = headers.map(([name, value]) => [name.toLowerCase(), value] as const);
      const delivery = { body: Buffer.from(body), headers: Object.fromEntries(named), connection };
      return parts.respond(await outcomeOf(delivery));
    },
    look: (roomId) => parts.show(roomId, memory.of(parts.roomOf(roomId))),
  };
}
