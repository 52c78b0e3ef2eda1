import type { RunResult } from '#harness/result.ts';
import { isProblem, judge, profiles } from '../outcome.ts';
import type { Language } from './language.ts';
import type { ReaderText } from './sentences.ts';

/** One sentence about what the verdict means. */
export function summaryText(result: RunResult, language: Language): ReaderText {
  const translated = language === 'en' ? result.summary : zhSummary(result);
  return { text: translated ?? result.summary, isTranslated: translated !== undefined };
}

/** What was not tested, and why, line by line. */
export function notTestedTexts(
  { notTested }: RunResult,
  language: Language,
): readonly ReaderText[] {
  return notTested.map((line) => {
    const translated = language === 'en' ? line : zhNotTested(line);
    return { text: translated ?? line, isTranslated: translated !== undefined };
  });
}

/** Undefined where only the English sentence knows what happened. */
function zhSummary(result: RunResult): string | undefined {
  const judged = judge(result);
  const amount = (outcome: string): number =>
    judged.filter((one) => one.outcome === outcome).length;
  const notMet = judged.filter(
    ({ check, outcome }) => isProblem(outcome) && check.verdict === 'not-met',
  ).length;
  switch (result.verdict) {
    case 'met': {
      const met = profiles.filter((profile) => result.profiles[profile] === 'met').join('、');
      const waived = amount('waived') === 0 ? '' : `；${String(amount('waived'))} 项不符合已豁免`;
      const advice = amount('advice') === 0 ? '' : `；${String(amount('advice'))} 项建议未采纳`;
      return result.filtered === null
        ? `测试对象符合要求（${met}）${waived}${advice}。`
        : `所选部分（${result.filtered}）符合要求${waived}${advice}；经过筛选的运行不颁发任何证书。`;
    }
    case 'not-met':
      return notMet === 0
        ? undefined
        : `测试对象不符合要求：${String(notMet)} 项检查不符合，其中 ${String(amount('broken'))} 项为 MUST。`;
    case 'harness-error':
      return 'Soundcheck 自身在一项检查中出错，因此本次运行不能说明任何问题；请报告此情况。';
    case 'inconclusive':
    case 'configuration':
      return undefined;
  }
}

const zhReasons: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/^profile (\w+): not asked for$/u, '认证项 $1：未要求'],
  [/^profile (\w+): no --endpoint was given$/u, '认证项 $1：未给出 --endpoint'],
  [
    /^profile (\w+): no --observe was given, so the receiver could lose or mix up recordings unseen$/u,
    '认证项 $1：未给出 --observe，接收端可能丢失或混淆录音而不被察觉',
  ],
  [/^profile (\w+): no --bucket was given$/u, '认证项 $1：未给出 --bucket'],
  [
    /^profile (\w+): the target does not claim to recover lost callbacks \(recovers: true, a writable bucket\)$/u,
    '认证项 $1：测试对象未声明能找回丢失的回调（recovers: true，可写的存储桶）',
  ],
  [/^checks outside (.+)$/u, '$1 以外的检查项'],
  [/^(\S+): says nothing while (.+) is not met$/u, '$1：在 $2 不符合期间无法得出结论'],
  [
    /^every check: the run ended before the first one$/u,
    '全部检查项：运行在第一项检查之前就已结束',
  ],
  [
    /^whether callbacks and bucket agree \((\d+) checks?\): no --callbacks was given$/u,
    '回调与存储桶是否一致（$1 项检查）：未给出 --callbacks',
  ],
];

function zhNotTested(line: string): string | undefined {
  const found = zhReasons.find(([pattern]) => pattern.test(line));
  return found === undefined ? undefined : line.replace(found[0], found[1]);
}
