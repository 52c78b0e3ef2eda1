import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatStreamName, isIdentifier } from '#contracts/sparkrtc/stream-name.ts';
import { shares, shrunk } from '../statistics.test-helper.ts';
import {
  appIds,
  collidingRooms,
  confusableIds,
  identifierTraits,
  jobIds,
  plainRoomIds,
  plainUserIds,
  roomIds,
  userIds,
} from './identifiers.ts';

describe('room and user IDs', () => {
  it.each([roomIds, userIds, plainRoomIds, plainUserIds])('%o are permitted', (ids) => {
    fc.assert(
      fc.property(ids(), (id) => {
        expect(isIdentifier(id)).toBe(true);
      }),
    );
  });

  it('reach what makes stream names ambiguous', () => {
    const reached = shares(roomIds(), identifierTraits);
    for (const trait of [
      ...['underscore', 'hyphen', 'ends-as-streams', 'begins-as-streams', 'underscore-at-an-end'],
      ...['longest', 'leading-zero', 'lookalike'],
    ]) {
      expect(reached.get(trait) ?? 0, trait).toBeGreaterThan(0.004);
    }
  });

  it('shrink to the first plain one', () => {
    expect(shrunk(roomIds(), () => true)).toBe('room1');
    expect(shrunk(userIds(), () => true)).toBe('user1');
  });
});

describe('application and job ids', () => {
  it('have no underscores', () => {
    fc.assert(
      fc.property(appIds(), jobIds(), (appId, jobId) => {
        expect(appId).toMatch(/^[\da-f]{24}$/u);
        expect(jobId).toMatch(/^[\da-f]{24,32}$/u);
      }),
    );
  });
});

describe('collidingRooms', () => {
  it('are different, with streams of one name', () => {
    fc.assert(
      fc.property(collidingRooms(), ([one, other]) => {
        expect(one.roomId).not.toBe(other.roomId);
        const [a, b] = [one, other].map((ids) =>
          formatStreamName({ kind: 'automatic', appId: 'a', media: 'camera', ...ids }),
        );
        expect(a).toBe(b);
      }),
    );
  });
});

describe('confusableIds', () => {
  it('are permitted and different', () => {
    fc.assert(
      fc.property(confusableIds(), ([one, other]) => {
        expect(one).not.toBe(other);
        expect([one, other].every(isIdentifier)).toBe(true);
      }),
    );
  });
});
