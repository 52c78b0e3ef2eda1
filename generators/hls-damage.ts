import {
  allZeros,
  damage,
  emptied,
  errorAnswers,
  recodings,
  text,
  type MediaDamage,
} from './media-damage.ts';

function ofText(
  name: string,
  statement: string,
  change: (playlist: string) => string,
  severity?: MediaDamage['severity'],
): MediaDamage {
  return damage(
    name,
    statement,
    (playlist) => {
      const before = Buffer.from(playlist).toString('utf8');
      const after = change(before);
      return after === before ? undefined : text(after);
    },
    severity,
  );
}

/** Every damage of a playlist that its text alone shows, plainest first. */
export const playlistDamages: readonly MediaDamage[] = [
  emptied,
  ofText('cut-in-a-line', 'The upload broke off in the middle of a line.', (playlist) =>
    playlist.slice(0, -'T\n'.length - 3),
  ),
  ofText('header-missing', 'The first line is missing.', (playlist) =>
    playlist.slice(playlist.indexOf('\n') + 1),
  ),
  ofText(
    'byte-order-mark',
    'A byte order mark stands before the first line.',
    (playlist) => `\u{feff}${playlist}`,
  ),
  ofText('target-duration-missing', 'The target duration is missing.', (playlist) =>
    playlist.replace(/#EXT-X-TARGETDURATION:.*\n/u, ''),
  ),
  ofText(
    'target-duration-too-small',
    'The target duration is 0 though segments last.',
    (playlist) => playlist.replace(/(#EXT-X-TARGETDURATION:).*/u, '$10'),
  ),
  ofText('duration-missing', 'A segment has no duration.', (playlist) =>
    playlist.replace(/#EXTINF:.*\n/u, ''),
  ),
  ofText('duration-malformed', 'A duration is no number.', (playlist) =>
    playlist.replace(/#EXTINF:[^,\n]*/u, '#EXTINF:long'),
  ),
  ofText('segments-missing', 'No segment is listed.', (playlist) =>
    playlist.replace(/#EXTINF:.*\n.*\n/gu, ''),
  ),
  allZeros,
  ...errorAnswers,
  ...recodings.filter(({ name }) => name !== 'text-recoded'),
  ofText(
    'endlist-missing',
    'The playlist does not say that it is complete.',
    (playlist) => playlist.replace(/#EXT-X-ENDLIST\r?\n?/u, ''),
    'suspicious',
  ),
];
