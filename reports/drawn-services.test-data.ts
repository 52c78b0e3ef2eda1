import { archivesOf } from '#fixtures/archives/index.ts';
import type { CheckId } from '#harness/check.ts';
import type { CheckResult, Counterexample } from '#harness/result.ts';
import { judgeSubject, type RuledJudge } from '#suites/archive/matrix.test-kit.ts';
import { registryContext } from '#suites/kit/registry.test-kit.ts';
import * as spark from '#suites/sparkrtc/archive-checks.ts';
import { sparkKit } from '#suites/sparkrtc/kit.ts';
import { readRule } from '#suites/sparkrtc/read-rule.ts';
import { bothFormats } from '#suites/sparkrtc/stories.ts';
import * as trtc from '#suites/trtc/archive-checks.ts';
import { sampleCheck, sampleStep } from './sample-checks.test-data.ts';

/** Services of which buckets can be judged here. */
const judges = { trtc, sparkrtc: { ...spark, readRule } } satisfies Record<string, RuledJudge>;

/** What a check really says of a defective bucket. */
export async function archiveFailure(
  service: keyof typeof judges,
  archive: string,
  check: CheckId,
): Promise<CheckResult> {
  const zoo = archivesOf(service);
  const subject = zoo.defective.find(({ name }) => name === archive);
  if (subject === undefined) {
    throw new Error(`There is no archive ${archive}.`);
  }
  const outcomes = await judgeSubject(judges[service], zoo, subject);
  const { findings = [] } = outcomes.find(({ id }) => id === check) ?? {};
  return sampleCheck({ id: check, profile: 'archive', verdict: 'not-met', findings });
}

/** A SparkRTC story in which the two files of a job are told in the wrong order, and the end of the job is lost. */
export function sparkPlan(): Counterexample {
  const bound = sparkKit.bind(bothFormats, registryContext('app'), 'drawn');
  const moment = { occurredAtSeconds: 1_769_874_000, sentAtSeconds: 1_769_874_001 };
  const told = bothFormats.events.map((_, order) => {
    const { label, mark } = bound.message(order, moment);
    return { order, label, ...mark };
  });
  return {
    title: bothFormats.title,
    callbacks: 4,
    steps: [2, 0, 3, 1].map((order, wave) =>
      sampleStep({ ...told[order], kind: 'original', wave }),
    ),
    story: told.map(({ event: _, ...event }) => event),
    states: [],
  };
}
