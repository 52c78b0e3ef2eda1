import type {
  CheckResult,
  ClauseReference,
  Counterexample,
  TimelineStep,
} from '#harness/result.ts';

/** Hand-made check results, one for each outcome. */

const orderClause: ClauseReference = {
  id: 'gme/callback#order',
  document: 'GME server-side recording callback (2024-07-16)',
  section: 'Notes',
  statement: 'Callbacks of one recording may arrive in any order, more than once, or not at all.',
  basis: 'stated',
};

const signatureClause: ClauseReference = {
  id: 'gme/callback#signature',
  document: 'GME server-side recording callback (2024-07-16)',
  section: 'Signature',
  statement:
    'The Signature header is the Base64 of an HMAC-SHA1 over the raw body, keyed with the callback key.',
  basis: 'stated',
  reading: 'Base64 of the digest; the dialect gme-sig-hex takes the hexadecimal form.',
};

/** A met MUST of the wire profile; every field can be given another value. */
export function sampleCheck(changes: Partial<CheckResult> = {}): CheckResult {
  return {
    id: 'gme/signature/accepts-documented-signature',
    title: 'A callback signed as documented is accepted',
    level: 'MUST',
    basis: 'stated',
    profile: 'wire',
    verdict: 'met',
    fault: null,
    clauses: [signatureClause],
    findings: [],
    evidence: ['8 of 8 controls answered 204'],
    counterexample: null,
    stability: null,
    replay: null,
    waiver: null,
    hint: 'Compute the HMAC over the bytes as they arrive, before any parser touches them.',
    requests: 8,
    durationMs: 41,
    ...changes,
  };
}

/** One step of a timeline: the original upload of file F1, accepted. */
export function sampleStep(changes: Partial<TimelineStep> = {}): TimelineStep {
  const event = changes.event ?? 'uploaded';
  return {
    wave: 0,
    label: `${changes.file ?? 'F1'} ${event}`,
    kind: 'original',
    file: 'F1',
    event,
    order: 0,
    answer: '204',
    ms: 3,
    request: {
      method: 'POST',
      headers: [
        ['Content-Type', 'application/json'],
        ['Signature', '[redacted]'],
      ],
      body: `{"EventType":"${event}","BizId":1400123456,"RoomId":"R1","UserId":"U1","TaskId":9007199254740993}`,
    },
    response: { status: 204, headers: { connection: 'keep-alive' }, body: '' },
    ...changes,
  };
}

/** Reordered, duplicated, concurrent: the events of two files through a hostile plan, the event at place 2 lost. */
export const sampleCounterexample: Counterexample = {
  title: 'one user, two files; the uploads overtake the starts',
  callbacks: 6,
  story: [
    { order: 0, label: 'F1 started', file: 'F1', subject: 'R1/T1/U1', span: 'opens' },
    { order: 1, label: 'F2 started', file: 'F2', subject: 'R1/T1/U2', span: 'opens' },
    { order: 2, label: 'F2 completed', file: 'F2', subject: 'R1/T1/U2', span: 'closes' },
    { order: 3, label: 'F1 uploaded', file: 'F1', subject: 'R1/T1/U1' },
  ],
  steps: [
    sampleStep({ wave: 0, event: 'uploaded', order: 3, label: 'F1 uploaded', ms: 4 }),
    sampleStep({ wave: 1, event: 'started', order: 0, label: 'F1 started' }),
    sampleStep({
      wave: 1,
      event: 'started',
      order: 0,
      kind: 'duplicate',
      label: 'F1 started, again',
    }),
    sampleStep({
      wave: 2,
      file: 'F2',
      event: 'started',
      order: 1,
      label: 'F2 started',
      answer: '409',
      response: { status: 409, headers: {}, body: '{"error":"unknown task"}' },
    }),
    sampleStep({
      wave: 3,
      event: 'uploaded',
      order: 3,
      kind: 're-send',
      label: 'F1 uploaded, re-sent',
    }),
    sampleStep({
      wave: 4,
      event: 'uploaded',
      order: 3,
      kind: 'forged',
      label: 'F1 uploaded, signed with another key',
      answer: '401',
      response: { status: 401, headers: { 'content-type': 'text/plain' }, body: 'bad signature' },
    }),
  ],
  states: [
    { arm: 'in-order', state: '{"T1":{"files":["F1","F2"],"phase":"uploaded","attempts":2}}' },
    { arm: 'hostile', state: '{"T1":{"files":["F1"],"phase":"started","attempts":2}}' },
  ],
  trace: [
    { wave: 0, state: '{"T1":{"files":["F1"],"phase":"uploaded","attempts":2}}' },
    { wave: 1, state: '{"T1":{"files":["F1"],"phase":"started","attempts":2}}' },
    { wave: 2, state: '{"T1":{"files":["F1"],"phase":"started","attempts":2}}' },
  ],
};

