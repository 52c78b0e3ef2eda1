import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeNameId, encodeNameId } from '#contracts/trtc/name-id.ts';
import { isRoomId, roomKey } from '#contracts/trtc/room.ts';
import { shares, shrunk } from '../statistics.test-helper.ts';
import {
  confusableTasks,
  confusableUsers,
  identifierTraits,
  plainRoomIds,
  plainUserIds,
  robotIds,
  roomIds,
  taskIds,
  taskTraits,
  twinRooms,
  userIds,
} from './identifiers.ts';

describe('roomIds', () => {
  it('can exist', () => {
    fc.assert(
      fc.property(roomIds(), (room) => {
        expect(isRoomId(room)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(plainRoomIds(), (room) => {
        expect(isRoomId(room)).toBe(true);
      }),
    );
  });

  it('reach both types and their peculiarities', () => {
    const reached = shares(roomIds(), (room) =>
      typeof room === 'number' ? ['number'] : ['string', ...identifierTraits(room)],
    );
    for (const trait of [
      'number',
      'string',
      'plain',
      'underscore',
      'separator-of-names',
      'percent',
      'blank',
      'leading-zero',
      'lookalike',
      'longest-room',
      'equals',
    ]) {
      expect(reached.get(trait) ?? 0, trait).toBeGreaterThan(0.004);
    }
  });

  it('shrink to the integer 1', () => {
    expect(shrunk(roomIds(), () => true)).toBe(1);
  });
});

describe('twinRooms', () => {
  it('look the same and are not', () => {
    fc.assert(
      fc.property(twinRooms(), ([number, text]) => {
        expect(String(number)).toBe(text);
        expect(isRoomId(number) && isRoomId(text)).toBe(true);
        expect(roomKey(number)).not.toBe(roomKey(text));
      }),
    );
  });
});

describe('userIds', () => {
  it('reach every peculiarity of their spelling in names', () => {
    const reached = shares(userIds(), identifierTraits);
    for (const trait of [
      'underscore',
      'slash',
      'equals',
      'separator-of-names',
      'cjk',
      'emoji',
      'beyond-first-plane',
      'base64-plus',
      'base64-slash',
      'base64-one-equals',
      'base64-two-equals',
      'lookalike',
    ]) {
      expect(reached.get(trait) ?? 0, trait).toBeGreaterThan(0.01);
    }
  });

  it('are spelt and read back in names', () => {
    fc.assert(
      fc.property(userIds(), (id) => {
        expect(decodeNameId(encodeNameId(id))).toBe(id);
      }),
    );
    expect(shrunk(userIds(), () => true)).toBe('user1');
  });

  it('never are the robot’s', () => {
    fc.assert(
      fc.property(plainUserIds(), robotIds(), (user, robot) => {
        expect(user).not.toBe(robot);
      }),
    );
  });
});

describe('taskIds', () => {
  it('reach a leading dash and a trailing dot', () => {
    const reached = shares(taskIds(), taskTraits);
    for (const trait of ['leading-dash', 'trailing-dot', 'plain', 'long']) {
      expect(reached.get(trait) ?? 0, trait).toBeGreaterThan(0.05);
    }
  });

  it('are the name of one folder', () => {
    fc.assert(
      fc.property(taskIds(), (id) => {
        expect(id).toMatch(/^-{0,2}[A-Za-z0-9-]{8,70}\.{0,2}$/u);
      }),
    );
  });
});

describe('confusable identifiers', () => {
  it('are two', () => {
    fc.assert(
      fc.property(confusableTasks(), ([one, other]) => {
        expect(one).not.toBe(other);
      }),
    );
    fc.assert(
      fc.property(confusableUsers(), ([one, other]) => {
        expect(one).not.toBe(other);
      }),
    );
  });
});
