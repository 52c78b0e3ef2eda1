import type { ProfileVerdict, RunResult } from '#harness/result.ts';
import { isProblem, judge, profiles } from '../outcome.ts';
import { messagesOf, type Language } from './language.ts';
import type { ReaderText } from './sentences.ts';
import { translate } from './translate.ts';

/** One sentence about what the verdict means. */
export function summaryText(result: RunResult, language: Language): ReaderText {
  const anew = language === 'zh' ? zhSummary(result) : undefined;
  return anew === undefined
    ? translate(result.summary, language)
    : { text: anew, isTranslated: true };
}

/** What was not tested, and why, line by line. */
export function notTestedTexts(
  { notTested }: Pick<RunResult, 'notTested'>,
  language: Language,
): readonly ReaderText[] {
  return notTested.map((line) => {
    const [, id, why] = /^([a-z]+\/[a-z-]+\/[a-z\d-]+): (.+)$/su.exec(line) ?? [];
    if (id === undefined || why === undefined) {
      return translate(line, language);
    }
    const { text, isTranslated } = translate(why, language);
    return { text: messagesOf(language).untested(id, text), isTranslated };
  });
}

/** Undefined where only the run's own sentence knows what happened. */
function zhSummary(result: RunResult): string | undefined {
  const judged = judge(result);
  const amount = (outcome: string): number =>
    judged.filter((one) => one.outcome === outcome).length;
  const notMet = judged.filter(
    ({ check, outcome }) => isProblem(outcome) && check.verdict === 'not-met',
  ).length;
  switch (result.verdict) {
    case 'met': {
      const named = (verdict: ProfileVerdict): string =>
        profiles.filter((profile) => result.profiles[profile] === verdict).join('、');
      const [met, excused] = [named('met'), named('met-with-waivers')];
      const conforming = [
        ...(met === '' ? [] : [met]),
        ...(excused === '' ? [] : [`${excused}：带豁免，不颁发证书`]),
      ].join('；');
      const waived = amount('waived') === 0 ? '' : `；${String(amount('waived'))} 项不符合已豁免`;
      const advice = amount('advice') === 0 ? '' : `；${String(amount('advice'))} 项建议未采纳`;
      return result.filtered === null
        ? `测试对象符合要求（${conforming}）${waived}${advice}。`
        : `所选部分（${result.filtered}）符合要求${waived}${advice}；经过筛选的运行不颁发任何证书。`;
    }
    case 'not-met':
      return notMet === 0
        ? undefined
        : `测试对象不符合要求：${String(notMet)} 项检查不符合，其中 ${String(amount('broken'))} 项为 MUST。`;
    case 'harness-error':
    case 'inconclusive':
    case 'configuration':
      return undefined;
  }
}
