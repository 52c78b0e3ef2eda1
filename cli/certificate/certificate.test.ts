import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Check } from '#harness/check.ts';
import type { CheckResult, RunResult } from '#harness/result.ts';
import { renderBadge } from '#reports/certificate/badge.ts';
import { renderCertificatePage } from '#reports/certificate/page.ts';
import { certificateOf, integrityOf, type Certificate } from '#reports/certificate/statement.ts';
import { renderJson } from '#reports/json.ts';
import { sampleCheck, sampleNotApplicable } from '#reports/sample-checks.test-data.ts';
import { sampleRun } from '#reports/samples.test-data.ts';
import { sha256 } from './digest.ts';
import {
  isEnvelope,
  openEnvelope,
  readPrivateKey,
  readPublicKey,
  signStatement,
} from './envelope.ts';
import { certificateFaults, type CertificateContext } from './faults.ts';
import { readCertificate } from './read.ts';
import { readSubject } from './subject.ts';

const commit = 'd20ace7968ba43c0219f62d71334c1095bab1602';

/** A run that certifies the wire profile alone, with one check that does not apply. */
function runOf(changes: Partial<RunResult> = {}, checks?: readonly CheckResult[]): RunResult {
  return sampleRun(checks ?? [sampleCheck(), { ...sampleNotApplicable, profile: 'wire' }], {
    profiles: {
      wire: 'met',
      state: 'not-certified',
      archive: 'not-certified',
      recovery: 'not-certified',
    },
    certificates: ['wire'],
    ...changes,
  });
}

function certify(result: RunResult, subject = readSubject(`git:${commit}`)): Certificate {
  const made = certificateOf(result, {
    sha256,
    report: renderJson(result),
    subject,
    validDays: 90,
  });
  if (made === null) {
    throw new Error('the run certifies nothing');
  }
  return made;
}

function contextFor(result: RunResult, over: Partial<CertificateContext> = {}): CertificateContext {
  return {
    now: new Date('2026-11-21T00:00:00Z'),
    toolVersion: result.tool.version,
    checks: result.checks as unknown as readonly Check[],
    report: renderJson(result),
    required: [],
    subject: null,
    ...over,
  };
}

/** What a forger does who knows how the certificate is sealed: changes it and seals it anew. */
function resealed(
  certificate: Certificate,
  change: (details: Certificate['predicate']) => Certificate['predicate'],
): Certificate {
  const changed = { ...certificate, predicate: change(certificate.predicate) };
  const { soundcheck } = changed.predicate;
  return {
    ...changed,
    predicate: {
      ...changed.predicate,
      soundcheck: { ...soundcheck, integrity: integrityOf(changed, sha256) },
    },
  };
}

describe('a certificate', () => {
  test('is an in-toto test-result statement of what the run certifies', () => {
    const certificate = certify(runOf());
    expect(certificate).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ digest: { gitCommit: commit } }],
      predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
      predicate: { result: 'PASSED', passedTests: [sampleCheck().id], failedTests: [] },
    });
    expect(certificate.predicate.soundcheck).toMatchObject({
      profiles: { wire: { verdict: 'met', certified: true, checks: 2 } },
      notApplicable: [sampleNotApplicable.id],
      expires: '2027-02-18T04:00:09.420Z',
    });
  });

  test.each([
    ['a filtered', { filtered: '--only gme/delivery', certificates: [] }],
    ['an interrupted', { interrupted: 'SIGINT', certificates: [] }],
    ['a failed', { verdict: 'not-met', exitCode: 1, certificates: ['wire'] }],
  ] as const)('does not exist for %s run', (_, changes) => {
    const result = runOf(changes);
    expect(
      certificateOf(result, { sha256, report: renderJson(result), subject: null, validDays: 90 }),
    ).toBeNull();
  });

  test('holds against its report, catalogue, subject and demand', () => {
    const result = runOf();
    const context = contextFor(result, { required: ['wire'], subject: { gitCommit: commit } });
    expect(certificateFaults(certify(result), context)).toEqual([]);
  });

  test('warns of waivers and of advice that is not followed', () => {
    const waiver = { reason: 'known', owner: 'me', ticket: 'T-1', expires: '2026-12-01' };
    const waived = { ...sampleCheck(), verdict: 'not-met' as const, waiver };
    const certificate = certify(runOf({}, [waived]));
    expect(certificate.predicate).toMatchObject({ result: 'WARNED', warnedTests: [waived.id] });
    expect(certificate.predicate.soundcheck.waivers).toMatchObject([
      { check: waived.id, ...waiver },
    ]);
  });
});

