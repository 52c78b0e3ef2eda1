import type { Case } from './experiments.ts';
import type { Probe, Story } from './service.ts';

/** One callback under each of several content types that say the same. */
export function contentTypeCases<S extends Story>({ story, event }: Probe<S>): readonly Case<S>[] {
  return [
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'application/json; charset="utf-8"',
  ].map((contentType) => ({
    title: `Content-Type ${contentType}`,
    story,
    plan: [[{ event, shape: { contentType } }]],
  }));
}
