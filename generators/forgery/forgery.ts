import type { SignatureMaking } from '#contracts/signature-making.ts';
import { bodyForgeries } from './body-forgeries.ts';
import type { MacScheme } from './mac-scheme.ts';
import {
  longChangedAtEnd,
  ofReplacedBytes,
  signatureForgeries,
  wrongCase,
} from './signature-forgeries.ts';

export { rightMaking, type MacScheme } from './mac-scheme.ts';

/** A genuine request, as a forger would want it; only a forger who has the key knows `key`. */
export interface SignedBody {
  readonly body: Uint8Array;
  readonly signature: string;
  readonly key: string;
}

/** What the forger sends; no signature at all where it is undefined. */
export interface ForgedBody {
  readonly body: Uint8Array;
  readonly signature: string | undefined;
  /** How the signature was made with the key; absent where the key has no part in it. */
  readonly making?: SignatureMaking;
}

/** One way to forge a request: a receiver that checks signatures as documented refuses the result. */
export interface Forgery {
  /** Stable kebab-case name. */
  readonly name: string;
  /** What is wrong, one sentence for people. */
  readonly statement: string;
  /** `signature`: the body is genuine. `body`: the signature is. `both`: neither. Their combination never is. */
  readonly forges: 'signature' | 'body' | 'both';
  /** Pure. The result’s signature is never right for its body. */
  readonly apply: (genuine: SignedBody) => ForgedBody;
}

/** What a service's requests offer a forger. */
export interface ForgeryGround {
  readonly scheme: MacScheme;
  /** A member whose value is a text in every genuine body, at any depth: `RoomID`. Letters and digits only. */
  readonly textField: string;
  /** A member whose value is a plain number in every genuine body; null where there is none. */
  readonly numberField: string | null;
  /** The body of a callback that speaks of another room, task or event and is genuine otherwise. */
  rewrite(body: Buffer, what: 'room' | 'task' | 'event'): Buffer;
}

/**
 * Every way of forging or tampering that Soundcheck tries, plainest first. Values that a lenient decoder takes for the
 * right MAC (without padding, in the other case of hexadecimal) are not among them: they prove knowledge of the key.
 */
export function forgeries(ground: ForgeryGround): readonly Forgery[] {
  return [
    ...signatureForgeries(ground.scheme),
    ...(ground.scheme.encoding === 'hex' ? [] : [wrongCase(ground.scheme)]),
    ...bodyForgeries(ground),
    ofReplacedBytes(ground),
    longChangedAtEnd(ground),
  ];
}
