import { displayWidth } from '../display-width.ts';
import { markup } from '../html/escape.ts';
import { messagesOf, type Language } from '../language/language.ts';
import type { Certificate } from './statement.ts';

/** Width of a column of the badge's font, on the wide side; pixels. Chinese characters take two. */
const columnWidth = 6.6;
const padding = 10;
const height = 20;

/**
 * `certificate.svg`: a badge that says the service, the profiles certified and until when. Self-contained, no script,
 * readable without colour.
 */
export function renderBadge(certificate: Certificate, language: Language = 'en'): string {
  const { tag, certificate: say } = messagesOf(language);
  const { soundcheck, result } = certificate.predicate;
  const certified = Object.entries(soundcheck.profiles)
    .filter(([, profile]) => profile.certified)
    .map(([name]) => name);
  const left = `soundcheck ${soundcheck.service}`;
  const right = say.badge(certified.join(' · '), soundcheck.expires.slice(0, 10));
  const leftWidth = widthOf(left);
  const rightWidth = widthOf(right);
  const width = leftWidth + rightWidth;
  const whole = `${left}: ${right}`;
  const title = result === 'WARNED' ? say.badgeWarned(whole) : whole;
  return `${
    markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" role="img" xml:lang="${tag}" aria-label="${title}">
  <title>${title}</title>
  <rect width="${width}" height="${height}" rx="3" fill="#2b3137"/>
  <path d="M${leftWidth} 0h${rightWidth - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H${leftWidth}z" fill="${result === 'WARNED' ? '#855400' : '#17724a'}"/>
  <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
    <text x="${leftWidth / 2}" y="14">${left}</text>
    <text x="${leftWidth + rightWidth / 2}" y="14">${right}</text>
  </g>
</svg>`.html
  }\n`;
}

function widthOf(text: string): number {
  return Math.ceil(displayWidth(text) * columnWidth) + 2 * padding;
}