/** A broken MUST of the state profile, with its counterexample. */
export const sampleFailure: CheckResult = sampleCheck({
  id: 'gme/state/order-changes-nothing',
  title: 'The same callbacks in another order leave the same state',
  profile: 'state',
  verdict: 'not-met',
  clauses: [orderClause],
  findings: [
    {
      at: 'state of R1/T1 at $.T1.phase',
      code: 'phase-went-back',
      expected: '"uploaded", as in the in-order arm',
      actual: '"started"',
    },
    {
      at: 'state of R1/T1 at $.T1.files',
      code: 'file-missing',
      expected: 'F1 and F2',
      actual: 'F1 only',
    },
  ],
  evidence: ['in-order arms settled after 12 ms', 'masked as volatile: $.T1.updatedAt'],
  counterexample: sampleCounterexample,
  stability: { kind: 'stable', failed: 3, of: 3 },
  replay:
    'npx soundcheck replay sc1-Z21lLXN0YXRlLW9yZGVy --endpoint http://127.0.0.1:8080/callback',
  hint: 'Merge instead of overwriting: keep the highest phase a file has reached (started < completed < uploaded).',
  requests: 46,
  durationMs: 812,
});

/** A broken SHOULD. */
export const sampleAdvice: CheckResult = sampleCheck({
  id: 'gme/delivery/answers-in-time',
  title: 'Callbacks are answered within five seconds',
  level: 'SHOULD',
  basis: 'assumed',
  verdict: 'not-met',
  clauses: [{ ...orderClause, id: 'gme/callback#timeout', basis: 'assumed' }],
  findings: [{ at: 'probe 0', code: 'slow', expected: 'at most 5000 ms', actual: '6120 ms' }],
  hint: 'Answer first, work afterwards.',
});

/** A MUST that could not be tested. */
export const sampleUntestable: CheckResult = sampleCheck({
  id: 'gme/signature/refuses-wrong-key',
  title: 'A callback signed with another key is refused',
  verdict: 'untestable',
  fault: 'The control before the probe was answered 503, so a refusal says nothing.',
});

/** A check that our own side could not carry out. */
export const sampleHarnessError: CheckResult = sampleCheck({
  id: 'gme/callback/accepts-any-key-order',
  title: 'The keys of a callback may come in any order',
  verdict: 'harness-error',
  fault: 'The generated callback does not satisfy the contract: TaskId is negative.',
});

/** A broken MUST that its owner knows of. */
export const sampleWaived: CheckResult = sampleCheck({
  ...sampleFailure,
  id: 'gme/state/duplicates-change-nothing',
  title: 'A callback that comes twice changes nothing',
  waiver: {
    reason: 'VOICE-17: rewritten in the next release',
    owner: 'voice team',
    ticket: 'T-1',
    expires: '2026-12-31',
  },
});

/** A check outside the target's declared capabilities. */
export const sampleNotApplicable: CheckResult = sampleCheck({
  id: 'gme/recovery/finds-lost-uploads',
  title: 'A file whose upload callback was lost is found in the bucket',
  profile: 'recovery',
  verdict: 'not-applicable',
  fault: 'The target does not claim recovery.',
});
