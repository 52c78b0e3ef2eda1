import type { LiteralSignature, SignatureMaking } from '#contracts/signature-making.ts';
import type { RequestSpec } from '#harness/experiment.ts';
import type { SigningRecipe } from '#harness/result.ts';

/** How a request is rightly signed by its service's recipe. */
export function makingBy(
  { algorithm, encoding, prefix = '', prefixHeaders = [] }: SigningRecipe,
  { headers, body }: Pick<RequestSpec, 'headers' | 'body'>,
): SignatureMaking {
  const values = prefixHeaders.map(
    (wanted) => headers.find(([name]) => isSameName(name, wanted))?.[1] ?? '',
  );
  return {
    way: 'hmac',
    hash: algorithm,
    keySuffix: '',
    input: Buffer.concat([Buffer.from(prefix + values.join('')), body]),
    bytes: 'none',
    encoding,
    text: 'none',
  };
}

/** Header names are the same in any case. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The making of a forged request, as a send tells it: where the key has no part in it the signature stands for itself. */
export function toldMaking({
  signature,
  making,
}: {
  readonly signature: string | undefined;
  readonly making?: SignatureMaking;
}): { readonly making?: SignatureMaking | LiteralSignature } {
  return signature === undefined ? {} : { making: making ?? { way: 'literal', value: signature } };
}
