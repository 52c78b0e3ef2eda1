import { SoundcheckError } from '../errors.ts';
import { printableKey } from './printable-key.ts';

/** The error for a key that this process has not put and so does not delete. */
export function notOwn(key: string): SoundcheckError {
  return new SoundcheckError(
    'HARNESS',
    `Refusing to delete ${printableKey(key)}: this run has not put it.`,
    'This is a fault of Soundcheck; please report it.',
  );
}

/** The error for a key under which somebody else's object lies. */
export function alreadyThere(key: string, place: string): SoundcheckError {
  return new SoundcheckError(
    'BUCKET',
    `Refusing to write ${printableKey(key)} to ${place}: an object of that name exists already.`,
    'Give the recovery profile a bucket or prefix of its own.',
  );
}