describe('verification refuses', () => {
  const result = runOf();
  const good = certify(result);
  const other = runOf({ seed: 7 });

  test.each<readonly [string, Certificate, Partial<CertificateContext>, RegExp]>([
    [
      'an edited certificate',
      { ...good, predicate: { ...good.predicate, passedTests: [] } },
      {},
      /was edited/u,
    ],
    ['an expired one', good, { now: new Date('2027-03-01') }, /expired/u],
    ['one from the future', good, { now: new Date('2026-11-19') }, /future/u],
    ['another version’s', good, { toolVersion: '9.0.0' }, /another version/u],
    ['one of an unknown service', good, { checks: null }, /no service/u],
    [
      'one of fewer checks than the catalogue has',
      good,
      {
        checks: [
          ...(contextFor(result).checks ?? []),
          { ...sampleCheck(), id: 'gme/delivery/new' } as unknown as Check,
        ],
      },
      /not the 3 of the catalogue/u,
    ],
    ['one without a required profile', good, { required: ['state'] }, /state is required/u],
    [
      'one about another commit',
      good,
      { subject: { gitCommit: 'f'.repeat(40) } },
      /another subject/u,
    ],
    ['one whose report is another run’s', good, { report: renderJson(other) }, /not the one/u],
    [
      'one that leaves a check out',
      resealed(good, (predicate) => ({ ...predicate, passedTests: [] })),
      { report: null },
      /missing gme/u,
    ],
    [
      'one that names a check twice',
      resealed(good, (predicate) => ({
        ...predicate,
        passedTests: [...predicate.passedTests, ...predicate.passedTests],
      })),
      { report: null },
      /repeated/u,
    ],
    [
      'one with a failed check',
      resealed(good, (predicate) => ({ ...predicate, failedTests: ['gme/delivery/x'] })),
      { report: null },
      /failed checks/u,
    ],
    [
      'one that hides its warnings',
      resealed(good, (predicate) => ({
        ...predicate,
        passedTests: [],
        warnedTests: predicate.passedTests,
      })),
      { report: null },
      /does not fit its warnings/u,
    ],
    [
      'one that certifies a profile that is not met',
      resealed(good, (predicate) => ({
        ...predicate,
        soundcheck: {
          ...predicate.soundcheck,
          profiles: {
            ...predicate.soundcheck.profiles,
            wire: { ...predicate.soundcheck.profiles.wire, verdict: 'inconclusive' },
          },
        },
      })),
      { report: null },
      /though it is not met/u,
    ],
    [
      'one that says another seed than its report',
      resealed(good, (predicate) => ({
        ...predicate,
        soundcheck: { ...predicate.soundcheck, seed: 99 },
      })),
      {},
      /does not come to this certificate/u,
    ],
  ])('%s', (_, certificate, over, expected) => {
    expect(certificateFaults(certificate, contextFor(result, over)).join('\n')).toMatch(expected);
  });

  test('a report whose checks do not come to its verdict', () => {
    const broken = { ...sampleCheck(), verdict: 'untestable' as const, fault: 'stitched' };
    const stitched = runOf({}, [broken]);
    const faults = certificateFaults(certify(stitched), contextFor(stitched));
    expect(faults).toContain('the checks in report.json leave profile wire inconclusive');
  });
});

