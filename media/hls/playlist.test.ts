import { expect, it } from 'vitest';
import { inspectBytes } from '../inspector.ts';

/** The form of the published sample, with its comma-less durations, its tags and a generous target duration. */
const sample = [
  '#EXTM3U',
  '#EXT-X-VERSION:3',
  '#EXT-X-ALLOW-CACHE:NO',
  '#EXT-X-MEDIA-SEQUENCE:0',
  '#EXT-X-TARGETDURATION:70',
  '#EXT-X-TRTC-START-REC-TIME:1622425551884',
  '#EXT-X-TRTC-VIDEO-METADATA:WIDTH:1920 HEIGHT:1080',
  '#EXTINF:12.074',
  '1400123456_12345__UserId_s_MTY4NjExOQ..__UserId_e_main_video_20330531094551825.ts',
  '#EXTINF:11.901',
  '1400123456_12345__UserId_s_MTY4NjExOQ..__UserId_e_main_video_20330531094603825.ts',
  '#EXT-X-ENDLIST',
  '',
];

it('takes the published sample for valid and says what it says', () => {
  const verdict = inspectBytes(Buffer.from(sample.join('\n')), { promised: 'm3u8' });
  expect(verdict).toMatchObject({
    verdict: 'valid',
    format: 'm3u8',
    frames: 2,
    playlist: {
      targetDurationSeconds: 70,
      version: 3,
      mediaSequence: 0,
      hasEndlist: true,
      startRecTimeMs: 1_622_425_551_884,
      videoSize: { width: 1920, height: 1080 },
    },
  });
  expect(verdict.durationSeconds).toBeCloseTo(23.975, 9);
  expect(
    verdict.playlist?.segments.map(({ durationSeconds, line }) => [durationSeconds, line]),
  ).toEqual([
    [12.074, 9],
    [11.901, 11],
  ]);
});

it('names line and byte of a fault', () => {
  const broken = sample.with(7, '#EXTINF:long').join('\r\n');
  const { faults } = inspectBytes(Buffer.from(broken), { promised: 'm3u8' });
  const offset = broken.indexOf('#EXTINF:long');
  expect(faults).toEqual([
    expect.objectContaining({ code: 'duration-malformed', line: 8, offset }),
  ]);
});

it('does not show much of a hostile line', () => {
  const long = `#EXTM3U\n#EXT-X-TARGETDURATION:${'\u001b[2J'.repeat(10_000)}\n`;
  const { faults } = inspectBytes(Buffer.from(long), { promised: 'm3u8' });
  expect(faults.every(({ message }) => message.length < 500 && !message.includes('\u001b'))).toBe(
    true,
  );
});

it.each(['WIDTH:1920', 'HEIGHT:1 WIDTH:2', 'WIDTH:a HEIGHT:b', 'WIDTH:1 HEIGHT:123456'])(
  'reads no size of a picture in %s',
  (value) => {
    const lines = sample.with(6, `#EXT-X-TRTC-VIDEO-METADATA:${value}`);
    const verdict = inspectBytes(Buffer.from(lines.join('\n')), { promised: 'm3u8' });
    expect(verdict.verdict).toBe('valid');
    expect(verdict.playlist?.videoSize).toBeUndefined();
  },
);
