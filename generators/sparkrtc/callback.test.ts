import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeCallback,
  encodeCallback,
  type BodySpelling,
  type SparkCallback,
} from '#contracts/sparkrtc/callback.ts';
import { findInconsistencies } from '#contracts/sparkrtc/consistency.ts';
import { defaultReading } from '#contracts/sparkrtc/reading.ts';
import { signCallback, verifySignature } from '#contracts/sparkrtc/signature.ts';
import { shares, shrunk } from '../statistics.test-helper.ts';
import {
  bodySpellings,
  directedSpellings,
  unknownEventTypes,
  unknownFormats,
} from './body-spelling.ts';
import { callbacks } from './callback.ts';
import { forgeries } from './forgery.ts';
import { malformedBodies } from './malformed.ts';

const key = '0123456789abcdef0123456789abcdef';
const nonce = { rand: '8f14e45f', timestamp: '1619600282' };
const small = { oversizeBytes: 5000, nestingDepth: 50 };
const whole = callbacks(defaultReading, { sparse: false });

describe('callbacks', () => {
  it('are read back as they are, and their fields agree', () => {
    fc.assert(
      fc.property(callbacks(), (callback) => {
        expect(decodeCallback(encodeCallback(callback))).toEqual({ ok: true, callback });
        expect(findInconsistencies(callback)).toEqual([]);
      }),
    );
  });

  it('reach every event, both formats, all kinds of streams, and leave anything out', () => {
    const reached = shares(callbacks(), (callback: SparkCallback) => [
      String(callback.eventType),
      String(callback.recordFormat),
      /_(?:av_m|v_a)$|^[sm](?=_)/u.exec(callback.streamName ?? '')?.[0] ?? 'none',
      ...(Object.keys(callback).length === 0 ? ['nothing'] : []),
    ]);
    for (const trait of [
      ...['RECORD_NEW_FILE_START', 'RECORD_FILE_COMPLETE', 'CLOUD_RECORD_SERVER_OVER'],
      ...['undefined', 'HLS', 'MP4', '_av_m', '_v_a', 's', 'm', 'none', 'nothing'],
    ]) {
      expect(reached.get(trait) ?? 0, trait).toBeGreaterThan(0.002);
    }
  });

  it('follow the reading of the job’s end', () => {
    const typesUnder = (jobOverEvent: 'CLOUD_RECORD_OVER' | 'none'): readonly unknown[] => [
      ...shares(callbacks({ ...defaultReading, jobOverEvent }), ({ eventType }) => [
        String(eventType),
      ]).keys(),
    ];
    expect(typesUnder('CLOUD_RECORD_OVER')).toContain('CLOUD_RECORD_OVER');
    expect(typesUnder('none').join()).not.toContain('OVER');
  });

  it('shrink to the beginning of a file of room1', () => {
    expect(shrunk(callbacks(), () => true)).toMatchObject({
      eventType: 'RECORD_NEW_FILE_START',
      roomId: 'room1',
    });
  });
});

describe('bodySpellings', () => {
  it('never change what is said', () => {
    fc.assert(
      fc.property(whole, bodySpellings(), (callback, spelling) => {
        const body = encodeCallback(callback, spelling);
        expect(decodeCallback(body)).toEqual({ ok: true, callback });
      }),
    );
  });

  it('reach every difference, and shrink to none', () => {
    const reached = shares(bodySpellings(), (spelling: BodySpelling) => Object.keys(spelling));
    for (const trait of ['style', 'escapes', 'keyOrder', 'extraFields', 'trailingNewline']) {
      expect(reached.get(trait) ?? 0, trait).toBeGreaterThan(0.1);
    }
    expect(shrunk(bodySpellings(), () => true)).toEqual({});
  });

  it('are distinct bodies where they are directed', () => {
    const callback: SparkCallback = { ...shrunk(whole, () => true), detailMessage: 'a/房' };
    const bodies = directedSpellings
      .filter(({ spelling }) => Object.keys(spelling).length > 0)
      .map(({ spelling }) => encodeCallback(callback, spelling).toString());
    expect(new Set(bodies).size).toBe(bodies.length);
    expect(bodies.length).toBeGreaterThanOrEqual(11);
  });
});

