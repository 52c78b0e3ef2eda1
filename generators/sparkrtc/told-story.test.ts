import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCallback, encodeCallback } from '#contracts/sparkrtc/callback.ts';
import { findInconsistencies } from '#contracts/sparkrtc/consistency.ts';
import { defaultReading } from '#contracts/sparkrtc/reading.ts';
import { shares, shrunk } from '../statistics.test-helper.ts';
import {
  bindFile,
  bindJob,
  jobOf,
  storyCallback,
  storyUnder,
  type StoryBinding,
} from './story-callback.ts';
import type { Story } from './story.ts';
import { toldStories } from './told-story.ts';

const binding: StoryBinding = {
  appId: '5fcdf5651',
  reading: defaultReading,
  nowSeconds: Date.UTC(2026, 0, 2, 12) / 1000,
  fresh: {
    room: (symbol) => `room_${symbol}`,
    user: (symbol) => `user_${symbol}`,
    job: (symbol) => `608196${symbol}`,
  },
};

describe('toldStories', () => {
  it('tell every event as a callback that reads back and agrees with itself', () => {
    const readings = [
      defaultReading,
      { ...defaultReading, jobOverEvent: 'none', fileSize: false },
      { ...defaultReading, jobOverEvent: 'CLOUD_RECORD_OVER', formatCase: 'lower' },
    ] as const;
    for (const reading of readings) {
      fc.assert(
        fc.property(toldStories(reading), ({ story }) => {
          for (const index of story.events.keys()) {
            const callback = storyCallback(story, index, { ...binding, reading });
            expect(decodeCallback(encodeCallback(callback))).toEqual({ ok: true, callback });
            expect(findInconsistencies(callback)).toEqual([]);
          }
        }),
        { numRuns: 60 },
      );
    }
  });

  it('name no file twice', () => {
    fc.assert(
      fc.property(toldStories(), ({ story }) => {
        const keys = Object.keys(story.files).map(
          (symbol) => bindFile(story, symbol, binding).recording.objectKey,
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('reach every event, kind, format, several jobs and several files of a job', () => {
    const reached = shares(toldStories(), ({ story: { events, files, jobs = {} } }) => [
      ...events.map(([, type]) => type),
      ...(events.some(([, , without]) => without !== undefined) ? ['sparse'] : []),
      ...Object.values(files).map(({ format = 'HLS' }) => format),
      ...Object.values(jobs).map(({ kind, media }) => `${String(kind)} ${String(media)}`),
      ...(Object.keys(jobs).length > 1 ? ['several jobs'] : []),
      ...(Object.values(files).some(({ afterSeconds }) => afterSeconds !== 0) ? ['later'] : []),
    ]);
    for (const trait of [
      ...['start', 'complete', 'over', 'sparse', 'HLS', 'MP4', 'several jobs', 'later'],
      ...['automatic camera', 'automatic screen', 'single camera', 'mixed camera'],
    ]) {
      expect(reached.get(trait) ?? 0, trait).toBeGreaterThan(0.05);
    }
  });

  it('shrink to one callback', () => {
    const { story, plan } = shrunk(toldStories(), () => true);
    expect(story.events).toHaveLength(1);
    expect(plan).toEqual([[{ index: 0, kind: 'original' }]]);
  });
});

describe('storyCallback', () => {
  const story: Story = {
    title: 'a story',
    jobs: { T1: { room: 'R7' }, T2: { room: 'R7', kind: 'mixed' } },
    files: { F1: { format: 'MP4', afterSeconds: 5, lengthSeconds: 65 }, F2: { job: 'T2' } },
    events: [
      ['F1', 'start'],
      ['F1', 'complete', ['fileSizeBytes', 'width', 'height']],
      ['F2', 'complete'],
      ['T1', 'over'],
      ['T2', 'unknown'],
    ],
    identifiers: (fresh) => ({ U1: `${fresh.user('U1')}_x`, R7: 'a_b' }),
  };

  it('names what the symbols stand for', () => {
    const name = '5fcdf5651_a_b_user_U1_x_av_m';
    const ids = { streamName: name, appId: '5fcdf5651', jobId: '608196T1', roomId: 'a_b' };
    expect(storyCallback(story, 0, binding)).toEqual({
      eventType: 'RECORD_NEW_FILE_START',
      recordFormat: 'MP4',
      ...ids,
    });
    const path = `5fcdf5651/MP4/${name}_2026-01-02-10-00-15/${name}_2026-01-02-10-00-15.mp4`;
    expect(storyCallback(story, 1, binding)).toEqual({
      eventType: 'RECORD_FILE_COMPLETE',
      recordFormat: 'MP4',
      ...ids,
      recordDurationSeconds: 65,
      startSeconds: binding.nowSeconds - 7195,
      endSeconds: binding.nowSeconds - 7130,
      obsLocation: 'http://obs.cn-north-4.myhuaweicloud.com',
      obsBucket: 'rtc-recordings',
      obsObject: path,
      downloadUrl: `https://rtc-recordings.obs.cn-north-4.myhuaweicloud.com/${path}`,
    });
    expect(storyCallback(story, 2, binding).streamName).toBe('m_608196T2_a_b');
    expect(storyCallback(story, 3, binding).eventType).toBe('CLOUD_RECORD_SERVER_OVER');
    expect(storyCallback(story, 4, binding).eventType).toBe('RECORD_FILE_ARCHIVED');
  });

  it('knows whose job a symbol is', () => {
    expect(story.events.map(([what]) => jobOf(story, what))).toEqual([
      ...['T1', 'T1', 'T2', 'T1', 'T2'],
    ]);
    expect(bindJob(story, 'T2', binding)).toMatchObject({ userId: '', roomId: 'a_b' });
  });

  it('refuses events and files that are not there', () => {
    expect(() => storyCallback(story, 9, binding)).toThrow(RangeError);
    const other: Story = { ...story, events: [['F9', 'start']] };
    expect(() => storyCallback(other, 0, binding)).toThrow('has no file F9');
  });

  it('tells no end of a job where none is sent', () => {
    const reading = { ...defaultReading, jobOverEvent: 'none' } as const;
    expect(() => storyCallback(story, 3, { ...binding, reading })).toThrow('which is not sent');
    expect(storyUnder(story, reading).events.map(([, type]) => type)).not.toContain('over');
  });
});
