import type { SparkSession } from '#contracts/sparkrtc/session.ts';
import type { SparkPrediction } from '#contracts/sparkrtc/recording-rules.ts';

/** What is peculiar about a session; for statistics over what a generator reaches. */
export function sessionTraits({ events }: SparkSession): readonly string[] {
  const has = (isIt: (event: SparkSession['events'][number]) => boolean): boolean =>
    events.some(isIt);
  const stays = new Map<string, number>();
  for (const { kind, room, user } of events) {
    const stay = `${room} ${user}`;
    stays.set(stay, (stays.get(stay) ?? 0) + (kind === 'enter' ? 1 : 0));
  }
  const traits: readonly (readonly [string, boolean])[] = [
    ['several-rooms', new Set(events.map(({ room }) => room)).size > 1],
    ['several-users', new Set(events.map(({ user }) => user)).size > 1],
    ['comes-back', [...stays.values()].some((count) => count > 1)],
    ['camera', has((event) => 'media' in event && event.media === 'camera')],
    ['screen', has((event) => 'media' in event && event.media === 'screen')],
    ['sound-alone', has((event) => 'media' in event && event.picture === null)],
    ['pause', has(({ kind }) => kind === 'pause')],
    ['resume', has(({ kind }) => kind === 'resume')],
    ['underscore', has(({ room, user }) => `${room}${user}`.includes('_'))],
  ];
  return traits.flatMap(([name, holds]) => (holds ? [name] : []));
}

/** What is peculiar about the recordings of a session. */
export function predictionTraits({ jobs }: SparkPrediction): readonly string[] {
  const files = jobs.flatMap(({ recordings }) => recordings);
  const midnight = (seconds: number): number => Math.floor(seconds / 86_400);
  const traits: readonly (readonly [string, boolean])[] = [
    ['hls', files.some(({ file }) => file.format === 'HLS')],
    ['mp4', files.some(({ file }) => file.format === 'MP4')],
    ['cut-at-length', files.some(({ closedBy }) => closedBy === 'length')],
    ['cut-at-pause', files.some(({ closedBy }) => closedBy === 'pause')],
    ['merged-pause', files.some(({ parts }) => parts.length > 1)],
    [
      'crosses-midnight',
      files.some(({ beginSeconds, endSeconds }) => midnight(beginSeconds) < midnight(endSeconds)),
    ],
    ...(['automatic', 'single', 'mixed'] as const).map(
      (kind) => [kind, jobs.some(({ stream }) => stream.kind === kind)] as const,
    ),
  ];
  return traits.flatMap(([name, holds]) => (holds ? [name] : []));
}