describe('a signed certificate', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = readPrivateKey(
    privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    'key.pem',
  );
  const open = readPublicKey(
    publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    'key.pub',
  );
  const text = JSON.stringify(certify(runOf()), undefined, 2);
  const envelope = signStatement(text, key);

  test('gives the statement back to the byte', () => {
    expect(isEnvelope(JSON.parse(JSON.stringify(envelope)))).toBe(true);
    expect(openEnvelope(envelope, open)).toBe(text);
  });

  test('is refused with another key, another payload or another signature', () => {
    const stranger = generateKeyPairSync('ed25519').publicKey;
    const payload = Buffer.from(text.replace('PASSED', 'WARNED')).toString('base64');
    const [signature] = envelope.signatures;
    const flipped = Buffer.from(signature?.sig ?? '', 'base64');
    flipped[0] = (flipped[0] ?? 0) ^ 1;
    expect(openEnvelope(envelope, stranger)).toBeNull();
    expect(openEnvelope({ ...envelope, payload }, open)).toBeNull();
    expect(
      openEnvelope(
        { ...envelope, signatures: [{ keyid: '', sig: flipped.toString('base64') }] },
        open,
      ),
    ).toBeNull();
    expect(openEnvelope({ ...envelope, signatures: [] }, open)).toBeNull();
  });

  test('other kinds of key are refused with one clear error that does not hold the key', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    const pem = rsa.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(() => readPrivateKey(pem, 'key.pem')).toThrow(/^key\.pem is no Ed25519 private key/u);
    expect(() => readPrivateKey('nonsense', 'key.pem')).toThrow(/no Ed25519/u);
  });
});

describe('reading', () => {
  test.each([
    ['nothing', '', /not JSON/u],
    ['null', 'null', /no certificate/u],
    ['a report', renderJson(runOf()), /_type is missing/u],
    [
      'another statement',
      '{"_type":"https://in-toto.io/Statement/v0.1","predicateType":"x"}',
      /_type is not/u,
    ],
  ])('%s is refused', (_, text, expected) => {
    expect(() => readCertificate(text, 'certificate.json')).toThrow(expected);
  });

  test.each([
    [`git:${commit}`, { name: `git:${commit}`, digest: { gitCommit: commit } }],
    [
      `sha256:${'ab'.repeat(32)}`,
      { name: `sha256:${'ab'.repeat(32)}`, digest: { sha256: 'ab'.repeat(32) } },
    ],
    [`app:1.2@sha256:${'0'.repeat(64)}`, { name: 'app:1.2', digest: { sha256: '0'.repeat(64) } }],
  ])('the subject %s', (text, subject) => {
    expect(readSubject(text)).toEqual(subject);
  });

  test.each(['', 'main', 'git:abc', 'sha256:xyz', 'app:1.2', `git:${commit}0`])(
    'the subject %j is refused',
    (text) => {
      expect(() => readSubject(text)).toThrow(/no commit and no digest/u);
    },
  );
});

describe('pictures', () => {
  const hostile = certify(
    runOf({ target: { ...runOf().target, endpoint: 'https://x/<script>alert(1)</script>' } }),
  );

  test('the badge and the page say what is certified until when, and nothing in them can run', () => {
    for (const text of [renderBadge(hostile), renderCertificatePage(hostile)]) {
      expect(text).toContain('2027-02-18');
      expect(text).toContain('wire');
      expect(text).not.toContain('<script>');
    }
  });

  test('the badge and the page speak Chinese, in a frame that Chinese fits', () => {
    const page = renderCertificatePage(hostile, 'zh');
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain('有效期至 2027-02-18');
    expect(page).toContain('回调地址接受合法回调，拒绝伪造和格式错误的回调');
    expect(page).not.toMatch(/every requirement|<h2>(?:Subject|Waived|Warnings|Not tested)/u);
    const badge = renderBadge(hostile, 'zh');
    expect(badge).toMatch(/xml:lang="zh-CN" aria-label="soundcheck gme: .* 有效期至 2027-02-18"/u);
    const widthOf = (svg: string): number => Number(/ width="(\d+)"/u.exec(svg)?.[1]);
    // Four characters of two columns each, in place of five.
    expect(widthOf(badge)).toBeGreaterThan(widthOf(renderBadge(hostile)));
  });
});
