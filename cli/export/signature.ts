import { makeSignature } from '#contracts/signature-making.ts';
import type { RequestSpec } from '#harness/experiment.ts';
import type { SigningRecipe } from '#harness/result.ts';
import { makingBy } from '#suites/kit/making.ts';

/** The signature that a request should carry by its service's recipe. */
export function signatureBy(
  recipe: SigningRecipe,
  request: RequestSpec,
  secretKey: string,
): string {
  return makeSignature(makingBy(recipe, request), secretKey);
}
