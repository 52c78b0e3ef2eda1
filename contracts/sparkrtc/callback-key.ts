import { limits } from './limits.ts';

/**
 * Why a text cannot be a callback key: it has 32 to 64 characters. Null for one that can be, and for the empty text,
 * which stands for no key. Clauses `callbackKey`, `noKeyNoHeaders`.
 */
export function callbackKeyFault(callbackKey: string): string | null {
  const { length } = Array.from(callbackKey);
  return length === 0 ||
    (length >= limits.callbackKeyLengthMin && length <= limits.callbackKeyLengthMax)
    ? null
    : `A callback key has ${String(limits.callbackKeyLengthMin)} to ${String(limits.callbackKeyLengthMax)} characters, not ${String(length)}.`;
}
