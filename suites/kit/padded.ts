import type { SuiteContext } from '#harness/suite.ts';
import type { Case } from './experiments.ts';
import type { ServiceKit, Story } from './service.ts';
import { atOnce, sentAtSecondsOf } from './teller.ts';

/** So many callbacks hold each of the characters more than once, by far. */
const attemptsMax = 400;

/**
 * Single callbacks whose signatures hold `+`, `/` and, together, `+/`: the characters in which standard and URL-safe
 * Base64 differ, and which form decoding changes. Only for readings whose signatures are Base64.
 * @param story Its first callback is sent; nothing has to come before it.
 * @param signatureName Of the header or query parameter that carries the signature.
 */
export function paddedCases<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  story: S,
  signatureName: string,
): readonly Case<S, Spelling>[] {
  return [/\+/u, /\//u, /\+.*\/|\/.*\+/u].map((wanted, index) => ({
    title: `a signature with ${['+', '/', '+ and /'][index] ?? ''}`,
    story: numbered(story, findStory(kit, context, story, signatureName, wanted, index)),
    plan: [[{ event: 0 }]],
  }));
}

function numbered<S extends Story>(story: S, number: number): S {
  return { ...story, title: `padded ${String(number)}` };
}

/** The number of the first story whose callback has such a signature, as `deliveries` will bind it. */
function findStory<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  story: S,
  signatureName: string,
  wanted: RegExp,
  index: number,
): number {
  const sentAtSeconds = sentAtSecondsOf(context);
  for (let number = 0; number < attemptsMax; number += 1) {
    const told = numbered(story, number);
    const bound = kit.bind(told, context, `${told.title}/d${String(index)}`);
    const { body } = bound.message(0, atOnce(sentAtSeconds));
    const { headers, query = [] } = kit.request(context, body, sentAtSeconds);
    const signature = [...headers, ...query].find(([name]) => name === signatureName)?.[1];
    if (wanted.test(signature ?? '')) {
      return number;
    }
  }
  return 0;
}
