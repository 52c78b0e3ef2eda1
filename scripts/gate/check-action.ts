import { readFile } from 'node:fs/promises';
import { NoOperationTraceWriter } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/index';

/*
 * Prints what GitHub's own parser finds wrong with an action file, one line each: `tsx check-action.ts FILE`. A script
 * of its own because the parser's package imports JSON in a way that tsx takes and Node alone does not.
 */
const [, , path = 'action.yml'] = process.argv;
const file = { name: 'action.yml', content: await readFile(path, 'utf8') };
const { context } = parseAction(file, new NoOperationTraceWriter());
for (const { message } of context.errors.getErrors()) {
  process.stdout.write(`${message}\n`);
}
