import type { ServiceName } from '#contracts/clause.ts';
import type { LiteralSignature, SignatureMaking } from '#contracts/signature-making.ts';
import type { Name, RequestSpec, SendMark, Subject } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';

/** A story told by callbacks, in symbols: what happened in rooms that have no identifiers yet. A service adds its own members. */
export interface Story {
  /** For people. */
  readonly title: string;
  /** The callbacks in their true order, as the service describes them. */
  readonly events: readonly unknown[];
  /** All callbacks are sent in the same second. */
  readonly sameSecond?: true;
}

/** Parts of a request that a check may want otherwise than usual. */
export interface RequestShape {
  readonly contentType?: string;
  /** Offsets into the body at which it is cut; negative ones count from its end. */
  readonly splitAt?: readonly number[];
  readonly connection?: 'kept' | 'fresh';
}

/** When a callback's event occurred and when this request is sent, Unix seconds; a re-send changes the second only. */
export interface Moment {
  readonly occurredAtSeconds: number;
  readonly sentAtSeconds: number;
}

/** One callback of a bound story, as the service would write it. */
export interface Message {
  readonly body: Uint8Array;
  /** For people: `F1 uploaded`. */
  readonly label: string;
  readonly mark: Pick<SendMark, 'file' | 'event' | 'subject' | 'span'>;
}

/** A story with identifiers. */
export interface BoundStory<Spelling> {
  readonly names: readonly Name[];
  readonly subjects: readonly Subject[];
  /**
   * The story's callback number `event`, as it goes out at a moment.
   * @throws RangeError for an event that the story does not have; Error where our own message does not read back.
   */
  message(event: number, moment: Moment, spelling?: Spelling): Message;
}

/** A forged request. */
export interface Forged {
  /** What is wrong, one sentence for people. */
  readonly statement: string;
  readonly request: RequestSpec;
  /** How the signature was made; absent where there is none. */
  readonly making?: SignatureMaking | LiteralSignature;
  /** Values that the answer must not hold: the key and the right signature, in every usual spelling. */
  readonly secrets: readonly string[];
}

/** A body that is no proper callback; `kind` says for which clause. */
export interface MalformedBody {
  readonly name: string;
  readonly kind: MalformedKind;
  /** Made anew at each call: a large body is not kept. */
  readonly body: () => Uint8Array;
}

/** What is wrong with a malformed body. `burden`: large or deep, to be survived whether it is refused or not. */
export type MalformedKind =
  'syntax' | 'shape' | 'missing-field' | 'wrong-type' | 'encoding' | 'burden';

/** A story and the event of it that stands for it. */
export interface Probe<S extends Story> {
  readonly story: S;
  readonly event: number;
}

/**
 * All that the shared experiments need of a service. `S` is the service's kind of story, `Spelling` how one of its
 * bodies may be spelt otherwise than usual.
 */
export interface ServiceKit<S extends Story, Spelling> {
  readonly service: ServiceName;
  /** A callback that any receiver with the right key takes, whatever came before: the frame of negative probes. */
  readonly control: Probe<S>;
  /** As many files of one room as asked for, each told by one callback, in the same second. */
  crowd(count: number): S;
  /** Gives a story identifiers that were never used before; the same `salt` gives the same ones. Pure. */
  bind(story: S, context: SuiteContext, salt: string): BoundStory<Spelling>;
  /**
   * Whether the service sends a story's callback number `event` in this run's reading; what it does not send is left out
   * of every delivery. Absent: it sends all of them.
   */
  isSent?(story: S, event: number, context: SuiteContext): boolean;
  /** Any body as the service would send it at a moment (Unix seconds), rightly signed. Pure: the same input, the same bytes. */
  request(
    context: SuiteContext,
    body: Uint8Array,
    sentAtSeconds: number,
    shape?: RequestShape,
  ): RequestSpec;
  /**
   * A forged request made from a genuine one; `accepted` was taken a moment ago and is another callback's.
   * @throws RangeError for a name that is no forgery of the service.
   */
  forge(
    context: SuiteContext,
    forgery: string,
    genuine: { readonly body: Uint8Array; readonly sentAtSeconds: number },
    accepted: RequestSpec,
    shape?: RequestShape,
  ): Forged;
  /** Bodies that are no proper callbacks, made from one that is. Plainest first. */
  malformed(genuine: Uint8Array): readonly MalformedBody[];
  /** Where a lenient receiver would file this body: identifiers that it names, where it names them. Total. */
  saidBy(body: Uint8Array): Partial<Pick<Subject, 'roomId' | 'userId' | 'taskId'>>;
}
