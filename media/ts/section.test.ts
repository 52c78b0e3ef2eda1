import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascii, join, overwrite } from '#fixtures/media/bytes.ts';
import { FaultLog } from '../fault-log.ts';
import { crc32 } from './crc32.ts';
import { SectionAssembler } from './section.ts';

/** A section of table `id`: header, body, CRC. */
function section(id: number, body: Uint8Array): Uint8Array {
  const length = 5 + body.length + 4;
  const head = Uint8Array.of(id, 0xb0 | (length >>> 8), length & 0xff, 0, 1, 0xc1, 0, 0);
  const crc = new Uint8Array(4);
  new DataView(crc.buffer).setUint32(0, crc32(join(head, body)));
  return join(head, body, crc);
}

interface Told {
  /** Table id and body of each section, and the offset of the packet that ended it. */
  readonly taken: readonly (readonly [number, string, number])[];
  readonly faults: readonly string[];
}

type Step = readonly [payload: Uint8Array, begins: boolean, offset: number] | 'forget';

function assembled(steps: readonly Step[]): Told {
  const log = new FaultLog();
  const taken: (readonly [number, string, number])[] = [];
  const assembler = new SectionAssembler(log, (tableId, body, offset) => {
    taken.push([tableId, String.fromCharCode(...body), offset]);
  });
  for (const step of steps) {
    if (step === 'forget') {
      assembler.forget();
    } else {
      assembler.push(...step);
    }
  }
  return {
    taken,
    faults: log.list().map(({ code, offset, message }) => `${code} @${offset}: ${message}`),
  };
}

const pointer = (bytes: number): Uint8Array => Uint8Array.of(bytes);
const filling = new Uint8Array(20).fill(0xff);
const [one, two] = [section(0, ascii('first')), section(2, ascii('second one'))];

describe('SectionAssembler', () => {
  it('takes the sections of a packet up to its filling', () => {
    expect(assembled([[join(pointer(0), one, two, filling), true, 100]])).toEqual({
      taken: [
        [0, 'first', 100],
        [2, 'second one', 100],
      ],
      faults: [],
    });
  });

  it('puts a section together from packets cut anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (lengths) => {
        const steps: Step[] = [[join(pointer(0), two.subarray(0, 1)), true, 0]];
        for (let at = 1, turn = 0; at < two.length; turn++) {
          const next = at + (lengths[turn % lengths.length] ?? 1);
          steps.push([two.subarray(at, next), false, steps.length]);
          at = next;
        }
        expect(assembled(steps)).toEqual({
          taken: [[2, 'second one', steps.length - 1]],
          faults: [],
        });
      }),
    );
  });

  it('ends a section before the place that the pointer names, and begins one there', () => {
    const packet = join(pointer(6), two.subarray(-6), one, filling);
    const steps: Step[] = [
      [join(pointer(0), two.subarray(0, -6)), true, 0],
      [packet, true, 188],
    ];
    expect(assembled(steps).taken).toEqual([
      [2, 'second one', 188],
      [0, 'first', 188],
    ]);
    // Whatever was cut off before is not finished with bytes of another one.
    expect(assembled([steps[0], [join(pointer(0), one), true, 188]] as Step[])).toEqual({
      taken: [[0, 'first', 188]],
      faults: [],
    });
  });

  it('takes nothing before a begin, after a filling and after a loss', () => {
    expect(assembled([[one, false, 0]])).toEqual({ taken: [], faults: [] });
    const filled: Step[] = [
      [join(pointer(0), one, filling), true, 0],
      [two, false, 188],
    ];
    expect(assembled(filled).taken).toEqual([[0, 'first', 0]]);
    const lost: Step[] = [
      [join(pointer(0), two.subarray(0, 9)), true, 0],
      'forget',
      [two.subarray(9), false, 188],
    ];
    expect(assembled(lost)).toEqual({ taken: [], faults: [] });
  });

  it('reports a pointer out of its packet, and forgets what had begun', () => {
    const edge = join(pointer(3), ascii('abc'));
    expect(assembled([[edge, true, 7]]).faults).toEqual([]);
    const steps: Step[] = [
      [join(pointer(0), two.subarray(0, 9)), true, 0],
      [edge.subarray(0, 3), true, 188],
      [two.subarray(9), false, 376],
    ];
    expect(assembled(steps)).toEqual({
      taken: [],
      faults: ['malformed-table @188: A pointer of 3 leads out of its packet.'],
    });
  });

  it('takes sections of 1024 bytes at most', () => {
    const longest = section(1, new Uint8Array(1024 - 12).fill(0x41));
    const steps = (bytes: Uint8Array): Step[] => [
      [join(pointer(0), bytes.subarray(0, 100)), true, 0],
      [bytes.subarray(100), false, 188],
    ];
    expect(longest.length).toBe(1024);
    expect(assembled(steps(longest)).taken).toHaveLength(1);
    const longer = section(1, new Uint8Array(1024 - 11).fill(0x41));
    expect(assembled(steps(longer))).toEqual({
      taken: [],
      faults: ['malformed-table @0: A section announces 1025 bytes.'],
    });
  });

  it('reports a section without room for its header and CRC', () => {
    const short = Uint8Array.of(2, 0xb0, 8, 1, 2, 3, 4, 5, 6, 7, 8);
    expect(assembled([[join(pointer(0), short, one), true, 9]])).toEqual({
      taken: [[0, 'first', 9]],
      faults: ['malformed-table @9: A section has only 11 bytes.'],
    });
    expect(assembled([[join(pointer(0), section(5, new Uint8Array(0))), true, 9]]).taken).toEqual([
      [5, '', 9],
    ]);
  });

  it('reports a wrong CRC, and takes the next section', () => {
    const damaged = overwrite(two, 10, ascii('?'));
    expect(assembled([[join(pointer(0), damaged, one), true, 9]])).toEqual({
      taken: [[0, 'first', 9]],
      faults: ['table-crc-mismatch @9: The CRC of table 2 is wrong.'],
    });
  });
});
