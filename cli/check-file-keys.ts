import { SoundcheckError } from '#harness/errors.ts';
import { isPath } from '#harness/state/recording-view.ts';
import { nearest } from './nearest.ts';
import type { Configuration } from './options.ts';

/** The keys that only a file (or a caller of the library) can give. */
export const fileOnlyKeys = ['secretKey', 'observeWith', 'observeHeaders', 'recordings'] as const;

const pathKeys = ['recordings', 'file', 'task', 'phase'] as const;
const mappingKeys = [...pathKeys, 'phases'];

/**
 * Checks the types of the keys that only a file can give: no compiler has seen a JavaScript or JSON file.
 * @throws SoundcheckError CONFIGURATION naming the key.
 */
export function checkFileKeys(configuration: Configuration): void {
  const { secretKey, observeWith, observeHeaders, recordings } = configuration as Readonly<
    Record<(typeof fileOnlyKeys)[number], unknown>
  >;
  // The value of a key is never quoted: it may be the secret itself.
  expectType(secretKey === undefined || typeof secretKey === 'string', 'secretKey', 'a text');
  expectType(
    observeWith === undefined || typeof observeWith === 'function',
    'observeWith',
    'a function',
  );
  expectType(
    observeHeaders === undefined || isTextRecord(observeHeaders),
    'observeHeaders',
    'an object whose values are texts',
  );
  if (recordings !== undefined) {
    checkMapping(recordings);
  }
}

function checkMapping(mapping: unknown): void {
  if (!isRecord(mapping)) {
    expectType(false, 'recordings', 'an object of paths');
    return;
  }
  const unknown = Object.keys(mapping).find((key) => !mappingKeys.includes(key));
  if (unknown !== undefined) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `recordings has no key ${JSON.stringify(unknown)}`,
      `Did you mean ${nearest(unknown, mappingKeys)}?`,
    );
  }
  for (const key of pathKeys) {
    const path = mapping[key];
    const isOptional = key === 'task' || key === 'phase';
    if (!(isOptional && path === undefined) && !(typeof path === 'string' && isPath(path))) {
      throw new SoundcheckError(
        'CONFIGURATION',
        `recordings.${key} is not a path that can be read: ${JSON.stringify(path)}`,
        "Use paths like '$.recordings[*]' and 'file.name'.",
      );
    }
  }
  const { phases } = mapping;
  expectType(
    phases === undefined || isTextRecord(phases),
    'recordings.phases',
    'an object whose values are texts',
  );
}

function expectType(fits: boolean, key: string, wanted: string): void {
  if (!fits) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `${key} is not ${wanted}`,
      'See Configuration in the documentation of the library for what each key holds.',
    );
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextRecord(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((item) => typeof item === 'string');
}
