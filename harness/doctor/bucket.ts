import type { Bucket } from '../bucket.ts';
import { SoundcheckError } from '../errors.ts';
import type { Suite } from '../suite.ts';
import { ill, illBy, ms, well, type Diagnosis } from './diagnosis.ts';

const objectsRead = 3;
const objectsListed = 200;

/** Lists the beginning of a bucket and reads the first bytes of some objects. Read-only. */
export async function diagnoseBucket(
  bucket: Bucket,
  suite: Pick<Suite, 'isRecordingKey'>,
): Promise<readonly Diagnosis[]> {
  const lines: Diagnosis[] = [];
  const startedMs = performance.now();
  let listed = 0;
  let recordings = 0;
  try {
    for await (const object of bucket.list()) {
      if (listed === 0) {
        lines.push(
          well('bucket', `the bucket ${bucket.uri} lists (${ms(performance.now() - startedMs)})`),
        );
      }
      listed += 1;
      recordings += suite.isRecordingKey(object.key) ? 1 : 0;
      if (listed <= objectsRead) {
        lines.push(await readLine(bucket, object));
      }
      if (listed >= objectsListed) {
        break;
      }
    }
  } catch (error) {
    if (error instanceof SoundcheckError) {
      return [...lines, illBy('bucket', error)];
    }
    throw error;
  }
  return [...lines, ...contentLines(bucket.uri, listed, recordings)];
}

async function readLine(bucket: Bucket, object: Parameters<Bucket['read']>[0]): Promise<Diagnosis> {
  const startedMs = performance.now();
  for await (const chunk of bucket.read(object)) {
    return well(
      'bucket',
      `${object.key} can be read (first ${String(chunk.byteLength)} bytes after ${ms(performance.now() - startedMs)})`,
    );
  }
  return well('bucket', `${object.key} can be read (it is empty)`);
}

function contentLines(uri: string, listed: number, recordings: number): readonly Diagnosis[] {
  if (listed === 0) {
    return [
      ill(
        'bucket',
        `the bucket ${uri} is empty`,
        'Check name and prefix; an empty bucket cannot be certified.',
      ),
    ];
  }
  return recordings > 0
    ? []
    : [
        well(
          'bucket',
          `nothing among the first ${String(objectsListed)} objects (${String(listed)} seen) is named like a media file of this service`,
          'Check the prefix: give the folder that the service writes to.',
        ),
      ];
}
