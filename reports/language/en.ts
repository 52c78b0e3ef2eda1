import { outcomes, profileClaims, type Outcome } from '../outcome.ts';
import { count } from '../text.ts';

/** Words of the outcomes, as every English output has them. */
function outcomeWords(): Record<Outcome, string> {
  const words = Object.entries(outcomes).map(([outcome, { word }]) => [outcome, word]);
  return Object.fromEntries(words) as Record<Outcome, string>;
}

/** Every text that reports and console say of themselves, in English; the shape of the other languages. */
export const en = {
  /** BCP 47, for `lang`. */
  tag: 'en',
  verdicts: {
    met: 'Met',
    'not-met': 'Not met',
    inconclusive: 'Inconclusive',
    'harness-error': 'Soundcheck failed',
    configuration: 'Configuration problem',
  },
  profileVerdicts: {
    met: 'met',
    'met-with-waivers': 'met with waivers',
    'not-met': 'not met',
    inconclusive: 'inconclusive',
    'not-certified': 'not certified',
  },
  outcomes: outcomeWords(),
  profileClaims: { ...profileClaims },
  bases: { stated: 'stated', inferred: 'inferred', assumed: 'assumed' },
  scopes: { single: 'single', mixed: 'mixed', both: 'both' },
  kinds: {
    original: 'original',
    duplicate: 'duplicate',
    're-send': 're-send',
    forged: 'forged',
    malformed: 'malformed',
    control: 'control',
  },
  marks: { late: 'out of order', concurrent: 'concurrent' },
  stabilities: { stable: 'stable', flaky: 'flaky' },

  embedded: 'The embedded reference was tested, nothing of yours.',
  cutShort: (reason: string): string => `Cut short: ${reason}.`,
  filtered: (selection: string): string =>
    `Only a selection was run (${selection}); a filtered run certifies nothing.`,
  lookFirst: 'Look at this first:',
  profiles: 'Profiles',
  noChecks: 'no checks',
  tally: (checks: number, word: string): string => `${String(checks)} ${word}`,

  target: 'Target',
  endpoint: 'Endpoint',
  state: 'State',
  bucket: 'Bucket',
  application: 'Application',
  scope: 'Scope',
  dialects: 'Dialects',
  run: 'Run',
  seed: 'Seed',
  none: 'none',
  notObserved: 'not observed',
  defaultReadings: 'the default readings',
  requests: (amount: number): string => count(amount, 'request'),
  checks: (amount: number): string => count(amount, 'check'),

  notTested: 'Not tested',
  nothingLeftOut: 'Nothing was left out.',
  untested: (check: string, why: string): string => `${check}: ${why}`,
  certificates: 'Certificates',
  noCertificates: 'None.',
  problems: 'Problems',
  waived: 'Waived',
  noneShown: 'No problem fits the filter.',
  moreProblems: (amount: number): string =>
    `… and ${count(amount, 'more problem')} in the table below`,
  moreFindings: (amount: number): string => `… and ${count(amount, 'more finding')} in report.json`,
  moreSteps: (amount: number): string => `… and ${count(amount, 'more step')} in report.json`,
  moreExchanges: (amount: number): string =>
    `… and ${count(amount, 'more exchange')} in report.json`,

  toProblems: 'To the problems',
  toChecks: 'To all checks',
  allChecks: 'All checks',
  filterLabel: 'Narrow problems and checks',
  profile: 'Profile',
  level: 'Level',
  verdict: 'Verdict',
  search: 'Search',
  searchHint: 'id, title, clause, finding',
  all: 'all',
  /** `{shown}` and `{all}` are filled in by the page's script. */
  shown: '{shown} of {all} checks',
  clear: 'Clear',
  check: 'Check',
  requestsHead: 'Requests',
  timeHead: 'Time',
  expectedGot: (at: string, expected: string, actual: string): string =>
    `${at}: expected ${expected}, got ${actual}`,

  reading: (reading: string): string => `We read it so: ${reading}`,
  replays: (stability: string, failed: number, of: number): string =>
    `${stability} (${String(failed)} of ${count(of, 'replay')} failed)`,
  waivedBy: (owner: string, expires: string, ticket: string, reason: string): string =>
    `Waived by ${owner} until ${expires} (${ticket}): ${reason}`,
  onlyCodes: (codes: string): string => `Only ${codes}.`,
  expected: 'Expected',
  actual: 'Actual',
  whatToChange: 'What to change',
  recipe: 'In your framework',
  evidence: 'Evidence',
  runAgain: 'Run it again',
  curl: 'The same by hand, with curl and openssl',
  curlNote:
    'Set ENDPOINT and CALLBACK_KEY first. Identifiers are those of this run: a receiver that still knows them may answer otherwise.',
  download: 'Copy',
  copied: 'Copied',

  plan: 'The shortest plan that shows it',
  planTitle: (title: string, callbacks: number): string =>
    `${title} · ${count(callbacks, 'callback')}`,
  drawingLabel: (events: number, deliveries: number, unsent: number): string =>
    `${count(events, 'event')} in true order above, ${count(deliveries, 'request')} as delivered below, joined by curves; ${String(unsent)} never sent. The list beneath says the same in words.`,
  inTruth: 'In truth',
  asDelivered: 'As delivered',
  answered: 'Answered',
  stateAfter: 'State after',
  notSent: 'not sent',
  recording: 'recording',
  tellsOf: (place: number): string => `tells of event ${String(place)}`,
  stateUnchanged: 'state unchanged',
  stateChanged: (lines: number): string => `state changed: ${count(lines, 'line')}`,
  traceNote: 'The states after each step are from one more play of this plan, in rooms of its own.',
  noTraceNote: 'The state was not observed between the steps.',
  knewAfterwards: 'What the receiver knew afterwards',
  exchanges: (amount: number): string =>
    `${count(amount, 'exchange')}, byte for byte as sent and answered (secrets removed)`,
  noAnswer: (answer: string): string => `no answer: ${answer}`,
  after: (status: number, time: string): string => `${String(status)} after ${time}`,
  splitAt: (offsets: string): string => `sent in TCP segments, cut at byte ${offsets}`,
  notUtf8: 'The body is not UTF-8. Its bytes:',

  tracks: 'The recording along time',
  heldAgainst: (name: string): string => `Held against ${name}`,
  moreParts: (count: number): string => `and ${String(count)} more`,
  inFile: (offset: string, size: string, key: string): string =>
    `byte ${offset} of ${size} in ${key}`,
  inLine: (line: number): string => `line ${String(line)}`,
  aboutTime: (time: string): string => `at about ${time}`,
  parts: {
    file: 'file',
    wrong: 'wrong length',
    misplaced: 'out of place',
    gap: 'gap',
    overlap: 'overlap',
    missing: 'missing',
  },

  labels: {
    because: 'because',
    clause: 'clause',
    at: 'at',
    expected: 'expected',
    actual: 'actual',
    plan: 'plan',
    state: 'state',
    change: 'change',
    replay: 'replay',
  },
  planCallbacks: (title: string, callbacks: number): string =>
    `${title} (${count(callbacks, 'callback')})`,
  loudVerdicts: {
    met: 'MET',
    'not-met': 'NOT MET',
    inconclusive: 'INCONCLUSIVE',
    'harness-error': 'SOUNDCHECK FAILED',
    configuration: 'CONFIGURATION PROBLEM',
  },
  expectedButGot: (expected: string, actual: string): string =>
    `expected ${expected}, got ${actual}`,
  notTestedLine: (line: string): string => `not tested: ${line}`,
  waivedLine: (line: string): string => `waived: ${line}`,
  moreProblemsInReport: (amount: number): string =>
    `… and ${count(amount, 'more problem')} in the report`,
  moreLinesInReport: (amount: number): string =>
    `… and ${count(amount, 'more line')} in the report`,
  cutShortLine: (reason: string): string => `Cut short: ${reason}`,
  filteredLine: (selection: string): string => `Filtered by ${selection}: nothing is certified.`,
  totals: (checks: number, requests: number, time: string, seed: number): string =>
    `${count(checks, 'check')}, ${count(requests, 'request')}, ${time}, seed ${String(seed)}`,
  first: (id: string): string => `First: ${id}`,
  phases: { preflight: 'preflight', callbacks: 'callbacks', bucket: 'bucket' },
  progressChecks: (done: number, total: number): string =>
    `${String(done)}/${String(total)} checks`,
  progressCallbacks: (sent: number, perSecond: number | undefined): string =>
    `${count(sent, 'callback')}${perSecond === undefined ? '' : ` (${String(perSecond)}/s)`}`,
  timeLeft: (time: string): string => `${time} left`,

  summaryTitle: (verdict: string, service: string): string => `${verdict}: Soundcheck, ${service}`,
  targetLine: (target: string, application: string, dialects: string): string =>
    `Target ${target}, application ${application}${dialects === '' ? '' : `, dialects ${dialects}`}`,
  and: ' and ',
  certificatesNone: 'No certificate.',
  cutShortLabel: 'Cut short:',
  filteredLabel: 'Filtered:',
  filteredMeans: 'a filtered run certifies nothing.',
  where: 'Where',
  wave: 'Wave',
  sent: 'Sent',
  answer: 'Answer',
  moreNotTested: (amount: number): string => `… and ${String(amount)} more in report.json`,
  moreProblemsInReports: (amount: number): string =>
    `… and ${count(amount, 'more problem')} in report.html and report.json.`,
  until: (owner: string, ticket: string, expires: string): string =>
    `(${owner}, ${ticket}, until ${expires})`,

  footer: (tool: string, node: string, seed: number, schema: string): string =>
    `${tool} on Node.js ${node} · seed ${String(seed)} · the whole report is in report.json (${schema})`,
  certificate: {
    title: (service: string): string => `Soundcheck certificate: ${service}`,
    product: 'Soundcheck · certificate of conformance',
    claim: (profiles: string, day: string, expires: string): string =>
      `${profiles}: every requirement met on ${day}; valid until ${expires}.`,
    warned: (amount: number): string => `With ${count(amount, 'warning')}: see below.`,
    subject: 'Subject',
    warnings: 'Warnings',
    nothing: 'Nothing.',
    certified: 'certified',
    waiver: (
      check: string,
      expires: string,
      owner: string,
      ticket: string,
      reason: string,
    ): string => `${check} until ${expires}, by ${owner} (${ticket}): ${reason}`,
    period: (from: string, to: string): string => `${from} to ${to}`,
    footer: (version: string, seed: number, integrity: string): string =>
      `soundcheck ${version} · seed ${String(seed)} · integrity ${integrity} · verify with`,
    badge: (profiles: string, expires: string): string => `${profiles} until ${expires}`,
    badgeWarned: (badge: string): string => `${badge}, with warnings`,
  },
  /** Said where texts of checks have no translation. Empty in English. */
  untranslated: '',
};

/** Texts by key; a language that lacks one does not compile. */
export type Messages = typeof en;
