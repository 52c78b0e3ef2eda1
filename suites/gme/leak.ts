import { signCallback } from '#contracts/gme/index.ts';
import type { Finding, Observations } from '#harness/check.ts';
import { refusalArms } from '../oracles/refusal.ts';

/** No answer to a forged request may hold the key, or the signature that the body should have had. */
export function expectNoLeak({ arms }: Pick<Observations, 'arms'>): readonly Finding[] {
  const forged = arms.get(refusalArms.forged);
  return (forged?.exchanges ?? [])
    .filter(({ send }) => send.mark?.kind === 'forged')
    .flatMap(({ send, result }) => {
      if (!('answer' in result)) {
        return [];
      }
      const text = [
        new TextDecoder().decode(result.answer.body),
        ...Object.values(result.answer.headers),
      ].join('\n');
      return (send.secrets ?? [])
        .filter((secret) => text.includes(secret))
        .map(() => ({
          at: send.label,
          code: 'secret-leaked',
          expected: 'an answer without key and signature',
          actual: 'the answer holds one of them',
        }));
    });
}

/** What an answer to a forged body must not hold: the key and the right signature in each encoding. */
export function secretsOf(body: Uint8Array, key: string): readonly string[] {
  const base64 = signCallback(body, key);
  const bytes = Buffer.from(base64, 'base64');
  return [
    ...spellingsOf(Buffer.from(key, 'utf8'), key),
    base64,
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    bytes.toString('base64url'),
  ];
}

function spellingsOf(bytes: Buffer, plain: string): readonly string[] {
  return [plain, bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex')];
}
