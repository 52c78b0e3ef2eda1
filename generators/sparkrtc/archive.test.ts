import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInconsistencies } from '#contracts/sparkrtc/consistency.ts';
import { parseObjectKey } from '#contracts/sparkrtc/object-key.ts';
import { readRecordingRule } from '#contracts/sparkrtc/read-recording-rule.ts';
import { layoutOf } from '#contracts/sparkrtc/recording-rule.ts';
import { writeRecordingRule } from '#contracts/sparkrtc/write-recording-rule.ts';
import { inspectBytes } from '#media/inspector.ts';
import { promisedFormat } from '#media/promised-format.ts';
import { shares, shrunk } from '../statistics.test-helper.ts';
import { archives, bytesOf, sampleArchive } from './archive.ts';
import { recordingRules } from './recording-rule.ts';
import { predictionTraits, sessionTraits } from './session-traits.ts';
import { sessions } from './session.ts';

describe('sessions', () => {
  it('reach whatever the recording depends on', () => {
    const reached = shares(sessions(), sessionTraits);
    for (const trait of [
      ...['several-rooms', 'several-users', 'comes-back', 'camera', 'screen', 'sound-alone'],
      ...['pause', 'resume', 'underscore'],
    ]) {
      expect(reached.get(trait) ?? 0, trait).toBeGreaterThan(0.1);
    }
  });

  it('shrink to one user of room1 who publishes for a second', () => {
    const { events } = shrunk(sessions(), () => true);
    expect(events.map(({ at, room, kind, user }) => [at, room, kind, user])).toEqual([
      [0, 'room1', 'enter', 'user1'],
      [0, 'room1', 'publish', 'user1'],
      [1, 'room1', 'leave', 'user1'],
    ]);
  });
});

describe('recordingRules', () => {
  it('are rules that the API takes', () => {
    fc.assert(
      fc.property(recordingRules(), (rule) => {
        expect(readRecordingRule(writeRecordingRule(rule))).toMatchObject({ ok: true, rule });
      }),
    );
  });
});

describe('archives', () => {
  it('hold every predicted file once, under names that its rule’s layout reads', () => {
    fc.assert(
      fc.property(archives(), ({ objects, prediction, appId, rule }) => {
        const keys = objects.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).toEqual(expect.arrayContaining([...prediction.objectKeys]));
        for (const { key, of } of objects) {
          const read = parseObjectKey(key, appId, layoutOf(rule));
          expect(read.kind, key).toBe(of?.kind === 'segment' ? 'segment' : 'recording');
        }
      }),
    );
  });

  it('hold sound media of the predicted length, and playlists that say it', () => {
    fc.assert(
      fc.property(archives({ spanSecondsMax: 90, stepsMax: 4 }), ({ objects }) => {
        for (const object of objects) {
          const promised = promisedFormat(object.key) ?? 'any';
          const { faults, durationSeconds } = inspectBytes(bytesOf(object), { promised });
          expect(faults, object.key).toEqual([]);
          if (object.of !== undefined && object.of.kind !== 'segment') {
            const { recordedSeconds } = object.of.recording;
            expect(Math.abs(durationSeconds - recordedSeconds)).toBeLessThan(0.1);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('tell of their files as they are', () => {
    const { callbacks, objects } = sampleArchive(7);
    for (const { callback, recording } of callbacks) {
      expect(findInconsistencies(callback)).toEqual([]);
      const object = objects.find(({ key }) => key === callback.obsObject);
      if (recording?.file.format === 'MP4' && object !== undefined) {
        expect(callback.fileSizeBytes).toBe(bytesOf(object).length);
      }
    }
    expect(callbacks.some(({ callback }) => callback.fileSizeBytes !== undefined)).toBe(true);
  });

  it('reach every cut, every kind of stream and both formats', () => {
    const reached = shares(archives(), ({ prediction }) => predictionTraits(prediction), 400);
    for (const trait of [
      ...['hls', 'mp4', 'cut-at-length', 'cut-at-pause', 'merged-pause', 'crosses-midnight'],
      ...['automatic', 'single', 'mixed'],
    ]) {
      expect(reached.get(trait) ?? 0, trait).toBeGreaterThan(0.01);
    }
  });

  it('are the same for the same seed', () => {
    const keysOf = (seed: number): readonly string[] =>
      sampleArchive(seed).objects.map(({ key }) => key);
    expect(keysOf(3)).toEqual(keysOf(3));
    expect(keysOf(3)).not.toEqual(keysOf(4));
  });
});
