import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { RequestSpec, Send } from '../experiment.ts';
import type { Answer, Exchange, TransportFault } from '../observation.ts';
import { watchLoop, type LoopWatch } from './loop-watch.ts';
import { faultOf } from './transport-fault.ts';

/** Answers are read up to this many bytes: an endless body must not fill our memory. */
export const answerBytesMax = 64 * 1024;

/** A server that closes right after its answer has done so by then, and the connection is not used again. */
const reusePauseMs = 2;

/** No server closes connections for having been idle for less than this. */
const staleIdleMsMin = 20;

/** A target that has closed so many connections under a second request, and served none, drops second requests. */
const closedMax = 3;

/** Pause between two parts of a split body: long enough that the kernel sends them as two segments. */
const segmentPauseMs = 100;

export interface HttpClientOptions {
  readonly endpoint: URL;
  /**
   * Bound on one request from first byte sent to last byte read. Time in which this process stood still does not count:
   * the answer may have been there.
   */
  readonly timeoutMs: number;
  /** Milliseconds since the run began. */
  readonly now: () => number;
  /** Ends every request under way with the fault `aborted`. */
  readonly signal: AbortSignal;
  /** What became of connections that were used again, of all arms together. Default: of this one alone. */
  readonly reuse?: ReuseRecord;
}

/** How often a kept-alive connection served a second request, and how often it was closed under one. */
export interface ReuseRecord {
  kept: number;
  closed: number;
}

/** Sends requests of one arm over connections of its own, so that probe and control share one. */
export interface HttpConnection {
  /** Never rejects: whatever happens on the wire is recorded in the exchange. */
  send(send: Send, wave: number): Promise<Exchange>;
  close(): void;
}

/** Opens a set of kept-alive connections; waves of one send each stay on one connection as long as the target keeps it. */
export function openConnection(options: HttpClientOptions): HttpConnection {
  const agent = createAgent(options.endpoint, true);
  const watch = watchLoop();
  const { reuse = { kept: 0, closed: 0 } } = options;
  const freedMs = new WeakMap<Duplex, number>();
  agent.on('free', (socket: Duplex) => {
    freedMs.set(socket, options.now());
  });
  const idleMsOf: IdleClock = (socket) => options.now() - (freedMs.get(socket) ?? options.now());
  return {
    async send(send, wave) {
      if (send.request.connection !== 'fresh' && Object.keys(agent.freeSockets).length > 0) {
        await sleep(reusePauseMs);
        // Behind the poll for network events: a connection that was closed by now is not used again.
        await nextTurn();
      }
      const startedMs = options.now();
      const stalledMs = watch.stalledMs;
      const wire = { ...options, agent, idleMsOf, watch, reuse };
      const result = await sendWithFreshRetry(send.request, wire);
      const tookMs = options.now() - startedMs - (watch.stalledMs - stalledMs);
      return { send, wave, startedMs, endedMs: startedMs + Math.max(0, tookMs), result };
    },
    close: () => {
      watch.stop();
      agent.destroy();
    },
  };
}

/** Milliseconds since a connection was last given back. */
type IdleClock = (socket: Duplex) => number;

/** What a request goes out over. */
interface Wire extends HttpClientOptions {
  readonly agent: http.Agent;
  readonly idleMsOf: IdleClock;
  readonly watch: LoopWatch;
  readonly reuse: ReuseRecord;
}

function createAgent(endpoint: URL, keepAlive: boolean): http.Agent {
  const agentOptions = { keepAlive, scheduling: 'lifo' as const, noDelay: true };
  return endpoint.protocol === 'https:'
    ? new https.Agent(agentOptions)
    : new http.Agent(agentOptions);
}

/**
 * A server may close an idle connection in the very moment we reuse it; that says nothing about how it treats the
 * request, and RFC 9112 section 9.3.1 lets a client try again on a new connection when no answer byte has come.
 * A connection that had hardly been idle was not closed for idleness, nor were all that we ever used again: then the
 * server dropped the request.
 */
async function sendWithFreshRetry(request: RequestSpec, wire: Wire): Promise<Exchange['result']> {
  if (request.connection === 'fresh') {
    return sendOnFreshConnection(request, wire);
  }
  const { reuse } = wire;
  const first = await sendOnce(request, wire);
  if ('answer' in first) {
    reuse.kept += first.isReuse ? 1 : 0;
    return { answer: first.answer };
  }
  const isClosed = first.fault === 'reset' || first.fault === 'closed';
  if (!isClosed || first.idleMs < staleIdleMsMin) {
    return first;
  }
  reuse.closed += 1;
  const isDropped = reuse.kept === 0 && reuse.closed > closedMax;
  return isDropped ? first : sendOnFreshConnection(request, wire);
}

