import type { Arm, RequestSpec, Send } from '#harness/experiment.ts';
import type { SigningRecipe, TimelineStep } from '#harness/result.ts';
import { isSameName } from '#suites/kit/making.ts';
import { signatureBy } from './signature.ts';

/** One arm of an experiment, built twice alike but for the made-up key. */
export interface TwinArms {
  readonly one: Arm;
  readonly oneKey: string;
  readonly other: Arm;
}

/** What a script does not need: where a value depends on the key, it is not the made-up one's that is to be sent. */
const redacted = '[redacted]';

/**
 * An arm's plan as the steps of a report, from which a script can be written, whose bodies are whole. A right signature
 * stands there as one that the script makes itself; what depends on the key in any other way is marked as a forgery,
 * with the way in which it was made.
 */
export function stepsOf(
  { one, oneKey, other }: TwinArms,
  recipe: SigningRecipe | undefined,
): readonly TimelineStep[] {
  return one.waves.flatMap((sends, wave) =>
    sends.map((send, place) => {
      const twin = other.waves[wave]?.[place] ?? send;
      return stepOf(send, twin, wave, {
        isSignature: (name) => recipe !== undefined && isSameName(name, recipe.name),
        isRight: rightSignature(send.request, recipe, oneKey),
      });
    }),
  );
}

function rightSignature(
  request: RequestSpec,
  recipe: SigningRecipe | undefined,
  key: string,
): (name: string, value: string) => boolean {
  if (recipe === undefined) {
    return () => false;
  }
  const right = signatureBy(recipe, request, key);
  return (name, value) => isSameName(name, recipe.name) && value === right;
}

interface SignatureTests {
  readonly isSignature: (name: string) => boolean;
  readonly isRight: (name: string, value: string) => boolean;
}

function stepOf(
  { label, mark, request, making }: Send,
  twin: Send,
  wave: number,
  { isSignature, isRight }: SignatureTests,
): TimelineStep {
  const { query = [] } = request;
  const pairs = [...request.headers, ...query];
  const twins = [...twin.request.headers, ...(twin.request.query ?? [])];
  // What is left of a signature may be the same under both keys by chance.
  const isKeyed = making !== undefined && making.way !== 'literal';
  const dependsOnKey = (place: number): boolean =>
    pairs[place]?.[1] !== twins[place]?.[1] || (isKeyed && isSignature(pairs[place]?.[0] ?? ''));
  const shown = pairs.map(([name, value], place): readonly [string, string] => [
    name,
    dependsOnKey(place) || isRight(name, value) ? redacted : value,
  ]);
  const isForged = pairs.some(
    ([name, value], place) => dependsOnKey(place) && !isRight(name, value),
  );
  const hasOwnBody = Buffer.from(request.body).equals(twin.request.body);
  return {
    wave,
    label,
    kind: isForged ? 'forged' : kindOf(mark),
    answer: '',
    ms: 0,
    request: {
      method: request.method,
      headers: shown.slice(0, request.headers.length),
      ...(hasOwnBody ? bodyOf(request.body) : { body: redacted }),
      ...(isForged ? forgedOf(making) : {}),
      ...(request.splitAt === undefined ? {} : { splitAt: request.splitAt }),
      ...(query.length === 0 ? {} : { query: shown.slice(request.headers.length) }),
    },
  };
}

/** How a script makes a forged signature with its own key. */
function forgedOf(making: Send['making']): Pick<TimelineStep['request'], 'forged'> {
  if (making === undefined || making.way === 'literal') {
    return making === undefined ? {} : { forged: making };
  }
  const { input, ...how } = making;
  return { forged: { ...how, inputBase64: Buffer.from(input).toString('base64') } };
}

/** A body as text where the text is exactly it and cannot be taken for a note of ours; in Base64 otherwise. */
function bodyOf(bytes: Uint8Array): Pick<TimelineStep['request'], 'body' | 'bodyBase64'> {
  const body = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const isExact = Buffer.from(body).equals(bytes) && !/\ufffd|\[redacted|…/u.test(body);
  return isExact ? { body } : { body, bodyBase64: Buffer.from(bytes).toString('base64') };
}

/** A forgery that a script can send byte for byte is, to the script, a send like any other. */
function kindOf(mark: Send['mark']): string {
  return mark === undefined || mark.kind === 'forged' ? 'original' : mark.kind;
}
