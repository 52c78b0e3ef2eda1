import { stringifyJson } from '#contracts/json.ts';
import type { Finding, Observations } from '#harness/check.ts';
import type { ArmRecord } from '#harness/observation.ts';

/**
 * No arm's state names the room or task of another arm, for the observation is asked for one room at a time. One that
 * shows whatever there is would make every comparison of two rooms a comparison of the same growing list.
 *
 * @param seen Arms whose rooms and tasks are their own; their ids are digits and letters, so JSON writes them as they are.
 */
export function expectNoStrangers({ arms }: Pick<Observations, 'arms'>): readonly Finding[] {
  const records = [...arms.values()];
  return records.flatMap((record) => {
    const text = textOf(record);
    const own = new Set(idsOf(record).map(({ value }) => value));
    return records
      .flatMap((other) => idsOf(other).map((id) => ({ ...id, arm: other.arm.name })))
      .filter(({ value }) => !own.has(value) && text.includes(value))
      .slice(0, 1)
      .map(({ kind, value, arm }) => ({
        at: record.arm.name,
        code: 'other-room-shown',
        expected: 'what is known of the room that the observation was asked for',
        actual: `${kind} ${value} as well, which only ${arm} has told of`,
      }));
  });
}

function idsOf({ arm }: ArmRecord): ArmRecord['arm']['names'] {
  return arm.names.filter(({ kind }) => kind === 'room' || kind === 'task');
}

function textOf({ states }: ArmRecord): string {
  return [...states.values()]
    .flatMap((observed) => (observed.kind === 'value' ? stringifyJson(observed.value) : []))
    .join('\n');
}
