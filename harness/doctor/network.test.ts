import { createServer as createHttpServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { issue, type Issued } from './certificates.test-kit.ts';
import type { Diagnosis } from './diagnosis.ts';
import { diagnoseNetwork } from './network.ts';

const dayMs = 24 * 3600 * 1000;
const timeoutMs = 2000;

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** Shakes hands with a server of a certificate, under a name that resolves to the loopback. */
async function shake(
  { cert, key }: Pick<Issued, 'cert' | 'key'>,
  trusted: readonly string[],
  host = 'localhost',
): Promise<readonly Diagnosis[]> {
  const server = createTlsServer({ cert, key }, (socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', () => socket.destroy(new Error('something was sent')));
  });
  const port = await listening(server);
  const lines = await diagnoseNetwork(new URL(`https://${host}:${String(port)}/callback`), {
    timeoutMs,
    trusted,
  });
  return lines.filter(({ topic }) => topic === 'tls');
}

const authority = issue({ name: 'Test Authority', isAuthority: true });

describe('TLS', () => {
  it('is well with a certificate of a trusted authority, and says until when', async () => {
    const leaf = issue({ name: 'localhost', by: authority });
    const [line, ...others] = await shake(leaf, [authority.cert]);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ well: true, advice: null });
    expect(line?.what).toMatch(
      /^TLSv1\.3 with a certificate of Test Authority, valid until \d{4}-\d\d-\d\d$/u,
    );
  });

  it('is well, with a word, where the certificate ends soon', async () => {
    const until = new Date(Date.now() + 5 * dayMs);
    const [line] = await shake(issue({ name: 'localhost', by: authority, until }), [
      authority.cert,
    ]);
    expect(line).toMatchObject({ well: true, advice: 'It expires in 4 days: renew it.' });
  });

  it.each([
    ['signed by itself', { name: 'localhost' }, 'localhost', /signed by itself/u],
    [
      'of an authority that is not trusted',
      { name: 'localhost', by: issue({ name: 'Other', isAuthority: true }) },
      'localhost',
      /chain/u,
    ],
    [
      'that has expired',
      { name: 'localhost', by: authority, until: new Date(Date.now() - dayMs) },
      'localhost',
      /has expired/u,
    ],
    [
      'of tomorrow',
      { name: 'localhost', by: authority, from: new Date(Date.now() + dayMs) },
      'localhost',
      /not valid yet/u,
    ],
    [
      'for another name',
      { name: 'other.example', by: authority },
      'localhost',
      /is for DNS:other\.example, not for localhost/u,
    ],
    [
      'for a name where an address is given',
      { name: 'localhost', by: authority },
      '127.0.0.1',
      /is for DNS:localhost, not for 127\.0\.0\.1/u,
    ],
  ] as const)('is ill with a certificate %s', async (_, wish, host, expected) => {
    const lines = await shake(issue(wish), [authority.cert], host);
    expect(lines.map((line) => line.well)).toEqual([false]);
    expect(lines[0]?.what).toMatch(expected);
    expect(lines[0]?.advice).not.toBeNull();
  });

  it('says both where chain and name are wrong', async () => {
    const lines = await shake(issue({ name: 'other.example' }), [authority.cert]);
    expect(lines.map(({ what }) => what)).toEqual([
      expect.stringContaining('signed by itself') as string,
      expect.stringContaining('other.example') as string,
    ]);
  });

  it('asks for the whole chain where the middle is missing', async () => {
    const middle = issue({ name: 'Middle', by: authority, isAuthority: true });
    const [line] = await shake(issue({ name: 'localhost', by: middle }), [authority.cert]);
    expect(line).toMatchObject({ well: false });
    expect(line?.advice).toContain('whole chain');
    // To a client, an authority of one's own that is not named looks the same.
    const [own] = await shake(issue({ name: 'localhost', by: authority }), []);
    expect(own).toMatchObject({ well: false, what: line?.what });
    expect(own?.advice).toContain('NODE_EXTRA_CA_CERTS');
  });

  it('is ill where the port speaks plain HTTP, and where it says nothing', async () => {
    const http = await listening(createHttpServer());
    const [plain] = (
      await diagnoseNetwork(new URL(`https://localhost:${String(http)}/`), { timeoutMs })
    ).filter(({ topic }) => topic === 'tls');
    expect(plain?.advice).toContain('http URL');
    const silent = await listening(
      createTcpServer((socket) => {
        onTestFinished(() => void socket.destroy());
      }),
    );
    const [mute] = (
      await diagnoseNetwork(new URL(`https://localhost:${String(silent)}/`), { timeoutMs: 200 })
    ).filter(({ topic }) => topic === 'tls');
    expect(mute?.what).toContain('no answer');
  });
});

describe('name and port', () => {
  it('are well for a server that is there', async () => {
    const port = await listening(createHttpServer());
    const lines = await diagnoseNetwork(new URL(`http://localhost:${String(port)}/`), {
      timeoutMs,
    });
    expect(lines.map(({ topic, well }) => [topic, well])).toEqual([
      ['name', true],
      ['port', true],
    ]);
    expect(lines[0]?.what).toMatch(/^localhost resolves to .*(?:127\.0\.0\.1|::1)/u);
  });

  it('end at a name that does not resolve', async () => {
    const lines = await diagnoseNetwork(new URL('https://no-such-host.invalid/'), { timeoutMs });
    expect(lines).toMatchObject([{ topic: 'name', well: false }]);
    expect(lines[0]?.what).toContain('no-such-host.invalid');
  });

  it('end at a port that nobody listens on', async () => {
    const server = createHttpServer();
    const port = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    const lines = await diagnoseNetwork(new URL(`https://127.0.0.1:${String(port)}/`), {
      timeoutMs,
    });
    expect(lines).toMatchObject([{ topic: 'port', well: false }]);
    expect(lines[0]?.what).toContain('ECONNREFUSED');
  });
});
