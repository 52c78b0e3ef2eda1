import type { Profile } from '#harness/check.ts';
import type { ProfileVerdict, RunResult } from '#harness/result.ts';
import { certificateLines, firstToFix, profiles, tally } from '../outcome.ts';
import { duration } from '../text.ts';
import { markup, type Markup } from './escape.ts';
import { anchorOf } from './failure.ts';
import { notTestedTexts, summaryText } from '../language/run-texts.ts';
import { translate } from '../language/translate.ts';
import { readerMarkup, saidMarkup, type Page } from './page.ts';

const marks: Readonly<Record<RunResult['verdict'], { mark: string; tone: string }>> = {
  met: { mark: '✓', tone: 'good' },
  'not-met': { mark: '✗', tone: 'bad' },
  inconclusive: { mark: '?', tone: 'doubt' },
  'harness-error': { mark: '‼', tone: 'doubt' },
  configuration: { mark: '⚙', tone: 'doubt' },
};

const profileTones: Readonly<Record<ProfileVerdict, string>> = {
  met: 'good',
  'met-with-waivers': 'doubt',
  'not-met': 'bad',
  inconclusive: 'doubt',
  'not-certified': 'none',
};

const barWidth = 200;

/** The first screen: verdict, what it means, profiles, what was tested and what was not. */
export function overviewMarkup(result: RunResult, page: Page): Markup {
  const { mark, tone } = marks[result.verdict];
  const { say } = page;
  return markup`<header class="hero ${tone}">
      <p class="product">Soundcheck · ${result.serviceTitle}</p>
      <h1><span class="seal" aria-hidden="true">${mark}</span> ${say.verdicts[result.verdict]}</h1>
      <p class="summary">${readerMarkup(summaryText(result, page.language))}</p>
      ${warningsOf(result, page).map((line) => markup`<p class="warning">${line}</p>`)}
      ${firstMarkup(result, page)}
    </header>
    <section class="profiles" aria-label="${say.profiles}">
      ${profiles.map((profile) => profileMarkup(result, profile, page))}
    </section>
    <section class="facts">
      <div>
        <h2>${say.target}</h2>
        <dl class="target">
          ${factsOf(result, page).map(
            ([name, value]) =>
              markup`<dt>${name}</dt>
                <dd>${value}</dd>`,
          )}
        </dl>
      </div>
      <div>
        <h2>${say.notTested}</h2>
        ${listMarkup(notTestedTexts(result, page.language).map(readerMarkup), say.nothingLeftOut)}
        <h2>${say.certificates}</h2>
        ${listMarkup(
          certificateLines(result).map((line) => saidMarkup(line, page)),
          say.noCertificates,
        )}
      </div>
    </section>`;
}

function listMarkup(lines: readonly (string | Markup)[], none: string): Markup {
  return lines.length === 0
    ? markup`<p>${none}</p>`
    : markup`<ul>
        ${lines.map((line) => markup`<li>${line}</li>`)}
      </ul>`;
}

function warningsOf(result: RunResult, { say, language }: Page): readonly string[] {
  return [
    ...(result.target.embedded ? [say.embedded] : []),
    ...(result.interrupted === null
      ? []
      : [say.cutShort(translate(result.interrupted, language).text)]),
    ...(result.filtered === null ? [] : [say.filtered(result.filtered)]),
  ];
}

function firstMarkup(result: RunResult, page: Page): Markup | null {
  const first = firstToFix(result);
  return first === undefined
    ? null
    : markup`<p class="first">
        ${page.say.lookFirst}
        <a href="#${anchorOf(first.check)}">${saidMarkup(first.check.title, page)}</a>
      </p>`;
}

function profileMarkup(result: RunResult, profile: Profile, { say }: Page): Markup {
  const verdict = result.profiles[profile];
  const parts = tally(result, profile);
  return markup`<article class="profile ${profileTones[verdict]}">
    <h2>${profile}</h2>
    <p class="verdict">${say.profileVerdicts[verdict]}</p>
    ${barMarkup(parts)}
    <p class="tally">
      ${parts.length === 0 ? say.noChecks : parts.map((one) => say.tally(one.checks, say.outcomes[one.outcome])).join(', ')}
    </p>
    <p class="claim">${say.profileClaims[profile]}</p>
  </article>`;
}

/** The checks of a profile as one bar, a part for each outcome. */
function barMarkup(parts: ReturnType<typeof tally>): Markup {
  const all = parts.reduce((sum, { checks }) => sum + checks, 0);
  let x = 0;
  return markup`<svg
    class="bar"
    viewBox="0 0 ${barWidth} 6"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <rect class="rest" width="${barWidth}" height="6" />
    ${parts.map(({ outcome, checks }) => {
      const width = (checks / all) * barWidth;
      const part = markup`<rect
        class="${outcome}"
        x="${x.toFixed(2)}"
        width="${width.toFixed(2)}"
        height="6"
      />`;
      x += width;
      return part;
    })}
  </svg>`;
}

function factsOf(
  result: RunResult,
  { say }: Page,
): readonly (readonly [name: string, value: string])[] {
  const { target, dialects } = result;
  return [
    [say.endpoint, target.endpoint ?? say.none],
    [say.state, target.observe ?? say.notObserved],
    [say.bucket, target.bucket ?? say.none],
    [say.application, target.appId],
    [say.scope, say.scopes[result.scope]],
    [say.dialects, dialects.length === 0 ? say.defaultReadings : dialects.join(', ')],
    [
      say.run,
      `${result.startedAt}, ${duration(result.durationMs)}, ${say.requests(result.requests)}`,
    ],
    [say.seed, String(result.seed)],
  ];
}
