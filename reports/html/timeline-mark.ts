import { markRadius } from '../timeline-layout.ts';
import { markup, type Markup } from './escape.ts';

/** Kinds with a shape and colour of their own; any other kind is drawn as a control. */
const knownKinds = ['original', 'duplicate', 're-send', 'forged', 'malformed'];

/** The class of a kind: its own where it has one, so that no text of a report becomes a class. */
export function kindClass(kind: string): string {
  return knownKinds.includes(kind) ? kind : 'control';
}

/** The mark of a request: shape as well as colour tells the kinds apart. */
export function markMarkup(kind: string, x: number, y: number, number?: number): Markup {
  const shape = kindClass(kind);
  return markup`<g class="mark ${shape}">
    ${shapeMarkup(shape, x, y)}
    ${number !== undefined && markup`<text x="${x}" y="${y + 4}">${number}</text>`}
  </g>`;
}

function shapeMarkup(shape: string, x: number, y: number): Markup {
  const r = markRadius;
  switch (shape) {
    case 'original':
      return markup`<circle cx="${x}" cy="${y}" r="${r}" />`;
    case 'duplicate':
      return markup`<circle class="echo" cx="${x + 4}" cy="${y}" r="${r}" />
        <circle cx="${x}" cy="${y}" r="${r}" />`;
    case 're-send':
      return markup`<path d="M${x} ${y - r - 2} l${r + 2} ${r + 2} l-${r + 2} ${r + 2} l-${r + 2} -${r + 2} z" />`;
    case 'forged':
    case 'malformed':
      return markup`<path d="M${x - 7} ${y - 7} l14 14 m0 -14 l-14 14" />`;
    default:
      return markup`<rect x="${x - 6}" y="${y - 6}" width="12" height="12" rx="2" />`;
  }
}
