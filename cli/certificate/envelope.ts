import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { SoundcheckError } from '#harness/errors.ts';
import { sha256 } from './digest.ts';

/** A signed statement: a DSSE envelope (https://github.com/secure-systems-lab/dsse). */
export interface Envelope {
  readonly payloadType: typeof payloadType;
  /** The statement's bytes, standard Base64. */
  readonly payload: string;
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
}

const payloadType = 'application/vnd.in-toto+json';

/** DSSE's pre-authentication encoding: lengths in bytes, so that no part can pass for another. */
function toBeSigned(payload: Buffer): Buffer {
  const head = `DSSEv1 ${String(Buffer.byteLength(payloadType))} ${payloadType} ${String(payload.byteLength)} `;
  return Buffer.concat([Buffer.from(head, 'utf8'), payload]);
}

/**
 * Reads an Ed25519 private key in PEM.
 * @throws SoundcheckError CONFIGURATION where it is none; the message never holds the key.
 */
export function readPrivateKey(pem: string, source: string): KeyObject {
  return ed25519(
    () => createPrivateKey(pem),
    `${source} is no Ed25519 private key in PEM`,
    'Make one: openssl genpkey -algorithm ed25519 -out certificate-key.pem',
  );
}

/** Reads an Ed25519 public key in PEM. @throws SoundcheckError CONFIGURATION where it is none. */
export function readPublicKey(pem: string, source: string): KeyObject {
  return ed25519(
    () => createPublicKey(pem),
    `${source} is no Ed25519 public key in PEM`,
    'Make it of the private key: openssl pkey -in certificate-key.pem -pubout',
  );
}

function ed25519(read: () => KeyObject, message: string, hint: string): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = read();
  } catch (cause) {
    throw new SoundcheckError('CONFIGURATION', message, hint, { cause });
  }
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new SoundcheckError('CONFIGURATION', message, hint);
  }
  return key;
}

/** Names a public key: SHA-256 of its DER form. */
export function keyIdOf(publicKey: KeyObject): string {
  return sha256(publicKey.export({ type: 'spki', format: 'der' }).toString('base64'));
}

/** Signs a statement as it stands in `certificate.json`, to the byte. */
export function signStatement(statement: string, privateKey: KeyObject): Envelope {
  const payload = Buffer.from(statement, 'utf8');
  return {
    payloadType,
    payload: payload.toString('base64'),
    signatures: [
      {
        keyid: keyIdOf(createPublicKey(privateKey)),
        sig: sign(null, toBeSigned(payload), privateKey).toString('base64'),
      },
    ],
  };
}

/** The statement in an envelope, or null where no signature of it is the key's. */
export function openEnvelope(envelope: Envelope, publicKey: KeyObject): string | null {
  const payload = Buffer.from(envelope.payload, 'base64');
  const isSigned = envelope.signatures.some(({ sig }) =>
    verify(null, toBeSigned(payload), publicKey, Buffer.from(sig, 'base64')),
  );
  return isSigned ? payload.toString('utf8') : null;
}

/** Whether a parsed file is a signed statement. */
export function isEnvelope(value: unknown): value is Envelope {
  return (
    typeof value === 'object' &&
    value !== null &&
    'payloadType' in value &&
    value.payloadType === payloadType &&
    'payload' in value &&
    typeof value.payload === 'string' &&
    'signatures' in value &&
    Array.isArray(value.signatures) &&
    value.signatures.every(
      (one: unknown) =>
        typeof one === 'object' && one !== null && 'sig' in one && typeof one.sig === 'string',
    )
  );
}
