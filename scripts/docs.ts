/* Writes the documents that follow from the code: `npm run docs`. CI fails when they differ from what is committed. */
import { writeDocuments } from './docs/write-documents.ts';

const written = await writeDocuments();
process.stdout.write(
  written.length === 0 ? 'Nothing changed.\n' : written.map((path) => `${path}\n`).join(''),
);
