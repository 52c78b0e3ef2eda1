import type { Subject } from '../experiment.ts';

/** A subject with plain identifiers, or those given. */
export function subjectOf(parts: Partial<Subject> = {}): Subject {
  return {
    key: 'R1/T1/U1',
    appId: '1400000000',
    roomId: 'room',
    taskId: '446946705284175911',
    userId: '912',
    ...parts,
  };
}

/** Identifiers that a careless template would let out of their place. */
export const hostileIds: readonly string[] = [
  "it's",
  '"quoted"',
  '$(touch pwned)',
  '`touch pwned`',
  '; touch pwned #',
  '$HOME ${PATH}',
  'a\\b',
  "\\'",
  "'\\''; touch pwned; '",
  '&& touch pwned || |',
  'two  spaces',
  '*',
  '~',
  '!!',
  'line\nbreak',
  '-n',
  '{taskId}',
  '%2F%',
  '房间🎙',
  '$&',
];
