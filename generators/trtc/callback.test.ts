import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeCallback,
  encodeCallback,
  eventTypeOf,
  type BodySpelling,
  type TrtcCallback,
} from '#contracts/trtc/callback.ts';
import { verifySignature, signCallback } from '#contracts/trtc/signature.ts';
import { shares, shrunk } from '../statistics.test-helper.ts';
import { bodySpellings, directedSpellings, unknownEventTypes } from './body-spelling.ts';
import { callbacks } from './callback.ts';
import { forgeries } from './forgery.ts';
import { malformedBodies } from './malformed.ts';

const key = 'Aq3';
const small = { oversizeBytes: 5000, nestingDepth: 50 };

describe('callbacks', () => {
  it('are read back as they are', () => {
    fc.assert(
      fc.property(callbacks(), (callback) => {
        expect(decodeCallback(encodeCallback(callback))).toEqual({ ok: true, callback });
      }),
    );
  });

  it('reach every documented type and both types of rooms', () => {
    const reached = shares(callbacks(), ({ event, roomId }) => [
      String(eventTypeOf(event)),
      typeof roomId,
    ]);
    for (const type of [
      301,
      302,
      303,
      304,
      305,
      306,
      307,
      309,
      310,
      311,
      312,
      'number',
      'string',
    ]) {
      expect(reached.get(String(type)) ?? 0, String(type)).toBeGreaterThan(0.01);
    }
    expect(reached.has('308')).toBe(false);
  });

  it('shrink to the recording’s start in room 1', () => {
    expect(shrunk(callbacks(), () => true)).toMatchObject({
      roomId: 1,
      event: { kind: 'recorder-start', status: 0 },
    });
  });
});

describe('bodySpellings', () => {
  it('never change what is said', () => {
    fc.assert(
      fc.property(callbacks(), bodySpellings(), (callback, spelling) => {
        const body = encodeCallback(callback, undefined, spelling);
        expect(decodeCallback(body)).toEqual({ ok: true, callback });
      }),
    );
  });

  it('reach every difference, and shrink to none', () => {
    const reached = shares(bodySpellings(), (spelling: BodySpelling) => Object.keys(spelling));
    for (const trait of [
      'style',
      'escapes',
      'keyOrder',
      'infoKeyOrder',
      'extraFields',
      'extraInfoFields',
      'extraPayloadFields',
      'trailingNewline',
    ]) {
      expect(reached.get(trait) ?? 0, trait).toBeGreaterThan(0.1);
    }
    expect(shrunk(bodySpellings(), () => true)).toEqual({});
  });
});

describe('directedSpellings', () => {
  it('are distinct bodies of one callback but for the white space of the default', () => {
    const callback: TrtcCallback = { ...shrunk(callbacks(), () => true), roomId: 'a/房' };
    const bodies = directedSpellings
      .filter(({ spelling }) => Object.keys(spelling).length > 0)
      .map(({ spelling }) => encodeCallback(callback, undefined, spelling).toString());
    expect(new Set(bodies).size).toBe(bodies.length);
    expect(bodies.length).toBeGreaterThanOrEqual(14);
  });
});

describe('forgeries', () => {
  const all = forgeries();

  it('are many, with different names', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(45);
    expect(all.map(({ name }) => name)).toContain('hmac-sha1');
  });

  it('are never rightly signed, whatever they are made of', () => {
    fc.assert(
      fc.property(callbacks(), bodySpellings(), (callback, spelling) => {
        const body = encodeCallback(callback, undefined, spelling);
        const signature = signCallback(body, key);
        for (const { name, apply } of all) {
          const forged = apply({ body, signature, key });
          expect(verifySignature(forged.body, key, forged.signature ?? ''), name).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(['other-room', 'other-task', 'other-event'])('%s is a readable callback', (name) => {
    fc.assert(
      fc.property(callbacks(), (callback) => {
        const body = encodeCallback(callback);
        const forged = all.find((one) => one.name === name)?.apply({ body, signature: '', key });
        const decoded = decodeCallback(forged?.body ?? new Uint8Array());
        expect(decoded.ok).toBe(true);
        expect(decoded).not.toEqual({ ok: true, callback });
      }),
    );
  });
});

describe('malformedBodies', () => {
  it('are malformed whatever callback they are made of', () => {
    fc.assert(
      fc.property(callbacks(), (callback) => {
        const all = malformedBodies(callback, small);
        expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
        const accepted = all
          .filter(({ kind, body }) => kind !== 'burden' && decodeCallback(body()).ok)
          .map(({ name }) => name);
        expect(accepted).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('reach the members of every payload', () => {
    const names = fc
      .sample(callbacks(), { numRuns: 300, seed: 1 })
      .flatMap((callback) => malformedBodies(callback, small).map(({ name }) => name));
    for (const path of [
      'Status',
      'LeaveCode',
      'FileList',
      'FileName',
      'BeginTimeStamp',
      'Url',
      'TencentVod',
      'TencentVod.FileId',
      'TencentVod.CacheFile',
    ]) {
      expect(names).toContain(`missing field: EventInfo.Payload.${path}`);
    }
    expect(names).not.toContain('wrong type: EventInfo.RoomId is a number');
    expect(names).not.toContain('wrong type: EventInfo.EventTs is a text of digits');
  });
});

describe('unknownEventTypes', () => {
  it('are in no document', () => {
    fc.assert(
      fc.property(unknownEventTypes(), (type) => {
        expect(type < 301 || type > 312).toBe(true);
      }),
    );
  });
});
