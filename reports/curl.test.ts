import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeSignature, type SignatureMaking } from '#contracts/signature-making.ts';
import { listen } from '#harness/deliver/loopback.test-kit.ts';
import type { CheckResult, SigningRecipe, TimelineStep } from '#harness/result.ts';
import { curlScript } from './curl.ts';
import { sampleFailure, sampleStep } from './sample-checks.test-data.ts';

const key = "it's a $KEY `with` \\ everything";
const inHeader: SigningRecipe = {
  name: 'Signature',
  in: 'header',
  algorithm: 'sha1',
  encoding: 'base64',
};

function checkOf(...steps: readonly TimelineStep[]): CheckResult {
  return { ...sampleFailure, counterexample: { title: 't', callbacks: 1, steps, states: [] } };
}

function stepOf(
  body: string,
  request: Partial<TimelineStep['request']> = {},
  more: Partial<TimelineStep> = {},
): TimelineStep {
  const headers = [
    ['Content-Type', 'application/json'],
    ['Signature', '[redacted]'],
  ] as const;
  return sampleStep({ request: { method: 'POST', headers, body, ...request }, ...more });
}

interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** Runs a script against a server of its own, which takes everything. */
async function run(
  script: string | null,
  environment: Readonly<Record<string, string>> = {},
  [shell = 'sh', ...words]: readonly string[] = [],
): Promise<{ readonly received: readonly Received[]; readonly output: string }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url = '', headers, method = '' } = request;
      received.push({ url, headers, method, body: Buffer.concat(chunks) });
      response.writeHead(204).end();
    });
  });
  const endpoint = await listen(server);
  onTestFinished(() => void server.close());
  const { stdout } = await promisify(execFile)(shell, [...words, '-c', script ?? 'exit 1'], {
    env: {
      ...process.env,
      ENDPOINT: `${endpoint.href}?tenant=1`,
      CALLBACK_KEY: key,
      ...environment,
    },
  });
  return { received, output: stdout };
}

function mac(algorithm: string, ...parts: readonly (string | Buffer)[]): Buffer {
  const hmac = createHmac(algorithm, key);
  parts.forEach((part) => hmac.update(part));
  return hmac.digest();
}

