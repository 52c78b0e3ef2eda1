import { burdens } from './burdens.ts';
import { missingFields, wrongTypes } from './wrong-fields.ts';
import { syntaxErrors, wrongEncodings, wrongShapes } from './wrong-text.ts';

/** What is wrong with a malformed body; a check takes the kinds whose clause it cites. */
export type MalformedKind =
  /** Not JSON. */
  | 'syntax'
  /** JSON, but no object. */
  | 'shape'
  /** A documented field is missing. */
  | 'missing-field'
  /** A documented field has another type. */
  | 'wrong-type'
  /** Not UTF-8. */
  | 'encoding'
  /** Large or deep: a receiver has to survive it, whether it refuses it or not. */
  | 'burden';

/** A body that is no proper callback; to be signed rightly, so that nothing but the body can be why it is refused. */
export interface Malformed {
  /** Stable, says the place: `wrong type: Detail.SeqNo is a string`. */
  readonly name: string;
  readonly kind: MalformedKind;
  /** The bytes, made anew at each call: a large body is not kept. */
  readonly body: () => Buffer;
}

/** Types of JSON values as far as the documents tell them apart; an integer is a number written as plain digits. */
export type FieldType = 'text' | 'integer' | 'object' | 'list' | 'boolean' | 'null';

/** A field that every callback of this kind carries. */
export interface RequiredField {
  /** Member names from the outermost object inwards: `['EventInfo', 'Payload', 'Status']`. */
  readonly path: readonly string[];
  /** Every type that some reading of the documents gives it: none of these is ever called wrong. */
  readonly types: readonly [FieldType, ...FieldType[]];
}

/** What malformed bodies are made of. */
export interface MalformedGround {
  /** A proper callback as one line of compact JSON. */
  readonly genuine: Buffer;
  /** Its required fields in their order; at least two stand in the outermost object, the second not first in it. */
  readonly fields: readonly RequiredField[];
  /** A member, at any depth, whose value is a text. */
  readonly textField: string;
  /** The service has no mandatory fields: leaving out some, or all, makes no body malformed. Default false. */
  readonly areFieldsOptional?: boolean;
}

/** Sizes of the burdens. */
export interface MalformedOptions {
  /** Bytes of an oversized body, at least. Default 2 MiB. */
  readonly oversizeBytes?: number;
  /** Brackets inside brackets. Default 20,000. */
  readonly nestingDepth?: number;
}

/** Every malformed variant of a callback, plainest first; burdens are last. */
export function malformedBodies(
  ground: MalformedGround,
  options: MalformedOptions = {},
): readonly Malformed[] {
  return [
    ...syntaxErrors(ground),
    ...wrongShapes(ground),
    ...(ground.areFieldsOptional === true ? [] : missingFields(ground)),
    ...wrongTypes(ground),
    ...wrongEncodings(ground),
    ...burdens(ground, options),
  ];
}
