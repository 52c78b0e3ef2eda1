import { expect, it } from 'vitest';
import { playlistText } from './writer.ts';

const segments = [
  { uri: 'a.ts', durationSeconds: 4.5 },
  { uri: 'b.ts', durationSeconds: 10.000001 },
];

it('a playlist of two segments', () => {
  expect(playlistText({ segments })).toMatchInlineSnapshot(`
    "#EXTM3U
    #EXT-X-VERSION:3
    #EXT-X-MEDIA-SEQUENCE:0
    #EXT-X-TARGETDURATION:11
    #EXTINF:4.5,
    a.ts
    #EXTINF:10.000001,
    b.ts
    #EXT-X-ENDLIST
    "
  `);
});

it('a playlist with everything', () => {
  const [first] = segments;
  expect(
    playlistText({
      segments: [
        ...segments,
        { uri: 'c.ts', durationSeconds: 100, discontinuity: true, programDateTimeMs: 1.6e12 },
        { uri: 'd.ts', durationSeconds: 0.25, discontinuity: false },
      ].filter((segment) => segment !== first),
      version: 4,
      mediaSequence: 7,
      allowCache: true,
      playlistType: 'EVENT',
      targetDurationSeconds: 120,
      startRecTimeMs: 1_622_425_551_884,
      videoSize: { width: 1920, height: 1080 },
    }),
  ).toMatchInlineSnapshot(`
    "#EXTM3U
    #EXT-X-VERSION:4
    #EXT-X-ALLOW-CACHE:YES
    #EXT-X-PLAYLIST-TYPE:EVENT
    #EXT-X-MEDIA-SEQUENCE:7
    #EXT-X-TARGETDURATION:120
    #EXT-X-TRTC-START-REC-TIME:1622425551884
    #EXT-X-TRTC-VIDEO-METADATA:WIDTH:1920 HEIGHT:1080
    #EXTINF:10.000001,
    b.ts
    #EXT-X-DISCONTINUITY
    #EXT-X-PROGRAM-DATE-TIME:2020-09-13T12:26:40.000Z
    #EXTINF:100,
    c.ts
    #EXTINF:0.25,
    d.ts
    #EXT-X-ENDLIST
    "
  `);
});

it('a playlist that forbids caches and has short segments alone', () => {
  const short = { uri: 'a.ts', durationSeconds: 0.3 };
  expect(playlistText({ segments: [short], allowCache: false })).toMatchInlineSnapshot(`
    "#EXTM3U
    #EXT-X-VERSION:3
    #EXT-X-ALLOW-CACHE:NO
    #EXT-X-MEDIA-SEQUENCE:0
    #EXT-X-TARGETDURATION:1
    #EXTINF:0.3,
    a.ts
    #EXT-X-ENDLIST
    "
  `);
});

it('a playlist without commas and end, of lines as Windows ends them', () => {
  const options = { commaAfterDuration: false, endlist: false, lineEnd: '\r\n' } as const;
  const lines = ['#EXTM3U', '#EXT-X-VERSION:3', '#EXT-X-MEDIA-SEQUENCE:0'];
  const media = [
    '#EXT-X-TARGETDURATION:11',
    '#EXTINF:4.5',
    'a.ts',
    '#EXTINF:10.000001',
    'b.ts',
    '',
  ];
  expect(playlistText({ segments, ...options })).toBe([...lines, ...media].join('\r\n'));
});
