import type { Finding } from '#harness/check.ts';
import { placeMarkup, trackMarkup } from './archive-drawing.ts';
import { markup, type Markup } from './escape.ts';
import { valueMarkup, type Page } from './page.ts';

/** Bound of what is shown of one check; the whole is in report.json. */
const findingsMax = 20;

/** What is wrong: where, expected beside actual, and where a recording or a file can be drawn, its drawing. */
export function findingsMarkup(findings: readonly Finding[], page: Page): Markup | null {
  const different = withTimes(findings);
  const hidden = different.length - findingsMax;
  return findings.length === 0
    ? null
    : markup`<div class="findings">
        ${different.slice(0, findingsMax).map((one) => findingMarkup(one, page))}
        ${hidden > 0 && markup`<p class="more">${page.say.moreFindings(hidden)}</p>`}
      </div>`;
}

interface Told {
  readonly finding: Finding;
  /** How often several experiments found just this. */
  readonly times: number;
}

/** Findings that say the same stand once. */
function withTimes(findings: readonly Finding[]): readonly Told[] {
  const told = new Map<string, Told>();
  for (const finding of findings) {
    const { at, code, expected, actual } = finding;
    const key = JSON.stringify([at, code, expected, actual]);
    told.set(key, { finding, times: (told.get(key)?.times ?? 0) + 1 });
  }
  return [...told.values()];
}

function findingMarkup({ finding, times }: Told, page: Page): Markup {
  const { say } = page;
  const { at, code, expected, actual, place, track } = finding;
  return markup`<section class="finding">
    <p class="at">${valueMarkup(at, page)} <code>${code}</code> ${times > 1 && markup`<span class="badge">×${times}</span>`}</p>
    <dl>
      <div class="expected">
        <dt>${say.expected}</dt>
        <dd>${valueMarkup(expected, page)}</dd>
      </div>
      <div class="actual">
        <dt>${say.actual}</dt>
        <dd>${valueMarkup(actual, page)}</dd>
      </div>
    </dl>
    ${track !== undefined && trackMarkup(track, say)} ${place !== undefined && placeMarkup(place, say)}
  </section>`;
}
