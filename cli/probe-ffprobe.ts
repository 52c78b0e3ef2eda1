import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probe } from '#harness/adapters/ffprobe.ts';
import { well, type Diagnosis } from '#harness/doctor/diagnosis.ts';
import { writeMp3 } from '#media/mp3/writer.ts';

/** Whether the bundled ffprobe works here, tried on a second of silence. Only `inspect --probe` needs it. */
export async function probeFfprobe(): Promise<Diagnosis> {
  const folder = await mkdtemp(join(tmpdir(), 'soundcheck-'));
  try {
    const file = join(folder, 'silence.mp3');
    await writeFile(file, writeMp3({ durationSeconds: 1 }));
    const opinion = await probe(file);
    return opinion.kind === 'media'
      ? well('ffprobe', 'ffprobe works')
      : well(
          'ffprobe',
          `ffprobe gives no second opinion (${opinion.kind})`,
          'Only `inspect --probe` needs it: install ffprobe, or go without.',
        );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
