import { statusOf, type Exchange, type TransportFault } from '../observation.ts';

const allThree =
  'Check that the URL is the callback endpoint, that the key is the one this endpoint verifies with, and that --service and --app-id are its service and application.';

/** What to look at first, by the status that the endpoint gives. */
export function refusedHint(exchange: Exchange | undefined): string {
  const status = exchange === undefined ? 0 : statusOf(exchange);
  if (status >= 300 && status < 400) {
    return 'Redirects are not followed: point --endpoint at the final URL.';
  }
  if (status === 404 || status === 405) {
    return `Correct the path of --endpoint: nothing takes callbacks there. ${allThree}`;
  }
  return status >= 500
    ? `Look into the log of the receiver, or of the proxy before it. ${allThree}`
    : allThree;
}

const unreachedHints: Readonly<Partial<Record<TransportFault, string>>> = {
  timeout:
    'The endpoint took the connection but gave no answer to a valid callback; see what it waits for, or raise --timeout.',
  tls: 'Run doctor with the same options: it says what is wrong with the certificate; name an authority of your own in NODE_EXTRA_CA_CERTS.',
};

/** What to look at where no callback was answered. */
export function unreachedHint(fault: TransportFault): string {
  return unreachedHints[fault] ?? 'Start the receiver, or correct --endpoint (scheme, host, port).';
}
