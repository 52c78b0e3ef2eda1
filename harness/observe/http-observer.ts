import http from 'node:http';
import https from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { faultOf } from '../deliver/transport-fault.ts';
import { SoundcheckError } from '../errors.ts';
import type { Subject } from '../experiment.ts';
import type { Observed } from '../observation.ts';
import { readState } from './json-state.ts';
import { fillTemplate, isSpecific, stateBytesMax, type Observer } from './observer.ts';

const attemptsMax = 4;
const retryPauseMs = 120;

/**
 * Observes through `GET` on a URL template; placeholders are percent-encoded when they are filled in.
 * 404, 410, 204 and an empty body mean that the receiver knows nothing of the subject; a 5xx or a broken
 * connection is tried again, since a state page that fails now and then says nothing about the callbacks.
 * @throws SoundcheckError CONFIGURATION where the template is no http(s) URL or names no room, task or user.
 */
export function createHttpObserver(
  template: string,
  options: { readonly timeoutMs: number; readonly headers?: Readonly<Record<string, string>> },
): Observer {
  const sample = parseTemplate(template);
  const agent =
    sample.protocol === 'https:'
      ? new https.Agent({ keepAlive: true, maxSockets: 16 })
      : new http.Agent({ keepAlive: true, maxSockets: 16 });
  return {
    source: `${sample.origin}${sample.pathname}`,
    address: (subject) => fillTemplate(template, subject, JSON.stringify),
    async observe(subject, signal) {
      const url = addressOf(template, subject);
      if (url === null) {
        return { kind: 'failed', detail: 'the template filled in is no URL' };
      }
      let last: Reading = { kind: 'failed', detail: 'not asked' };
      for (let attempt = 1; attempt <= attemptsMax && !signal.aborted; attempt += 1) {
        last = await get(url, agent, options, signal);
        if (last.passing !== true || attempt === attemptsMax) {
          break;
        }
        await sleep(retryPauseMs * attempt);
      }
      const { passing: _, ...observed } = last;
      return observed;
    },
  };
}

/** Null where an identifier has no place in a URL: half a surrogate pair, or any but plain letters in the host. */
function addressOf(template: string, subject: Subject): URL | null {
  try {
    return new URL(fillTemplate(template, subject, encodeURIComponent));
  } catch {
    return null;
  }
}

function parseTemplate(template: string): URL {
  let url: URL;
  try {
    url = new URL(template.replace(/\{\w+\}/gu, 'x'));
  } catch (cause) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `--observe is not a URL: ${JSON.stringify(template)}`,
      "Give an absolute URL with placeholders, for instance 'http://127.0.0.1:8080/state?room={roomId}'.",
      { cause },
    );
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new SoundcheckError(
      'CONFIGURATION',
      `--observe must be an http or https URL, not ${url.protocol}`,
      'Use --observe-command for anything that is not HTTP.',
    );
  }
  const unknown = [...template.matchAll(/\{(\w*)\}/gu)]
    .map((match) => match[1] ?? '')
    .filter((name) => !['appId', 'roomId', 'taskId', 'userId'].includes(name));
  if (unknown.length > 0) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `--observe holds an unknown placeholder: {${unknown[0] ?? ''}}`,
      'The placeholders are {roomId}, {taskId}, {userId} and {appId}.',
    );
  }
  if (!isSpecific(template)) {
    throw new SoundcheckError(
      'CONFIGURATION',
      '--observe names neither a room nor a task nor a user, so deliveries could not be told apart',
      'Put {roomId} (or {taskId}) where the state page expects it.',
    );
  }
  return url;
}

/** An observation, and whether it is worth another try. */
type Reading = Observed & { readonly passing?: boolean };

function get(
  url: URL,
  agent: http.Agent,
  options: { readonly timeoutMs: number; readonly headers?: Readonly<Record<string, string>> },
  signal: AbortSignal,
): Promise<Reading> {
  return new Promise((resolve) => {
    const transport = url.protocol === 'https:' ? https : http;
    const outgoing = transport.get(url, {
      agent,
      signal,
      headers: { accept: 'application/json', ...options.headers },
    });
    const finish = (observed: Reading): void => {
      clearTimeout(timer);
      resolve(observed);
    };
    const fail = (error: unknown): void => {
      finish({ kind: 'failed', detail: faultOf(error, signal.aborted).detail, passing: true });
    };
    let timer: NodeJS.Timeout | undefined;
    // Waiting for one of our own connections is not the target's time.
    outgoing.on('socket', () => {
      timer = setTimeout(() => {
        finish({
          kind: 'failed',
          detail: `no state within ${String(options.timeoutMs)} ms`,
          passing: true,
        });
        outgoing.destroy();
      }, options.timeoutMs);
    });
    outgoing.on('error', fail);
    outgoing.on('response', (incoming) => {
      readBody(incoming).then(({ bytes, truncated }) => {
        finish(judgeAnswer(incoming.statusCode ?? 0, bytes, truncated));
        if (truncated) {
          outgoing.destroy();
        }
      }, fail);
    });
  });
}

function judgeAnswer(status: number, bytes: Uint8Array, truncated: boolean): Reading {
  if (status === 404 || status === 410 || status === 204) {
    return { kind: 'absent' };
  }
  if (status !== 200) {
    const passing = status >= 500 || status === 429;
    return { kind: 'failed', detail: `the observation answers ${String(status)}`, passing };
  }
  return readState(bytes, truncated);
}

async function readBody(
  incoming: http.IncomingMessage,
): Promise<{ readonly bytes: Uint8Array; readonly truncated: boolean }> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size > stateBytesMax) {
      return { bytes: new Uint8Array(), truncated: true };
    }
    parts.push(part);
  }
  return { bytes: Buffer.concat(parts), truncated: false };
}
