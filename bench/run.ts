/* Runs every benchmark of this folder, one after the other: `npm run bench`, or `npm run bench -- mp3-walk`. */
import { readdir } from 'node:fs/promises';

const wanted = process.argv[2] ?? '';
const own = 'run.ts';
const files = (await readdir(new URL('.', import.meta.url))).filter(
  (name) => name.endsWith('.ts') && name !== own && name.startsWith(wanted),
);
for (const file of files.sort()) {
  process.stdout.write(`\n# ${file}\n`);
  await import(new URL(file, import.meta.url).href);
}
