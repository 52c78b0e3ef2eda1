import { isAccepted, subjectsOf, type ArmRecord } from '../observation.ts';
import type { CountedState } from './bookkeeping.ts';
import { absentLeaf, toSymbolic, type Symbolic } from './symbolic.ts';

/** What was observed of an arm, its subjects side by side, identifiers as symbols. */
export function stateOfArm(record: ArmRecord): Symbolic {
  return {
    kind: 'object',
    entries: new Map(
      subjectsOf(record.arm).map((subject) => {
        const observed = record.states.get(subject.key);
        return [
          subject.key,
          observed?.kind === 'value'
            ? toSymbolic(observed.value, record.arm.names, record.wallMs)
            : absentLeaf,
        ];
      }),
    ),
  };
}

/** States by what they were read from: an oracle asks for the same one many times. */
const known = new WeakMap<ArmRecord, CountedState>();

/** The same with the number of callbacks that the receiver accepted. Worked out once for each record. */
export function countedState(record: ArmRecord): CountedState {
  const state = known.get(record) ?? counted(record);
  known.set(record, state);
  return state;
}

function counted(record: ArmRecord): CountedState {
  const accepted = record.exchanges.filter(isAccepted);
  const told = new Set(
    accepted.map(({ send: { mark, label } }) =>
      mark === undefined ? label : `${mark.file}/${mark.event}`,
    ),
  );
  return {
    state: stateOfArm(record),
    accepted: accepted.length,
    repeated: accepted.length - told.size,
    restless: restlessOf(record),
  };
}

function restlessOf({ arm, restless = new Set() }: ArmRecord): ReadonlySet<string> {
  return new Set(
    subjectsOf(arm).flatMap(({ key }) => [...restless].map((path) => `$.${key}${path.slice(1)}`)),
  );
}