async function sendOnFreshConnection(
  request: RequestSpec,
  wire: Wire,
): Promise<Exchange['result']> {
  const agent = createAgent(wire.endpoint, false);
  try {
    return await sendOnce(request, { ...wire, agent, idleMsOf: () => 0 });
  } finally {
    agent.destroy();
  }
}

type RawResult =
  | { readonly answer: Answer; readonly isReuse: boolean }
  | {
      readonly fault: TransportFault;
      readonly detail: string;
      /** How long the connection had been idle when it was used again; 0 for a new one, or once an answer has begun. */
      readonly idleMs: number;
    };

function sendOnce(request: RequestSpec, wire: Wire): Promise<RawResult> {
  const { timeoutMs, signal, idleMsOf, watch } = wire;
  return new Promise((resolve) => {
    const outgoing = createRequest(request, wire);
    let status = 0;
    let idleMs = 0;
    outgoing.once('socket', (socket: Duplex) => {
      idleMs = outgoing.reusedSocket ? idleMsOf(socket) : 0;
    });
    const finish = (result: RawResult): void => {
      clearTimer();
      resolve(result);
    };
    const fail = (fault: TransportFault, detail: string): void => {
      finish({ fault, detail, idleMs: status === 0 ? idleMs : 0 });
      outgoing.destroy();
    };
    const clearTimer = startTimer(timeoutMs, watch, () => {
      fail(
        'timeout',
        status === 0
          ? `no answer within ${String(timeoutMs)} ms`
          : `answered ${String(status)}, but the answer did not end within ${String(timeoutMs)} ms`,
      );
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const { fault, detail } = faultOf(error, signal.aborted);
      fail(fault, detail);
    });
    outgoing.on('response', (incoming) => {
      status = incoming.statusCode ?? 0;
      readAnswer(incoming, status).then(
        (answer) => {
          finish({ answer, isReuse: outgoing.reusedSocket });
          if (answer.truncated) {
            outgoing.destroy();
          }
        },
        (error: unknown) => {
          const { fault, detail } = faultOf(error, signal.aborted);
          fail(fault, detail);
        },
      );
    });
    writeBody(outgoing, request).catch((error: unknown) => {
      const { fault, detail } = faultOf(error, signal.aborted);
      fail(fault, detail);
    });
  });
}

/** Calls back after so many milliseconds in which this process did not stand still. @returns what takes it back. */
function startTimer(ms: number, watch: LoopWatch, onEnd: () => void): () => void {
  let seenMs = watch.stalledMs;
  let timer = setTimeout(ring, ms);
  function ring(): void {
    const stalledMs = watch.stalledMs - seenMs;
    seenMs += stalledMs;
    if (stalledMs > 0) {
      timer = setTimeout(ring, stalledMs);
    } else {
      onEnd();
    }
  }
  return () => {
    clearTimeout(timer);
  };
}

function createRequest(
  request: RequestSpec,
  { endpoint, agent, signal }: Wire,
): http.ClientRequest {
  const url = new URL(endpoint);
  for (const [name, value] of request.query ?? []) {
    url.searchParams.append(name, value);
  }
  const transport = url.protocol === 'https:' ? https : http;
  const outgoing = transport.request(url, {
    method: request.method,
    agent,
    signal,
    // Pairs, so that order and spelling of the names stay as the contract gave them.
    headers: [
      ['Host', url.host],
      ...request.headers,
      ['Content-Length', String(request.body.byteLength)],
    ].flat(),
  });
  return outgoing;
}

async function writeBody(outgoing: http.ClientRequest, request: RequestSpec): Promise<void> {
  const cuts = request.splitAt ?? [];
  if (cuts.length === 0) {
    outgoing.end(request.body);
    return;
  }
  let from = 0;
  for (const cut of cuts) {
    const part = request.body.subarray(from, cut);
    // Only when the part has left us does the pause count: before that the next one would join it.
    await new Promise<void>((resolve) => {
      outgoing.once('close', resolve);
      outgoing.write(part, () => {
        resolve();
      });
    });
    from = cut;
    await sleep(segmentPauseMs);
    if (outgoing.destroyed) {
      return;
    }
  }
  outgoing.end(request.body.subarray(from));
}

async function readAnswer(incoming: http.IncomingMessage, status: number): Promise<Answer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  let truncated = false;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    const room = answerBytesMax - bytes;
    parts.push(part.subarray(0, room));
    bytes += Math.min(part.byteLength, room);
    if (part.byteLength > room) {
      truncated = true;
      break;
    }
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
  }
  return { status, headers, body: Buffer.concat(parts), truncated };
}
