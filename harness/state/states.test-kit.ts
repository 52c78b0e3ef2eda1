import fc from 'fast-check';
import { parseJson, type Json } from '#contracts/json.ts';
import type { Name } from '../experiment.ts';
import type { CountedState } from './bookkeeping.ts';
import { toSymbolic, type Symbolic } from './symbolic.ts';

/** Wall clock of every state in these tests: 2026-11-20T04:31:05.123Z. */
export const nowMs = Date.UTC(2026, 10, 20, 4, 31, 5, 123);

/** One room with two tasks that a double cannot tell from their neighbours, a user and a file. */
export const names: readonly Name[] = [
  { kind: 'room', symbol: 'R1', value: 'room/7 “é”' },
  { kind: 'user', symbol: 'U1', value: '00912' },
  { kind: 'task', symbol: 'T1', value: '446946705284175911' },
  { kind: 'task', symbol: 'T2', value: '9223372036854775801' },
  { kind: 'file', symbol: 'F1', value: '1400_room7_912/446_0.mp3' },
];

/** A state from JSON text, identifiers as symbols. */
export function symbolic(text: string, known: readonly Name[] = names): Symbolic {
  return toSymbolic(parseJson(text), known, nowMs);
}

/** A state of which as many callbacks were accepted as said, none of them repeated unless said. */
export function counted(state: Symbolic, accepted = 3, repeated = 0): CountedState {
  return { state, accepted, repeated };
}

/** Any JSON, small enough to read; numbers as whole ones, so that text and value are the same. */
export const anyJson: fc.Arbitrary<Json> = fc
  .letrec<{ value: unknown; leaf: unknown }>((tie) => ({
    leaf: fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.integer({ min: 0, max: 99 }),
      fc.string({ maxLength: 4 }),
    ),
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/u), tie('value'), { maxKeys: 4 }),
    ),
  }))
  .value.map((value) => parseJson(JSON.stringify(value)));
