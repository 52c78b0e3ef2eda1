import type { SparkNonce } from '#contracts/sparkrtc/signature.ts';
import type { MacScheme } from '../forgery/forgery.ts';

/** How SparkRTC signs a request whose headers carry a nonce. */
export function macScheme({ rand, timestamp }: SparkNonce): MacScheme {
  return {
    hash: 'sha256',
    encoding: 'hex',
    input: (body) => Buffer.concat([Buffer.from(rand + timestamp), body]),
  };
}
