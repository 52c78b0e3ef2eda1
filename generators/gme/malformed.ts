import {
  callbackFields,
  detailFields,
  encodeCallback,
  type GmeCallback,
} from '#contracts/gme/callback.ts';
import {
  malformedBodies as malformedVariants,
  type Malformed,
  type MalformedOptions,
  type RequiredField,
} from '../malformed/malformed.ts';

export type { Malformed, MalformedKind, MalformedOptions } from '../malformed/malformed.ts';

/** Every malformed variant of a callback, plainest first; burdens are last. */
export function malformedBodies(
  callback: GmeCallback,
  options: MalformedOptions = {},
): readonly Malformed[] {
  return malformedVariants(
    { genuine: encodeCallback(callback), fields: requiredFields, textField: 'RoomID' },
    options,
  );
}

const textFields: ReadonlySet<string> = new Set(['RoomID', 'UserID', 'FileName']);

/** Documented fields, those of `Detail` included. */
const requiredFields: readonly RequiredField[] = [
  ...callbackFields.map((name) => [name]),
  ...detailFields.map((name) => ['Detail', name]),
].map((path) => ({ path, types: [typeOf(path.at(-1) ?? '')] }));

function typeOf(name: string): 'object' | 'text' | 'integer' {
  if (name === 'Detail') {
    return 'object';
  }
  return textFields.has(name) ? 'text' : 'integer';
}
