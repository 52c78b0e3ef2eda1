import type { Clause } from '#contracts/clause.ts';
import type { Contract } from '#contracts/contract.ts';
import { gme } from '#contracts/gme/index.ts';
import { sparkrtc } from '#contracts/sparkrtc/index.ts';
import { topics, type Topic } from '#contracts/topics.ts';
import { trtc } from '#contracts/trtc/index.ts';
import { code, generatedFrom, table } from './markdown.ts';

const contracts: readonly Contract[] = [gme, trtc, sparkrtc];

/** How sure a statement is, for people; what is stated needs no word. */
const doubts: Readonly<Record<Clause['basis'], string>> = {
  stated: '',
  inferred: ' _(inferred)_',
  assumed: ' _(assumed)_',
};

/** `docs/contracts.md`: what the services promise, topic by topic, side by side. */
export function renderContracts(): string {
  return [
    '# The contracts side by side',
    '',
    generatedFrom('`contracts/*/contract.ts`'),
    '',
    'What each service promises, in our words and by our default readings. _Inferred_: from several statements or a sample; _assumed_: the documents are silent, and a check of it is advice. `soundcheck checks` shows which checks rest on which clause; the other readings are in [dialects](dialects.md).',
    '',
    ...table(
      ['', ...contracts.map(({ title }) => title)],
      [
        ['`--app-id`', ...contracts.map(({ appIdName }) => code(appIdName))],
        [
          'Recordings',
          ...contracts.map(({ recordingExtensions }) => recordingExtensions.map(code).join(', ')),
        ],
        ['Clauses', ...contracts.map(({ clauses }) => countsOf(clauses))],
        ['Dialects', ...contracts.map(({ dialects }) => String(dialects.length))],
      ],
    ),
    ...(Object.keys(topics) as readonly Topic[]).flatMap(topicLines),
  ].join('\n');
}

function countsOf(clauses: readonly Clause[]): string {
  const testable = clauses.filter(({ untestable }) => untestable === undefined).length;
  return `${String(clauses.length)}, ${String(testable)} tested`;
}

function topicLines(topic: Topic): readonly string[] {
  return [
    '',
    `## ${topics[topic]}`,
    '',
    ...table(
      contracts.map(({ title }) => title),
      [contracts.map((contract) => contract.topics[topic].map(clauseText).join('<br><br>'))],
    ),
  ];
}

function clauseText({ statement, basis, id }: Clause): string {
  return `${statement}${doubts[basis]}<br>${code(id)}`;
}
