import type { FindingPlace, FindingTrack, TrackPart } from '#harness/check.ts';
import type { Messages } from '../language/en.ts';
import { markup, type Markup } from './escape.ts';

/** Units of the drawing, stretched to the width of the page. */
const width = 1000;
const barHeight = 16;
const partsMax = 200;
/** What is wrong is told beneath, as far as somebody would read it. */
const toldMax = 8;
/** What is shorter would not be seen. */
const partWidthMin = 3;
const oddWidthMin = 8;

type Scale = (seconds: number) => number;

/**
 * A recording as a bar of its files along time; gaps, overlaps, wrong lengths and what is missing or out of place stand out
 * and are told beneath. What the recording is held against is a second bar on the same clock.
 */
export function trackMarkup(
  { name, parts, beginsAtMs, against }: FindingTrack,
  say: Messages,
): Markup | null {
  const shown = drawable(parts);
  const beside = drawable(against?.parts ?? []);
  const all = [...shown, ...beside];
  if (all.length === 0) {
    return null;
  }
  const from = Math.min(...all.map(({ startSeconds }) => startSeconds));
  const to = Math.max(...all.map(({ endSeconds }) => endSeconds), from + 1);
  const x: Scale = (seconds) => ((seconds - from) / (to - from)) * width;
  const at = timeWith(beginsAtMs);
  const odd = shown.filter(isOdd);
  return markup`<figure class="track">
    <figcaption>${say.tracks} · ${name}${dayOf(beginsAtMs, from)}</figcaption>
    ${laneMarkup(shown, x)}
    ${
      against !== undefined &&
      beside.length > 0 &&
      markup`<p class="against">${say.heldAgainst(against.name)}</p>
        <div class="reference">${laneMarkup(beside, x)}</div>`
    }
    <p class="axis"><span>${at(from)}</span> <span>${at(to)}</span></p>
    ${
      odd.length > 0 &&
      markup`<ul>
        ${odd.slice(0, toldMax).map((part) => oddMarkup(part, at, say))}
        ${odd.length > toldMax && markup`<li class="soft">${say.moreParts(odd.length - toldMax)}</li>`}
      </ul>`
    }
  </figure>`;
}

function drawable(parts: readonly TrackPart[]): readonly TrackPart[] {
  return parts
    .slice(0, partsMax)
    .filter(({ startSeconds, endSeconds }) => endSeconds >= startSeconds);
}

function isOdd({ kind }: TrackPart): boolean {
  return kind !== 'file';
}

/** What is wrong lies over what is not. */
function laneMarkup(parts: readonly TrackPart[], x: Scale): Markup {
  const order = [...parts.filter((part) => !isOdd(part)), ...parts.filter(isOdd)];
  return markup`<svg viewBox="0 0 ${width} ${barHeight + 4}" preserveAspectRatio="none" aria-hidden="true">
    ${order.map((part) => partMarkup(part, x))}
  </svg>`;
}

function partMarkup({ kind, startSeconds, endSeconds }: TrackPart, x: Scale): Markup {
  const least = kind === 'file' ? partWidthMin : oddWidthMin;
  const exact = x(endSeconds) - x(startSeconds);
  const wide = Math.max(least, exact);
  const left = Math.min(x(startSeconds), width - wide);
  // A hair of space keeps neighbours apart.
  const gap = exact > 2 * least ? 1.5 : 0;
  // The files that overlap are seen above it.
  const isHalf = kind === 'overlap';
  return markup`<rect
    class="part ${kind}"
    x="${left.toFixed(2)}"
    y="${isHalf ? 2 + barHeight / 2 : 2}"
    width="${(wide - gap).toFixed(2)}"
    height="${isHalf ? barHeight / 2 : barHeight}"
  />`;
}

function oddMarkup(
  { kind, label, startSeconds, endSeconds }: TrackPart,
  at: (seconds: number) => string,
  say: Messages,
): Markup {
  const begin = at(startSeconds);
  // Files are often called by their begin: it is said once.
  const more = label.startsWith(begin) ? label.slice(begin.length).replace(/^, /u, '') : label;
  return markup`<li>
    <b class="${kind}">${say.parts[kind]}</b> ${more === '' ? '' : `${more} · `}${begin}–${at(endSeconds)}
  </li>`;
}

/** A file as a bar of its bytes, the faulty spot marked. */
export function placeMarkup(
  { key, offsetBytes, sizeBytes, line, aboutSeconds }: FindingPlace,
  say: Messages,
): Markup {
  const at = sizeBytes > 0 ? Math.min(1, Math.max(0, offsetBytes / sizeBytes)) * width : 0;
  const x = Math.min(width - oddWidthMin, at);
  const told = [
    ...(line === undefined ? [] : [say.inLine(line)]),
    say.inFile(grouped(offsetBytes), grouped(sizeBytes), key),
    ...(aboutSeconds === undefined ? [] : [say.aboutTime(clock(aboutSeconds))]),
  ];
  return markup`<figure class="track">
    <svg viewBox="0 0 ${width} ${barHeight + 4}" preserveAspectRatio="none" aria-hidden="true">
      <rect class="part file" x="0" y="2" width="${width}" height="${barHeight}" />
      <rect class="part spot" x="${x.toFixed(2)}" y="0" width="${oddWidthMin}" height="${barHeight + 4}" />
    </svg>
    <figcaption>${told.join(' · ')}</figcaption>
  </figure>`;
}

/** How a track's seconds are told: as the clock of the world where it is known, else from the beginning on. */
function timeWith(beginsAtMs: number | undefined): (seconds: number) => string {
  return (seconds) => {
    const date = beginsAtMs === undefined ? null : dateOf(beginsAtMs, seconds);
    return date === null ? clock(seconds) : date.toISOString().slice(11, 19);
  };
}

/** ` · 2026-03-01 UTC`, where the day is known. */
function dayOf(beginsAtMs: number | undefined, seconds: number): string {
  const date = beginsAtMs === undefined ? null : dateOf(beginsAtMs, seconds);
  return date === null ? '' : ` · ${date.toISOString().slice(0, 10)} UTC`;
}

/** Null where no calendar has such a moment. */
function dateOf(beginsAtMs: number, seconds: number): Date | null {
  const date = new Date(beginsAtMs + seconds * 1000);
  return Number.isNaN(date.valueOf()) ? null : date;
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
