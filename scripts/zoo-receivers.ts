/* Runs the whole zoo of receivers through the engine, several at a time, and prints who was caught by what. */
import { certify } from '../cli/certify.ts';
import { SoundcheckError } from '#harness/errors.ts';
import { defects, hostile, unusual } from '#fixtures/receivers/index.ts';

const wanted = process.argv[2] ?? 'all';
const filter = process.argv[3] ?? '';
const seed = Number(process.argv[4] ?? '1');
const secretKey = 'zoo-secret-key-0123456789';

interface Row {
  kind: string;
  name: string;
  outcome: string;
  lit: string[];
  expected: string[];
  ms: number;
  requests: number;
  callbacks: number | null;
  untestable: string[];
}

async function run(
  kind: string,
  subject: {
    name: string;
    start: (o: {
      secretKey: string;
    }) => Promise<{ endpoint: string; observe: string; close(): Promise<void> }>;
  },
  expected: readonly string[],
): Promise<Row> {
  const receiver = await subject.start({ secretKey });
  const t = performance.now();
  try {
    const result = await certify({
      appId: '1400000000',
      endpoint: receiver.endpoint,
      observe: receiver.observe,
      secretKey,
      seed,
      maxTime: 120,
      profile: ['wire', 'state'],
    });
    const failing = result.checks.filter((c) => c.verdict === 'not-met');
    return {
      kind,
      name: subject.name,
      outcome: `exit ${result.exitCode} ${result.verdict}`,
      lit: failing.map(
        (c) =>
          `${c.id}${c.level === 'SHOULD' ? '~' : ''}${c.stability?.kind === 'flaky' ? '?' : ''}`,
      ),
      expected: [...expected],
      ms: Math.round(performance.now() - t),
      requests: result.requests,
      callbacks: failing.length
        ? Math.min(...failing.map((c) => c.counterexample?.callbacks ?? 999))
        : null,
      untestable: result.checks
        .filter((c) => c.verdict === 'untestable' || c.verdict === 'harness-error')
        .map((c) => c.id + ': ' + c.fault),
    };
  } catch (error) {
    return {
      kind,
      name: subject.name,
      outcome:
        error instanceof SoundcheckError
          ? `exit ${error.exitCode} ${error.message}`
          : `THROW ${String(error)}`,
      lit: [],
      expected: [...expected],
      ms: Math.round(performance.now() - t),
      requests: 0,
      callbacks: null,
      untestable: [],
    };
  } finally {
    await receiver.close();
  }
}

const jobs: (() => Promise<Row>)[] = [
  ...(wanted === 'all' || wanted === 'unusual'
    ? unusual.filter((s) => s.name.includes(filter)).map((s) => () => run('unusual', s, []))
    : []),
  ...(wanted === 'all' || wanted === 'defects'
    ? defects.filter((s) => s.name.includes(filter)).map((s) => () => run('defect', s, s.caughtBy))
    : []),
  ...(wanted === 'all' || wanted === 'hostile'
    ? hostile.filter((s) => s.name.includes(filter)).map((s) => () => run('hostile', s, []))
    : []),
];
let bad = 0;
async function worker() {
  for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
    const r = await job();
    const ok =
      r.kind === 'unusual'
        ? r.outcome.startsWith('exit 0') && r.lit.length === 0 && r.untestable.length === 0
        : r.kind === 'hostile'
          ? !r.outcome.startsWith('exit 0') && !r.outcome.startsWith('THROW')
          : r.lit.some((id) => r.expected.some((e) => id.replace(/[~?]/g, '') === e));
    if (!ok) bad += 1;
    console.log(
      `${ok ? 'ok ' : 'BAD'} ${r.kind} ${r.name} | ${r.outcome} | ${r.ms} ms ${r.requests} req | lit ${r.lit.length}: ${r.lit.join(' ')} | min ${r.callbacks ?? '-'}${ok && r.kind !== 'unusual' ? '' : ` | expected ${r.expected.join(' ')} | untestable ${r.untestable.length}: ${r.untestable.slice(0, 3).join(' ; ')}`}`,
    );
  }
}
await Promise.all(Array.from({ length: Number(process.env['ZOO_WORKERS'] ?? 3) }, () => worker()));
console.log(`bad: ${bad}`);
process.exit(0);
