import { markup, trusted, type Markup } from '../html/escape.ts';
import { style, styleHash } from '../html/style.ts';
import { readerMarkup } from '../html/page.ts';
import { messagesOf, type Language } from '../language/language.ts';
import type { Messages } from '../language/en.ts';
import { notTestedTexts } from '../language/run-texts.ts';
import { profiles } from '../outcome.ts';
import type { Certificate } from './statement.ts';

const policy = [
  "default-src 'none'",
  `style-src '${styleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * `certificate.html`: the certificate for people, on one printed page: what was tested, what is certified until when,
 * what is waived and what was not tested. Self-contained, without script.
 */
export function renderCertificatePage(certificate: Certificate, language: Language = 'en'): string {
  const { predicate, subject } = certificate;
  const say = messagesOf(language);
  const own = say.certificate;
  const { soundcheck } = predicate;
  const page = markup`<!doctype html>
    <html lang="${say.tag}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${own.title(soundcheck.service)}</title>
        ${trusted(`<style>${style}</style>`)}
      </head>
      <body class="certificate">
        <main>
          <header class="hero good">
            <p class="product">${own.product}</p>
            <h1><span class="seal" aria-hidden="true">✓</span> ${soundcheck.service}</h1>
            <p class="summary">
              ${own.claim(
                certifiedIn(certificate).join(', '),
                soundcheck.finishedAt.slice(0, 10),
                soundcheck.expires.slice(0, 10),
              )}
            </p>
            ${soundcheck.target.embedded && markup`<p class="warning">${say.embedded}</p>`}
            ${predicate.warnedTests.length > 0 && markup`<p class="warning">${own.warned(predicate.warnedTests.length)}</p>`}
          </header>
          <section class="profiles" aria-label="${say.profiles}">
            ${profiles.map((profile) => profileMarkup(certificate, profile, say))}
          </section>
          <section class="facts">
            <div>
              <h2>${own.subject}</h2>
              <dl class="target">
                ${subject.map(
                  ({ name, digest }) =>
                    markup`<dt>${name}</dt>
                      <dd>${Object.entries(digest).map(([algorithm, value]) => `${algorithm}:${value}`)}</dd>`,
                )}
                ${factsOf(certificate, say).map(
                  ([name, value]) =>
                    markup`<dt>${name}</dt>
                      <dd>${value}</dd>`,
                )}
              </dl>
            </div>
            <div>${remarksMarkup(certificate, language)}</div>
          </section>
        </main>
        <footer class="page">
          ${own.footer(soundcheck.tool.version, soundcheck.seed, soundcheck.integrity)}
          <code>npx soundcheck verify-certificate certificate.json</code>
        </footer>
      </body>
    </html>
`;
  return page.html;
}

/** What a reader must know beside the verdict: waivers, warnings, and what was not tested. */
function remarksMarkup({ predicate }: Certificate, language: Language): readonly Markup[] {
  const say = messagesOf(language);
  const { waivers } = predicate.soundcheck;
  return [
    listMarkup(
      say.waived,
      waivers.map(({ check, reason, owner, ticket, expires }) =>
        say.certificate.waiver(check, expires, owner, ticket, reason),
      ),
      say,
    ),
    listMarkup(say.certificate.warnings, predicate.warnedTests, say),
    listMarkup(
      say.notTested,
      notTestedTexts(predicate.soundcheck, language).map(readerMarkup),
      say,
    ),
  ];
}

/** Profiles that a certificate certifies, in their order. */
export function certifiedIn({ predicate }: Certificate): readonly string[] {
  return profiles.filter((profile) => predicate.soundcheck.profiles[profile].certified);
}

function profileMarkup(
  { predicate }: Certificate,
  profile: (typeof profiles)[number],
  say: Messages,
): Markup {
  const { certified, checks, verdict } = predicate.soundcheck.profiles[profile];
  return markup`<article class="profile ${certified ? 'good' : 'none'}">
    <h2>${profile}</h2>
    <p class="verdict">${certified ? say.certificate.certified : say.profileVerdicts[verdict]}</p>
    <p class="tally">${checks === 0 ? say.noChecks : say.checks(checks)}</p>
    <p class="claim">${say.profileClaims[profile]}</p>
  </article>`;
}

function factsOf(
  { predicate }: Certificate,
  say: Messages,
): readonly (readonly [name: string, value: string])[] {
  const { target, dialects, scope, startedAt, finishedAt } = predicate.soundcheck;
  return [
    [say.endpoint, target.endpoint ?? say.none],
    [say.state, target.observe ?? say.notObserved],
    [say.bucket, target.bucket ?? say.none],
    [say.application, target.appId],
    [say.scope, say.scopes[scope]],
    [say.dialects, dialects.length === 0 ? say.defaultReadings : dialects.join(', ')],
    [say.run, say.certificate.period(startedAt, finishedAt)],
  ];
}

function listMarkup(title: string, lines: readonly (string | Markup)[], say: Messages): Markup {
  return markup`<h2>${title}</h2>
    ${
      lines.length === 0
        ? markup`<p>${say.certificate.nothing}</p>`
        : markup`<ul>
            ${lines.map((line) => markup`<li>${line}</li>`)}
          </ul>`
    }`;
}
