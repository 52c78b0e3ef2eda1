import { encodeCallback } from '#contracts/gme/index.ts';
import type { SuiteContext } from '#harness/suite.ts';
import type { GmeCase } from './extensions.ts';
import { signBytes } from './request.ts';
import { oneFile } from './stories.ts';
import { bindStory } from './story.ts';

/** So many callbacks hold each of the characters more than once, by far. */
const attemptsMax = 400;

/**
 * Single callbacks whose signatures hold `+`, `/` and, together, `+/`: the characters in which standard and URL-safe
 * Base64 differ, and which form decoding changes. No signature of the hex dialects holds them.
 */
export function paddedCases(context: SuiteContext): readonly GmeCase[] {
  return [/\+/u, /\//u, /\+.*\/|\/.*\+/u].map((wanted, index) => ({
    title: `a signature with ${['+', '/', '+ and /'][index] ?? ''}`,
    story: { ...oneFile, title: `padded ${String(findStory(context, wanted, index))}` },
    // A start: nothing has to come before it.
    plan: [[{ event: 0 }]],
  }));
}

/** The number of the first story whose callback has such a signature, as `deliveries` will bind it. */
function findStory(context: SuiteContext, wanted: RegExp, index: number): number {
  for (let number = 0; number < attemptsMax; number += 1) {
    const story = { ...oneFile, title: `padded ${String(number)}` };
    const bound = bindStory(story, context, `${story.title}/d${String(index)}`);
    const callback = bound.callback('F1', 1, Math.floor(context.nowMs / 1000) - 60);
    if (wanted.test(signBytes(context, encodeCallback(callback)))) {
      return number;
    }
  }
  return 0;
}
