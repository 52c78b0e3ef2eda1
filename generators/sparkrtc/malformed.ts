import {
  callbackFields,
  encodeCallback,
  type FieldType as SparkFieldType,
  type SparkCallback,
} from '#contracts/sparkrtc/callback.ts';
import {
  malformedBodies as malformedVariants,
  type FieldType,
  type Malformed,
  type MalformedOptions,
  type RequiredField,
} from '../malformed/malformed.ts';

export type { Malformed, MalformedKind, MalformedOptions } from '../malformed/malformed.ts';

/**
 * Every malformed variant of a callback that names its event and one thing more, plainest first; burdens are last. No
 * field is mandatory, so what leaves some out, or all, is never among them.
 */
export function malformedBodies(
  callback: SparkCallback,
  options: MalformedOptions = {},
): readonly Malformed[] {
  const genuine = encodeCallback(callback);
  const present = callbackFields.filter(({ member }) => callback[member] !== undefined);
  const fields = present.map(({ name, type }): RequiredField => ({
    path: [name],
    types: [jsonTypes[type]],
  }));
  const variants = malformedVariants(
    { genuine, fields, textField: 'event_type', areFieldsOptional: true },
    options,
  );
  const times = present.filter(({ type }) => type === 'time').map(({ name }) => name);
  const isLate = ({ kind }: Malformed): boolean => kind === 'encoding' || kind === 'burden';
  const at = variants.findIndex(isLate);
  return variants.toSpliced(at, 0, ...times.map((name) => wrongTime(genuine, name)));
}

const jsonTypes: Readonly<Record<SparkFieldType, FieldType>> = {
  text: 'text',
  integer: 'integer',
  time: 'text',
};

/** A text where the documents have a time. */
function wrongTime(genuine: Buffer, name: string): Malformed {
  const time = new RegExp(`"${name}":"[^"]*"`, 'u');
  return {
    kind: 'wrong-type',
    name: `wrong type: ${name} is a word`,
    body: () => Buffer.from(genuine.toString('utf8').replace(time, `"${name}":"yesterday"`)),
  };
}
