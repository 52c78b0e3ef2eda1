import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ActiveCheck, Check } from '#harness/check.ts';
import type { Arm, Experiment, Send } from '#harness/experiment.ts';
import type { PreflightProbe, Suite } from '#harness/suite.ts';
import { contextOf, experimentsOf, suites } from './stand.test-kit.ts';

/** Longer plans are told by their number of callbacks. */
const shownMax = 12;

/** `F1/3`, `F1/3 again`: which callback of which file; a control is `()`. */
function sendText({ mark, role, label }: Send): string {
  if (mark === undefined) {
    return role === 'control' ? '()' : `(${label})`;
  }
  const kinds = { original: '', duplicate: ' again', 're-send': ' re-sent' } as const;
  const kind = mark.kind in kinds ? kinds[mark.kind as keyof typeof kinds] : ` ${mark.kind}`;
  return `${mark.file}/${mark.event}${kind}`;
}

function armText({ name, waves, pauseMs, lookFirst, objects }: Arm): string {
  const sends = waves.flat();
  const told = waves.map((wave) => wave.map(sendText).join(' + ')).join(', ');
  return [
    `${name}:`,
    lookFirst === true ? 'looked at,' : '',
    objects === undefined ? '' : `objects ${objects.map(({ key }) => key).join()},`,
    sends.length > shownMax ? `${String(sends.length)} callbacks` : told,
    pauseMs === undefined ? '' : `after ${String(pauseMs)} ms`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** A short text that differs when a byte of what is sent does, or what is asked for afterwards. */
function digestOf(arms: readonly Arm[]): string {
  const hash = createHash('sha256');
  for (const { waves, names, subjects } of arms) {
    hash.update(JSON.stringify([names, subjects]));
    for (const { request, secrets } of waves.flat()) {
      const { body, ...rest } = request;
      hash.update(JSON.stringify([rest, secrets])).update(body);
    }
  }
  return hash.digest('hex').slice(0, 12);
}

function experimentText({ key, arms, shows }: Experiment): string {
  const told = arms.map(armText).join('; ');
  return `  ${key} ${digestOf(arms)} shows ${shows} | ${told}`;
}

/** What a check is, in the order in which the catalogue has it. */
function headText({ id, level, basis, profile, needs = [], clauses }: Check): string {
  return [
    `${id}: ${level}, ${basis}, ${profile}`,
    `  needs ${needs.join(', ') || 'nothing'}`,
    `  rests on ${clauses.map((clause) => clause.id).join(', ')}`,
  ].join('\n');
}

function checkText(check: ActiveCheck): string {
  const over = { mapping: { recordings: '$.recordings[*]', file: 'file' } };
  return [
    headText(check),
    ...(check.disturbs === true ? ['  runs last'] : []),
    ...(check.alone === true ? ['  runs alone'] : []),
    ...experimentsOf(check, contextOf(check, over)).map(experimentText),
  ].join('\n');
}

/** What is sent before any check: learns whether the key is right, and how fast the state follows. */
function preludeText(suite: Suite): string {
  const { service } = suite;
  const context = contextOf({ id: `${service}/preflight/probes` });
  const inOther = { ...context, dialects: suite.dialects.slice(0, 1).map(({ name }) => name) };
  const probeText = ({ dialects, send }: PreflightProbe): string =>
    `  ${digestOf([{ name: '', waves: [[send]], names: [], subjects: [] }])} in ${dialects.join(' + ') || 'the default reading'} | ${sendText(send)}`;
  const arm = suite.calibration(context);
  return [
    `${service} preflight`,
    ...suite.preflight(context).map(probeText),
    `${service} preflight in another reading`,
    ...suite.preflight(inOther).map(probeText),
    `${service} calibration`,
    `  ${digestOf([arm])} | ${armText(arm)}`,
  ].join('\n');
}

/**
 * A replay token names an experiment by its place in the check, so what stands there must not change unnoticed: a
 * counterexample that somebody saved would try something else. Where a change is meant, `npx vitest run
 * suites/experiments.test.ts -u` writes the lists anew, and the diff says what is tried otherwise than before.
 */
test.each(suites.map((suite) => [suite.service, suite] as const))(
  'what %s checks send is what the list says',
  async (service, suite) => {
    const parts = [
      preludeText(suite),
      ...suite.activeChecks.map(checkText),
      ...suite.archiveChecks.map(headText),
    ];
    await expect(`${parts.join('\n\n')}\n`).toMatchFileSnapshot(
      `${service}/experiments.golden.txt`,
    );
  },
);
