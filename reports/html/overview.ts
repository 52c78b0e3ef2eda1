import type { Profile } from '#harness/check.ts';
import type { ProfileVerdict, RunResult } from '#harness/result.ts';
import {
  certificateLines,
  firstToFix,
  outcomes,
  profileClaims,
  profiles,
  tally,
} from '../outcome.ts';
import { count, duration } from '../text.ts';
import { markup, type Markup } from './escape.ts';
import { anchorOf } from './failure.ts';

const verdicts: Readonly<
  Record<RunResult['verdict'], { word: string; mark: string; tone: string }>
> = {
  met: { word: 'Met', mark: '✓', tone: 'good' },
  'not-met': { word: 'Not met', mark: '✗', tone: 'bad' },
  inconclusive: { word: 'Inconclusive', mark: '?', tone: 'doubt' },
  'harness-error': { word: 'Soundcheck failed', mark: '‼', tone: 'doubt' },
  configuration: { word: 'Configuration problem', mark: '⚙', tone: 'doubt' },
};

const profileTones: Readonly<Record<ProfileVerdict, { word: string; tone: string }>> = {
  met: { word: 'met', tone: 'good' },
  'not-met': { word: 'not met', tone: 'bad' },
  inconclusive: { word: 'inconclusive', tone: 'doubt' },
  'not-certified': { word: 'not certified', tone: 'none' },
};

const barWidth = 200;

/** `Not met`: the verdict as one or two words, for titles. */
export function verdictWord(result: RunResult): string {
  return verdicts[result.verdict].word;
}

/** The first screen: verdict, what it means, profiles, what was tested and what was not. */
export function overviewMarkup(result: RunResult): Markup {
  const { word, mark, tone } = verdicts[result.verdict];
  return markup`<header class="hero ${tone}">
      <p class="product">Soundcheck · ${result.serviceTitle}</p>
      <h1><span class="seal" aria-hidden="true">${mark}</span> ${word}</h1>
      <p class="summary">${result.summary}</p>
      ${warningsOf(result).map((line) => markup`<p class="warning">${line}</p>`)}
      ${firstMarkup(result)}
    </header>
    <section class="profiles" aria-label="Profiles">
      ${profiles.map((profile) => profileMarkup(result, profile))}
    </section>
    <section class="facts">
      <div>
        <h2>Target</h2>
        <dl class="target">
          ${factsOf(result).map(
            ([name, value]) =>
              markup`<dt>${name}</dt>
                <dd>${value}</dd>`,
          )}
        </dl>
      </div>
      <div>
        <h2>Not tested</h2>
        ${
          result.notTested.length === 0
            ? markup`<p>Nothing was left out.</p>`
            : markup`<ul>
                ${result.notTested.map((line) => markup`<li>${line}</li>`)}
              </ul>`
        }
        <h2>Certificates</h2>
        ${
          result.certificates.length === 0
            ? markup`<p>None.</p>`
            : markup`<ul class="certificates">
                ${certificateLines(result).map((line) => markup`<li>${line}</li>`)}
              </ul>`
        }
      </div>
    </section>`;
}

function warningsOf(result: RunResult): readonly string[] {
  return [
    ...(result.target.embedded ? ['The embedded reference was tested, nothing of yours.'] : []),
    ...(result.interrupted === null ? [] : [`Cut short: ${result.interrupted}.`]),
    ...(result.filtered === null
      ? []
      : [`Only a selection was run (${result.filtered}); a filtered run certifies nothing.`]),
  ];
}

function firstMarkup(result: RunResult): Markup | null {
  const first = firstToFix(result);
  return first === undefined
    ? null
    : markup`<p class="first">
        Look at this first: <a href="#${anchorOf(first.check)}">${first.check.title}</a>
      </p>`;
}

function profileMarkup(result: RunResult, profile: Profile): Markup {
  const verdict = profileTones[result.profiles[profile]];
  const parts = tally(result, profile);
  return markup`<article class="profile ${verdict.tone}">
    <h2>${profile}</h2>
    <p class="verdict">${verdict.word}</p>
    ${barMarkup(parts)}
    <p class="tally">
      ${parts.length === 0 ? 'no checks' : parts.map((one) => `${one.checks} ${outcomes[one.outcome].word}`).join(', ')}
    </p>
    <p class="claim">${profileClaims[profile]}</p>
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

function factsOf(result: RunResult): readonly (readonly [name: string, value: string])[] {
  const { target } = result;
  return [
    ['Endpoint', target.endpoint ?? 'none'],
    ['State', target.observe ?? 'not observed'],
    ['Bucket', target.bucket ?? 'none'],
    ['Application', target.appId],
    ['Scope', result.scope],
    [
      'Dialects',
      result.dialects.length === 0 ? 'the default readings' : result.dialects.join(', '),
    ],
    [
      'Run',
      `${result.startedAt}, ${duration(result.durationMs)}, ${count(result.requests, 'request')}`,
    ],
    ['Seed', String(result.seed)],
  ];
}