describe('a script of curl and openssl', () => {
  it('sends the bytes that were sent, rightly signed', async () => {
    const body = `{"RoomID":"it's \\"$HOME\\" \`x\` %s \\\\ 房间"}`;
    const { received, output } = await run(curlScript(checkOf(stepOf(body)), inHeader));
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      method: 'POST',
      url: '/callback?tenant=1',
      headers: {
        'content-type': 'application/json',
        signature: mac('sha1', body).toString('base64'),
      },
    });
    expect(received[0]?.body.toString()).toBe(body);
    expect(received[0]?.headers).not.toHaveProperty('expect');
    expect(output).toBe('1 -> 204\n');
  });

  it('sends bytes that are no text, and text that a page would change', async () => {
    const bytes = Buffer.from([0x7b, 0xff, 0x00, 0x0a, 0x7d]);
    const invisible = '{"RoomID":"a\u202eb\n"}';
    const script = curlScript(
      checkOf(
        stepOf('{\ufffd', { bodyBase64: bytes.toString('base64') }),
        stepOf(invisible, {}, { wave: 1 }),
      ),
      inHeader,
    );
    expect(script).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    const { received } = await run(script);
    expect(received.map(({ body }) => body)).toEqual([bytes, Buffer.from(invisible)]);
    expect(received[0]?.headers['signature']).toBe(mac('sha1', bytes).toString('base64'));
  });

  it.each([
    [{ encoding: 'hex' }, (body: string) => mac('sha1', body).toString('hex')],
    [
      { encoding: 'base64-of-hex' },
      (body: string) => Buffer.from(mac('sha1', body).toString('hex')).toString('base64'),
    ],
    [{ algorithm: 'sha256' }, (body: string) => mac('sha256', body).toString('base64')],
    [{ prefix: 'POST' }, (body: string) => mac('sha1', 'POST', body).toString('base64')],
    [
      { algorithm: 'sha256', encoding: 'hex', prefixHeaders: ['X-Rand', 'X-Time'] },
      (body: string) => mac('sha256', "r'1", '1700000000', body).toString('hex'),
    ],
  ] as const)('signs as %j says', async (changes, expected) => {
    const headers = [
      ['X-Time', '1700000000'],
      ['X-Rand', "r'1"],
      ['signature', '[redacted]'],
    ] as const;
    const script = curlScript(checkOf(stepOf('{"a":1}', { headers })), { ...inHeader, ...changes });
    const { received } = await run(script);
    expect(received[0]?.headers['signature']).toBe(expected('{"a":1}'));
    expect(received[0]?.headers).not.toHaveProperty('content-type');
  });

  it('puts a signature into the query, encoded', async () => {
    const request = { headers: [], query: [['Signature', '[redacted]']] } as const;
    const script = curlScript(checkOf(stepOf('{"a":1}', request)), { ...inHeader, in: 'query' });
    const { received } = await run(script);
    const url = new URL(received[0]?.url ?? '', 'http://x');
    expect(url.searchParams.get('Signature')).toBe(mac('sha1', '{"a":1}').toString('base64'));
    expect(url.searchParams.get('tenant')).toBe('1');
  });

  it('sends a wave at once and waits for it before the next', async () => {
    const script = curlScript(
      checkOf(stepOf('1'), stepOf('2'), stepOf('3', {}, { wave: 1 })),
      inHeader,
    );
    expect(script?.match(/ &$/gmu)).toHaveLength(2);
    expect(script?.match(/^wait$/gmu)).toHaveLength(1);
    const { received } = await run(script);
    expect(received.map(({ body }) => body.toString()).sort()).toEqual(['1', '2', '3']);
    expect(received[2]?.body.toString()).toBe('3');
  });

  it('says what it cannot send, and that the replay does', async () => {
    const unsigned = [['Content-Type', 'application/json']] as const;
    const script = curlScript(
      checkOf(
        stepOf('{"forged":1}', {}, { kind: 'forged' }),
        stepOf('{"unsigned":1}', { headers: unsigned }, { kind: 'forged', wave: 1 }),
        stepOf('{"cut":1… (9 more characters)', {}, { wave: 2 }),
        stepOf('{"key":"[redacted]"}', {}, { wave: 3 }),
        stepOf('{"cookie":1}', { headers: [['Cookie', '[redacted]']] }, { wave: 4 }),
      ),
      inHeader,
    );
    expect(script?.match(/^# not sent: .*soundcheck replay/gmu)).toHaveLength(4);
    const { received } = await run(script);
    expect(received.map(({ body }) => body.toString())).toEqual(['{"unsigned":1}']);
    expect(received[0]?.headers).not.toHaveProperty('signature');
  });

  describe('makes forged signatures with the key', () => {
    const ways = ['hmac', 'hash-behind-key', 'hmac-of-key'] as const;
    const hashes = ['md5', 'sha1', 'sha256', 'sha512'] as const;
    const changes = ['none', 'last-byte', 'reversed', 'high-bits', 'unreadable'] as const;
    const encodings = ['base64', 'hex', 'base64-of-hex'] as const;
    const texts = ['none', 'first-half', 'first-character', 'one-character', 'other-case'] as const;
    const plain: SignatureMaking = {
      way: 'hmac',
      hash: 'sha1',
      keySuffix: '',
      input: Buffer.from([0, 0xff, 0x25, 0x0a, 0x5c]),
      bytes: 'none',
      encoding: 'base64',
      text: 'none',
    };
    const makings: readonly SignatureMaking[] = [
      ...ways.flatMap((way) => hashes.map((hash) => ({ ...plain, way, hash }))),
      ...changes.flatMap((bytes) =>
        encodings.map((encoding) => ({ ...plain, bytes, encoding, hash: 'sha256' as const })),
      ),
      ...texts.flatMap((text) => encodings.map((encoding) => ({ ...plain, text, encoding }))),
      { ...plain, keySuffix: 'x' },
      { ...plain, way: 'hmac-of-key', input: Buffer.alloc(65, 'longer than a block') },
    ];

    function forgedStep({ input, ...how }: SignatureMaking, wave: number): TimelineStep {
      const forged = { ...how, inputBase64: Buffer.from(input).toString('base64') };
      return stepOf(String(wave), { forged }, { kind: 'forged', wave });
    }

    it.each([
      ['a key of quotes and blanks', key],
      ['a key of no ASCII, longer than any block', '密钥%s\\0 '.repeat(20)],
    ])('of every kind, with %s', async (_, secret) => {
      const { received } = await run(curlScript(checkOf(...makings.map(forgedStep)), inHeader), {
        CALLBACK_KEY: secret,
      });
      expect(received.map(({ headers }) => headers['signature'])).toEqual(
        makings.map((making) => makeSignature(making, secret)),
      );
    });

    it('of the body itself, in the query as well, and takes what needs no key as it is', async () => {
      const [name, redacted] = ['Signature', '[redacted]'] as const;
      const input = Buffer.from('{"a":1}');
      const { request } = forgedStep({ ...plain, input, text: 'first-half' }, 0);
      const value = '"$(touch x)`\\ null';
      const inQuery = {
        ...request,
        body: '{"a":1}',
        headers: [],
        query: [[name, redacted]],
      } as const;
      const steps = [
        stepOf('', inQuery, { kind: 'forged' }),
        stepOf('2', { forged: { way: 'literal', value } }, { kind: 'forged', wave: 1 }),
      ];
      const script = curlScript(checkOf(...steps), { ...inHeader, in: 'query' });
      expect(script).not.toContain('.signed');
      const { received } = await run(script);
      const url = new URL(received[0]?.url ?? '', 'http://x');
      expect(url.searchParams.get(name)).toBe(mac('sha1', input).toString('base64').slice(0, 14));
      expect(received[1]?.headers['signature']).toBe(value);
    });
  });

  it.for(['dash', 'bash', 'busybox sh'])(
    'keeps the key out of every argument in %s',
    async (shell, { skip }) => {
      const [program = '', ...words] = shell.split(' ');
      const isThere = await promisify(execFile)('sh', ['-c', `command -v ${program}`]).then(
        () => true,
        () => false,
      );
      if (!isThere) {
        skip();
      }
      const script = curlScript(checkOf(stepOf('{"a":1}')), inHeader);
      // Whatever is started writes down what it was started with.
      const spies = ['openssl', 'od', 'tr', 'cat', 'curl', 'mktemp', 'rm', 'awk', 'sed', 'cut'];
      const folder = await mkdtemp(join(tmpdir(), 'soundcheck-spy-'));
      onTestFinished(() => rm(folder, { recursive: true, force: true }));
      for (const spy of spies) {
        const text = `#!/bin/sh\nprintf '%s\\n' "$0 $*" >> ${folder}/log\nPATH=\${PATH#*:} exec ${spy} "$@"\n`;
        await writeFile(join(folder, spy), text, { mode: 0o755 });
      }
      const { received } = await run(
        script,
        {
          PATH: `${folder}:${process.env['PATH'] ?? ''}`,
        },
        [program, ...words],
      );
      expect(received[0]?.headers['signature']).toBe(mac('sha1', '{"a":1}').toString('base64'));
      const log = await readFile(join(folder, 'log'), 'utf8');
      expect(log).toContain('openssl dgst');
      expect(log).not.toContain(key);
      expect(log).not.toContain(Buffer.from(key).toString('hex'));
    },
  );

  it('lets no text of a report become a command', () => {
    const hostile = 'x\nrm -rf / \' " $(touch /tmp/owned) `touch /tmp/owned`';
    const script = curlScript(
      {
        ...checkOf(
          stepOf(hostile, { headers: [[hostile, hostile]], method: hostile }, { label: hostile }),
        ),
        title: hostile,
      },
      inHeader,
    );
    // Outside of single quotes nothing of it is left but comments.
    const outside = (script ?? '')
      .replaceAll(String.raw`'\''`, '')
      .replaceAll(/^#.*$/gmu, '')
      .replaceAll(/'[^']*'/gu, '');
    expect(outside).not.toContain('touch');
    expect(outside).not.toMatch(/^rm/mu);
  });

  it('is nothing where nothing was sent', () => {
    expect(curlScript({ ...sampleFailure, counterexample: null }, inHeader)).toBeNull();
  });
});
