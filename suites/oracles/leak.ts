import type { Finding, Observations } from '#harness/check.ts';
import { refusalArms } from './refusal.ts';

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

/** What an answer must not hold: a key and the bytes of the right MAC, in the encodings in use. */
export function spellingsOfSecrets(key: string, mac: Uint8Array): readonly string[] {
  const keyBytes = Buffer.from(key, 'utf8');
  const bytes = Buffer.from(mac);
  return [
    key,
    keyBytes.toString('base64'),
    keyBytes.toString('base64url'),
    keyBytes.toString('hex'),
    bytes.toString('base64'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    bytes.toString('base64url'),
  ];
}