describe('forgeries', () => {
  it('are many, with different names', () => {
    expect(new Set(forgeries.map(({ name }) => name)).size).toBe(forgeries.length);
    expect(forgeries.length).toBeGreaterThanOrEqual(60);
    expect(forgeries.map(({ name }) => name)).not.toContain('wrong-case');
  });

  it('are never rightly signed, and forge no more than they say', () => {
    fc.assert(
      fc.property(whole, bodySpellings(), (callback, spelling) => {
        const body = encodeCallback(callback, spelling);
        const signature = signCallback(body, key, nonce);
        for (const { name, forges, apply } of forgeries) {
          const forged = apply({ body, signature, key, nonce });
          const heard = { rand: forged.rand ?? '', timestamp: forged.timestamp ?? '' };
          const { body: bytes } = forged;
          expect(verifySignature(bytes, key, heard, forged.signature ?? ''), name).toBe(false);
          if (forges !== 'both') {
            expect(body.equals(bytes), name).toBe(forges !== 'body');
            expect(forged.signature === signature, name).toBe(forges !== 'signature');
            expect(JSON.stringify(heard) === JSON.stringify(nonce), name).toBe(forges !== 'nonce');
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(['other-room', 'other-task', 'other-event'])('%s is a readable callback', (name) => {
    fc.assert(
      fc.property(whole, (callback) => {
        const body = encodeCallback(callback);
        const forged = forgeries
          .find((one) => one.name === name)
          ?.apply({ body, signature: '', key, nonce });
        const decoded = decodeCallback(forged?.body ?? new Uint8Array());
        expect(decoded.ok && findInconsistencies(decoded.callback)).toEqual([]);
        expect(decoded).not.toEqual({ ok: true, callback });
      }),
    );
  });

  it('have the MACs that careless receivers would make', () => {
    const body = Buffer.from('{"event_type":"RECORD_FILE_COMPLETE","job_id":"1"}');
    const made = (name: string): string | undefined =>
      forgeries.find((one) => one.name === name)?.apply({ body, signature: '', key, nonce })
        .signature;
    const bare = { rand: '', timestamp: '' };
    expect(made('of-body-alone')).toBe(signCallback(body, key, bare));
    expect(made('of-rand-and-body')).toBe(signCallback(body, key, { ...nonce, timestamp: '' }));
    expect(made('of-timestamp-and-body')).toBe(signCallback(body, key, { ...nonce, rand: '' }));
    expect(made('of-rand-and-timestamp')).toBe(signCallback(Buffer.alloc(0), key, nonce));
  });
});

describe('malformedBodies', () => {
  it('are malformed whatever callback they are made of', () => {
    fc.assert(
      fc.property(whole, (callback) => {
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

  it('never count a missing field, and reach the types of a completed file', () => {
    const completed = fc
      .sample(whole, { numRuns: 50, seed: 1 })
      .find(({ eventType }) => eventType === 'RECORD_FILE_COMPLETE');
    const all = malformedBodies(completed ?? {}, small);
    const names = all.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'wrong type: record_duration is a text of digits',
        'wrong type: start_time is a word',
        'wrong type: end_time is a number',
        'wrong type: obs_object is null',
        'shape: a list',
      ]),
    );
    expect(names).not.toContain('shape: an empty object');
    expect(all.map(({ kind }) => kind)).not.toContain('missing-field');
    expect(all.at(-1)?.kind).toBe('burden');
  });
});

describe('unknown values', () => {
  it('read back, and are not documented', () => {
    fc.assert(
      fc.property(unknownEventTypes(), unknownFormats(), (eventType, recordFormat) => {
        const callback = { eventType, recordFormat, jobId: '1' };
        expect(decodeCallback(encodeCallback(callback))).toEqual({ ok: true, callback });
        expect(['HLS', 'MP4']).not.toContain(recordFormat);
        expect(['RECORD_NEW_FILE_START', 'RECORD_FILE_COMPLETE']).not.toContain(eventType);
      }),
    );
  });
});
