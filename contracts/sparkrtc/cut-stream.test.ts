import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutStream, secondsOf, type FileDraft, type Stretch } from './cut-stream.ts';
import { mergedPauseSecondsMax, type HlsRule, type PauseRule } from './recording-rule.ts';

const day = 86_400;

function rule(lengthSeconds: number, pause: PauseRule): HlsRule {
  return { lengthSeconds, pause, pattern: '{stream}', sliceSeconds: 10 };
}

function stretches(...pairs: readonly (readonly [number, number])[]): readonly Stretch[] {
  return pairs.map(([begin, end]) => ({ begin, end }));
}

/** `0-5+7-9 @14 pause`: the parts, when it was closed, and by what. */
function shown({ parts, closedAt, closedBy }: FileDraft): string {
  const spans = parts.map(({ begin, end }) => `${String(begin)}-${String(end)}`).join('+');
  return `${spans} @${String(closedAt)} ${closedBy}`;
}

const cases: readonly (readonly [
  string,
  readonly Stretch[],
  HlsRule,
  number,
  readonly string[],
])[] = [
  [
    'a stream without a pause is one file',
    stretches([0, 50]),
    rule(60, 'new-file'),
    50,
    ['0-50 @50 end'],
  ],
  [
    'exactly the length is one full file',
    stretches([0, 60]),
    rule(60, 'new-file'),
    60,
    ['0-60 @60 length'],
  ],
  [
    'a second more is two files',
    stretches([0, 61]),
    rule(60, 'same-file'),
    61,
    ['0-60 @60 length', '60-61 @61 end'],
  ],
  [
    'many lengths are many files',
    stretches([5, 190]),
    rule(60, 'new-file'),
    190,
    ['5-65 @65 length', '65-125 @125 length', '125-185 @185 length', '185-190 @190 end'],
  ],
  [
    'length 0 never cuts',
    stretches([0, 40 * day]),
    rule(0, 'new-file'),
    40 * day,
    [`0-${String(40 * day)} @${String(40 * day)} end`],
  ],
  [
    'every pause begins a new file',
    stretches([0, 5], [6, 9]),
    rule(60, 'new-file'),
    20,
    ['0-5 @5 pause', '6-9 @9 pause'],
  ],
  [
    'a pause of no second begins a new file, too',
    stretches([0, 5], [5, 9]),
    rule(60, 'new-file'),
    9,
    ['0-5 @5 pause', '5-9 @9 end'],
  ],
  [
    'a pause within the bound goes on in the file',
    stretches([0, 5], [15, 20]),
    rule(60, { withinSeconds: 10 }),
    40,
    ['0-5+15-20 @30 pause'],
  ],
  [
    'a pause of a second more does not',
    stretches([0, 5], [16, 20]),
    rule(60, { withinSeconds: 10 }),
    22,
    ['0-5 @15 pause', '16-20 @22 end'],
  ],
  [
    'each pause counts for itself',
    stretches([0, 5], [15, 20], [30, 31]),
    rule(60, { withinSeconds: 10 }),
    31,
    ['0-5+15-20+30-31 @31 end'],
  ],
  [
    'merged pauses do not count towards the length',
    stretches([0, 50], [100, 120]),
    rule(60, { withinSeconds: 300 }),
    120,
    ['0-50+100-110 @110 length', '110-120 @120 end'],
  ],
  [
    'a file that is full when the stream pauses is closed by its length',
    stretches([0, 60], [65, 70]),
    rule(60, { withinSeconds: 10 }),
    70,
    ['0-60 @60 length', '65-70 @70 end'],
  ],
  [
    'never a new file holds for 30 days',
    stretches([0, 5], [5 + 30 * day, 6 + 30 * day]),
    rule(0, 'same-file'),
    6 + 30 * day,
    [`0-5+${String(5 + 30 * day)}-${String(6 + 30 * day)} @${String(6 + 30 * day)} end`],
  ],
  [
    'and not for a second more',
    stretches([0, 5], [6 + 30 * day, 7 + 30 * day]),
    rule(0, 'same-file'),
    7 + 30 * day,
    [
      `0-5 @${String(5 + 30 * day)} pause`,
      `${String(6 + 30 * day)}-${String(7 + 30 * day)} @${String(7 + 30 * day)} end`,
    ],
  ],
  ['nothing live is no file', [], rule(60, 'same-file'), 10, []],
];

describe('cutStream', () => {
  it.each(cases)('%s', (_, live, by, endedAt, files) => {
    expect(cutStream(live, by, endedAt).map(shown)).toEqual(files);
  });

  const streams = fc
    .array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 400 })), { maxLength: 8 })
    .map((pairs) => {
      let now = 0;
      return pairs.map(([gap, length]) => {
        const begin = now + gap;
        now = begin + length;
        return { begin, end: now };
      });
    });
  const pauses = fc.oneof(
    fc.constantFrom<PauseRule>('new-file', 'same-file'),
    fc.integer({ min: 1, max: 300 }).map((withinSeconds) => ({ withinSeconds })),
  );
  const lengths = fc.constantFrom(0, 60, 61, 120);

  it('loses nothing, repeats nothing, and holds every bound', () => {
    fc.assert(
      fc.property(streams, lengths, pauses, fc.nat(1000), (live, length, pause, tail) => {
        const endedAt = (live.at(-1)?.end ?? 0) + tail;
        const files = cutStream(live, rule(length, pause), endedAt);
        expect(secondsOf(files.flatMap(({ parts }) => parts))).toBe(secondsOf(live));
        const pauseMax = mergedPauseSecondsMax(pause);
        files.forEach((file, index) => {
          const seconds = secondsOf(file.parts);
          expect(length === 0 || seconds <= length).toBe(true);
          expect(file.closedBy === 'length').toBe(seconds === length);
          expect(file.closedAt).toBeGreaterThanOrEqual(file.end);
          expect(file.closedAt).toBeLessThanOrEqual(
            Math.min(endedAt, files[index + 1]?.begin ?? endedAt),
          );
          file.parts.slice(1).forEach((part, at) => {
            expect(part.begin - (file.parts[at]?.end ?? 0)).toBeLessThanOrEqual(pauseMax);
            expect(pause).not.toBe('new-file');
          });
          const next = files[index + 1];
          if (file.closedBy === 'pause' && next !== undefined) {
            expect(pause === 'new-file' || next.begin - file.end > pauseMax).toBe(true);
          }
        });
      }),
    );
  });
});
