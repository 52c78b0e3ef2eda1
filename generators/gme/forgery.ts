import { defaultReading, type GmeReading } from '#contracts/gme/reading.ts';
import { bodyForgeries } from './body-forgeries.ts';
import { ofReplacedBytes, signatureForgeries, wrongCase } from './signature-forgeries.ts';

/** A genuine request, as a forger would want it; only a forger who has the key knows `key`. */
export interface SignedBody {
  readonly body: Uint8Array;
  readonly signature: string;
  readonly key: string;
  /** How `signature` was made; default reading by default. */
  readonly reading?: GmeReading;
}

/** What the forger sends; no signature at all where it is undefined. */
export interface ForgedBody {
  readonly body: Uint8Array;
  readonly signature: string | undefined;
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

/**
 * Every way of forging or tampering that Soundcheck tries, plainest first. Values that a lenient decoder takes for the
 * right MAC (without padding, in the other case of hexadecimal) are not among them: they prove knowledge of the key.
 */
export function forgeries(reading: GmeReading = defaultReading): readonly Forgery[] {
  const caseMatters = reading.signatureEncoding !== 'hex';
  return [
    ...signatureForgeries,
    ...(caseMatters ? [wrongCase] : []),
    ...bodyForgeries,
    ofReplacedBytes,
  ];
}
