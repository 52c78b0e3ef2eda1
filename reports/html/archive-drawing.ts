import type { FindingPlace, FindingTrack, TrackPart } from '#harness/check.ts';
import type { Messages } from '../language/en.ts';
import { markup, type Markup } from './escape.ts';

/** Units of the drawing, stretched to the width of the page. */
const width = 1000;
const barHeight = 16;
const partsMax = 200;
/** What is shorter would not be seen. */
const partWidthMin = 3;

/** A recording as a bar of its files along time; gaps, overlaps and wrong lengths stand out, and are told beneath. */
export function trackMarkup({ name, parts }: FindingTrack, say: Messages): Markup | null {
  const shown = parts
    .slice(0, partsMax)
    .filter(({ startSeconds, endSeconds }) => endSeconds >= startSeconds);
  if (shown.length === 0) {
    return null;
  }
  const from = Math.min(...shown.map(({ startSeconds }) => startSeconds));
  const to = Math.max(...shown.map(({ endSeconds }) => endSeconds), from + 1);
  const x = (seconds: number): number => ((seconds - from) / (to - from)) * width;
  const odd = shown.filter(({ kind }) => kind !== 'file');
  return markup`<figure class="track">
    <figcaption>${say.tracks} · ${name} · ${clock(from)}–${clock(to)}</figcaption>
    <svg viewBox="0 0 ${width} ${barHeight + 4}" preserveAspectRatio="none" aria-hidden="true">
      ${[...shown.filter(({ kind }) => kind === 'file'), ...odd].map((part) => partMarkup(part, x))}
    </svg>
    ${
      odd.length > 0 &&
      markup`<ul>
        ${odd.map(
          ({ kind, label, startSeconds, endSeconds }) =>
            markup`<li><b class="${kind}">${say.parts[kind]}</b> ${label} · ${clock(startSeconds)}–${clock(endSeconds)}</li>`,
        )}
      </ul>`
    }
  </figure>`;
}

function partMarkup(
  { kind, startSeconds, endSeconds }: TrackPart,
  x: (seconds: number) => number,
): Markup {
  const left = x(startSeconds);
  const wide = Math.max(partWidthMin, x(endSeconds) - left);
  // A hair of space keeps neighbours apart.
  const gap = wide > 2 * partWidthMin ? 1.5 : 0;
  return markup`<rect
    class="part ${kind}"
    x="${left.toFixed(2)}"
    y="2"
    width="${(wide - gap).toFixed(2)}"
    height="${barHeight}"
  />`;
}

/** A file as a bar of its bytes, the faulty spot marked. */
export function placeMarkup({ key, offsetBytes, sizeBytes }: FindingPlace, say: Messages): Markup {
  const at = sizeBytes > 0 ? Math.min(1, Math.max(0, offsetBytes / sizeBytes)) * width : 0;
  const x = Math.min(width - 4, at);
  return markup`<figure class="track">
    <svg viewBox="0 0 ${width} ${barHeight + 4}" preserveAspectRatio="none" aria-hidden="true">
      <rect class="part file" x="0" y="2" width="${width}" height="${barHeight}" />
      <rect class="part spot" x="${x.toFixed(2)}" y="0" width="4" height="${barHeight + 4}" />
    </svg>
    <figcaption>${say.inFile(grouped(offsetBytes), grouped(sizeBytes), key)}</figcaption>
  </figure>`;
}

/** `1:02:03`: hours, minutes, seconds; a minus where it lies before the first file. */
function clock(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const text = `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return seconds < 0 ? `−${text}` : text;
}

/** Digits in groups of three, apart by narrow blanks. */
function grouped(bytes: number): string {
  return String(bytes).replaceAll(/\B(?=(?:\d{3})+$)/gu, '\u202f');
}
