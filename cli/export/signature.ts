import { createHmac } from 'node:crypto';
import type { RequestSpec } from '#harness/experiment.ts';
import type { SigningRecipe } from '#harness/result.ts';

/** The signature that a request should carry by its service's recipe. */
export function signatureBy(
  { algorithm, encoding, prefix = '', prefixHeaders = [] }: SigningRecipe,
  { headers, body }: RequestSpec,
  secretKey: string,
): string {
  const mac = createHmac(algorithm, secretKey).update(prefix);
  for (const wanted of prefixHeaders) {
    const [, value = ''] = headers.find(([name]) => isSameName(name, wanted)) ?? [];
    mac.update(value);
  }
  const digest = mac.update(body).digest();
  switch (encoding) {
    case 'base64':
      return digest.toString('base64');
    case 'hex':
      return digest.toString('hex');
    case 'base64-of-hex':
      return Buffer.from(digest.toString('hex')).toString('base64');
  }
}

/** Header names are the same in any case. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
