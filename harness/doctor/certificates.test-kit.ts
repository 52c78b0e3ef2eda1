import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** A certificate with its key, both PEM. */
export interface Issued {
  readonly cert: string;
  readonly key: string;
  readonly name: string;
  readonly privateKey: KeyObject;
}

/** What a certificate says. */
export interface CertificateWish {
  readonly name: string;
  readonly from?: Date;
  readonly until?: Date;
  /** Who signs it; default itself. */
  readonly by?: Issued;
  /** May it sign others. */
  readonly isAuthority?: boolean;
}

const dayMs = 24 * 3600 * 1000;

/** Issues an X.509 certificate (P-256, ECDSA with SHA-256) for a DNS name, without any tool of the system. */
export function issue({ name, from, until, by, isAuthority = false }: CertificateWish): Issued {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(oid('2a8648ce3d040302'));
  const toBeSigned = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([0x40]), randomBytes(8)])),
    algorithm,
    distinguished(by?.name ?? name),
    sequence(
      time(from ?? new Date(Date.now() - 2 * dayMs)),
      time(until ?? new Date(Date.now() + 60 * dayMs)),
    ),
    distinguished(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(...extensions(name, isAuthority))),
  );
  const signature = sign('sha256', toBeSigned, by?.privateKey ?? privateKey);
  const der = sequence(toBeSigned, algorithm, bits(signature));
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    name,
    privateKey,
  };
}

function extensions(name: string, isAuthority: boolean): readonly Buffer[] {
  return isAuthority
    ? [extension('551d13', sequence(tagged(0x01, Buffer.from([0xff]))))]
    : [extension('551d11', sequence(tagged(0x82, Buffer.from(name))))];
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(oid(id), tagged(0x04, value));
}

function distinguished(name: string): Buffer {
  return sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from(name)))));
}

function time(moment: Date): Buffer {
  const digits = moment.toISOString().replaceAll(/[-:T]|\.\d+/gu, '');
  return tagged(0x17, Buffer.from(digits.slice(2)));
}

function oid(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, 'hex'));
}

function integer(bytes: Buffer): Buffer {
  return tagged(0x02, bytes);
}

function bits(bytes: Buffer): Buffer {
  return tagged(0x03, Buffer.concat([Buffer.from([0]), bytes]));
}

function explicit(number: number, value: Buffer): Buffer {
  return tagged(0xa0 + number, value);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function tagged(tag: number, value: Buffer): Buffer {
  const { length } = value;
  const size =
    length < 128
      ? [length]
      : length < 256
        ? [0x81, length]
        : [0x82, Math.floor(length / 256), length % 256];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}
