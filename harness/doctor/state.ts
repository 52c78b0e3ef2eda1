import { stringifyJson } from '#contracts/json.ts';
import type { Arm } from '../experiment.ts';
import type { TargetSession } from '../run/session.ts';
import { ill, ms, well, type Diagnosis } from './diagnosis.ts';

/**
 * What the observation is worth, after a recording was delivered.
 * @param stateMs until the recording showed; null where it never did.
 * @param known the arm that was delivered.
 * @param unknown an arm of rooms that nobody knows.
 */
export async function diagnoseState(
  session: TargetSession,
  stateMs: number | null,
  known: Arm,
  unknown: Arm,
): Promise<readonly Diagnosis[]> {
  if (!session.hasObserver) {
    return [
      well(
        'observation',
        'no observation is given: the state profile cannot be certified',
        'Give --observe or --observe-command.',
      ),
    ];
  }
  return [
    stateMs === null
      ? ill(
          'observation',
          'the observation answers, but a delivered recording does not show in it',
          'Open the observation for a room that you have delivered to: a wrong path or placeholder answers as for a room that nobody knows, and a cache in between answers what it knew before.',
        )
      : well('observation', `a delivered recording shows in the state after ${ms(stateMs)}`),
    ...(await diagnoseUnknown(session, known, unknown)),
  ];
}

/** Whoever asks for a room that nobody knows must not hear of another. */
async function diagnoseUnknown(
  session: TargetSession,
  known: Arm,
  unknown: Arm,
): Promise<readonly Diagnosis[]> {
  const states = [...(await session.observe(unknown)).values()];
  const failed = states.find((observed) => observed.kind === 'failed');
  if (failed !== undefined) {
    return [
      ill(
        'observation',
        `an unknown room cannot be asked for: ${failed.detail}`,
        'The observation must answer 404, or JSON without recordings, for a room that it does not know.',
      ),
    ];
  }
  const text = states
    .map((observed) => (observed.kind === 'value' ? stringifyJson(observed.value) : ''))
    .join('\n');
  const leaked = known.names.find(({ value }) => value !== '' && text.includes(value));
  return leaked === undefined
    ? [well('observation', 'an unknown room has nothing to tell')]
    : [
        ill(
          'observation',
          `asked for an unknown room, the observation tells of another one's ${leaked.kind} ${leaked.value}`,
          'See that the placeholders {roomId} and {taskId} stand where they choose what is answered.',
        ),
      ];
}
