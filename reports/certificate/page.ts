import { markup, trusted, type Markup } from '../html/escape.ts';
import { style, styleHash } from '../html/style.ts';
import { profileClaims, profiles } from '../outcome.ts';
import { count } from '../text.ts';
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
export function renderCertificatePage(certificate: Certificate): string {
  const { predicate, subject } = certificate;
  const { soundcheck } = predicate;
  const page = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>Soundcheck certificate: ${soundcheck.service}</title>
        ${trusted(`<style>${style}</style>`)}
      </head>
      <body class="certificate">
        <main>
          <header class="hero good">
            <p class="product">Soundcheck · certificate of conformance</p>
            <h1><span class="seal" aria-hidden="true">✓</span> ${soundcheck.service}</h1>
            <p class="summary">
              ${certifiedIn(certificate).join(', ')}: every requirement met on
              ${soundcheck.finishedAt.slice(0, 10)}; valid until ${soundcheck.expires.slice(0, 10)}.
            </p>
            ${soundcheck.target.embedded && markup`<p class="warning">The embedded reference was tested, nothing of yours.</p>`}
            ${predicate.warnedTests.length > 0 && markup`<p class="warning">With ${count(predicate.warnedTests.length, 'warning')}: see below.</p>`}
          </header>
          <section class="profiles" aria-label="Profiles">
            ${profiles.map((profile) => profileMarkup(certificate, profile))}
          </section>
          <section class="facts">
            <div>
              <h2>Subject</h2>
              <dl class="target">
                ${subject.map(
                  ({ name, digest }) =>
                    markup`<dt>${name}</dt>
                      <dd>${Object.entries(digest).map(([algorithm, value]) => `${algorithm}:${value}`)}</dd>`,
                )}
                ${factsOf(certificate).map(
                  ([name, value]) =>
                    markup`<dt>${name}</dt>
                      <dd>${value}</dd>`,
                )}
              </dl>
            </div>
            <div>
              ${listMarkup(
                'Waived',
                soundcheck.waivers.map(
                  ({ check, reason, owner, ticket, expires }) =>
                    `${check} until ${expires}, by ${owner} (${ticket}): ${reason}`,
                ),
              )}
              ${listMarkup('Warnings', predicate.warnedTests)}
              ${listMarkup('Not tested', soundcheck.notTested)}
            </div>
          </section>
        </main>
        <footer class="page">
          soundcheck ${soundcheck.tool.version} · seed ${soundcheck.seed} · integrity
          ${soundcheck.integrity} · verify with
          <code>npx soundcheck verify-certificate certificate.json</code>
        </footer>
      </body>
    </html>
`;
  return page.html;
}

/** Profiles that a certificate certifies, in their order. */
export function certifiedIn({ predicate }: Certificate): readonly string[] {
  return profiles.filter((profile) => predicate.soundcheck.profiles[profile].certified);
}

function profileMarkup({ predicate }: Certificate, profile: (typeof profiles)[number]): Markup {
  const { certified, checks, verdict } = predicate.soundcheck.profiles[profile];
  return markup`<article class="profile ${certified ? 'good' : 'none'}">
    <h2>${profile}</h2>
    <p class="verdict">${certified ? 'certified' : verdict.replaceAll('-', ' ')}</p>
    <p class="tally">${checks === 0 ? 'no checks' : count(checks, 'check')}</p>
    <p class="claim">${profileClaims[profile]}</p>
  </article>`;
}

function factsOf({ predicate }: Certificate): readonly (readonly [name: string, value: string])[] {
  const { target, dialects, scope, startedAt, finishedAt } = predicate.soundcheck;
  return [
    ['Endpoint', target.endpoint ?? 'none'],
    ['State', target.observe ?? 'not observed'],
    ['Bucket', target.bucket ?? 'none'],
    ['Application', target.appId],
    ['Scope', scope],
    ['Dialects', dialects.length === 0 ? 'the default readings' : dialects.join(', ')],
    ['Run', `${startedAt} to ${finishedAt}`],
  ];
}

function listMarkup(title: string, lines: readonly string[]): Markup {
  return markup`<h2>${title}</h2>
    ${
      lines.length === 0
        ? markup`<p>Nothing.</p>`
        : markup`<ul>
            ${lines.map((line) => markup`<li>${line}</li>`)}
          </ul>`
    }`;
}
