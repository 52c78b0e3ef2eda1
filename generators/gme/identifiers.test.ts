import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatObjectKey, parseObjectKey, type GmeFile } from '#contracts/gme/object-key.ts';
import { dialects, resolveReading } from '#contracts/gme/dialects.ts';
import {
  collidingRooms,
  confusableRooms,
  identifierTraits,
  plainUserIds,
  roomIds,
  taskIdPairs,
  taskIds,
  userIds,
} from './identifiers.ts';
import { shrunk, shares } from '../statistics.test-helper.ts';

describe('roomIds', () => {
  it('reaches every class of identifiers', () => {
    const reached = shares(roomIds(), identifierTraits);
    for (const trait of [
      'plain',
      'underscore',
      'slash',
      'percent',
      'quote',
      'blank',
      'backslash',
      'leading-zero',
      'cjk',
      'emoji',
      'beyond-first-plane',
      'lookalike',
      'longest',
      'longest-non-ascii',
    ]) {
      expect(reached.get(trait) ?? 0, trait).toBeGreaterThan(0.004);
    }
    expect(reached.get('plain')).toBeGreaterThan(0.2);
    expect(reached.get('underscore')).toBeGreaterThan(0.15);
  });

  it('are well-formed and never longer than the clients allow', () => {
    fc.assert(
      fc.property(roomIds(), (id) => {
        expect(id.length).toBeGreaterThan(0);
        expect(id.length).toBeLessThanOrEqual(127);
        expect(id).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it('shrink to a small number, or to what is needed', () => {
    expect(shrunk(roomIds(), () => true)).toBe('1');
    expect(shrunk(roomIds(), (id) => id.includes('_')).length).toBeLessThanOrEqual(3);
  });
});

describe('userIds', () => {
  it('are mostly numbers above 10,000, some beyond a double', () => {
    const reached = shares(userIds(), (id) => [
      ...identifierTraits(id),
      ...(/^[1-9]\d{4,}$/u.test(id) ? ['prescribed'] : []),
    ]);
    expect(reached.get('prescribed')).toBeGreaterThan(0.5);
    expect(reached.get('underscore')).toBeGreaterThan(0.05);
    expect(reached.get('beyond-double')).toBeGreaterThan(0.05);
  });

  it('plain ones are 64-bit integers above 10,000', () => {
    fc.assert(
      fc.property(plainUserIds(), (id) => {
        expect(BigInt(id)).toBeGreaterThan(10_000n);
        expect(BigInt(id)).toBeLessThan(2n ** 63n);
        expect(String(BigInt(id))).toBe(id);
      }),
    );
  });
});

describe('taskIds', () => {
  it('lie beyond what a double counts', () => {
    fc.assert(fc.property(taskIds(), (id) => id > 2n ** 53n && id < 2n ** 63n));
    expect(shrunk(taskIds(), () => true)).toBe(2n ** 53n + 1n);
  });

  it('come in pairs that a double cannot tell apart', () => {
    fc.assert(
      fc.property(taskIdPairs(), ([one, other]) => {
        expect(one).not.toBe(other);
        expect(Number(one)).toBe(Number(other));
        expect(one < 2n ** 63n && other < 2n ** 63n).toBe(true);
      }),
    );
  });
});

const file = fc.record<GmeFile>({
  bizId: fc.integer({ min: 0, max: 2_000_000_000 }),
  roomId: roomIds(),
  userId: userIds(),
  mode: fc.constantFrom('single', 'mixed'),
  taskId: taskIds(),
  startSeconds: fc.integer({ min: 0, max: 253_402_271_999 }),
  seqNo: fc.nat(),
});

const readings = fc
  .subarray(dialects.map(({ name }) => name).filter((name) => name.startsWith('gme-name')))
  .map(resolveReading);

describe('object keys', () => {
  it('are read back from any identifiers under any reading', () => {
    fc.assert(
      fc.property(file, readings, (written, reading) => {
        const key = formatObjectKey(written, reading);
        const read = parseObjectKey(key, written.bizId, reading);
        expect(read).toMatchObject({ kind: written.mode, startSeconds: written.startSeconds });
        if (read.kind === 'single') {
          expect(read.roomUserSplits).toContainEqual({
            roomId: written.roomId,
            userId: written.userId,
          });
          expect(read.taskId ?? read.seqNo).toBe(
            reading.nameId === 'task-id' ? written.taskId : written.seqNo,
          );
        } else {
          const { roomId, taskId, seqNo } = written;
          expect(read).toMatchObject({ roomId, taskId, seqNo, blanks: reading.nameBlanks });
        }
      }),
    );
  });

  it('each split of a folder is written back as the same key', () => {
    fc.assert(
      fc.property(file, (written) => {
        const key = formatObjectKey({ ...written, mode: 'single' });
        const read = parseObjectKey(key, written.bizId);
        const splits = read.kind === 'single' ? read.roomUserSplits : [];
        expect(splits.length).toBeGreaterThan(0);
        for (const split of splits) {
          expect(formatObjectKey({ ...written, ...split, mode: 'single' })).toBe(key);
        }
      }),
    );
  });

  it('reading is total, and what it accepts it writes back', () => {
    const pieces = fc.constantFrom(
      '14_',
      'r',
      '_',
      '/',
      '2023-02-09-16-16-45',
      '_0',
      '7',
      '_audio.mp3',
      '-',
      ' ',
      '\n',
      '..',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 8 }).map((all) => all.join('')),
        (key) => {
          const read = parseObjectKey(key, 14);
          if (read.kind === 'mixed') {
            const { roomId, taskId, startSeconds, seqNo, blanks } = read;
            const parts = {
              bizId: 14,
              userId: '0',
              mode: 'mixed',
              roomId,
              taskId,
              startSeconds,
              seqNo,
            } as const;
            expect(formatObjectKey(parts, { ...resolveReading([]), nameBlanks: blanks })).toBe(key);
          }
          expect(['single', 'mixed', 'foreign']).toContain(read.kind);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('collide for colliding rooms', () => {
    fc.assert(
      fc.property(collidingRooms(), file, ([one, other], base) => {
        expect(one).not.toEqual(other);
        const keys = [one, other].map((pair) =>
          formatObjectKey({ ...base, ...pair, mode: 'single' }),
        );
        expect(keys[0]).toBe(keys[1]);
      }),
    );
  });

  it('stay apart for confusable rooms', () => {
    fc.assert(
      fc.property(confusableRooms(), file, ([one, other], base) => {
        expect(formatObjectKey({ ...base, roomId: one })).not.toBe(
          formatObjectKey({ ...base, roomId: other }),
        );
      }),
    );
  });
});
