import type { CheckResult, SigningRecipe, TimelineStep } from '#harness/result.ts';
import { forgedSignature, signingFunctions } from './curl-signing.ts';
import { oneLine, printable } from './text.ts';

/** What a script may say and do beside sending. */
export interface ScriptExtras {
  /** Comments at its head, one line each. */
  readonly notes?: readonly string[];
  /** Seconds to wait before a send, by its number from 1. */
  readonly pauses?: ReadonlyMap<number, number>;
}

/** Headers that curl or the connection makes by itself. */
const ownHeaders = ['content-length', 'host', 'connection', 'transfer-encoding'];

/**
 * A shell script that sends a check's counterexample by hand: `ENDPOINT` and `CALLBACK_KEY` come from the environment,
 * signatures, forged ones as well, are computed with openssl when it runs, so that nothing secret stands in it. What a
 * script cannot do (a body that was cut or redacted) it says in a comment and leaves out.
 * @returns null where there is nothing to send.
 */
export function curlScript(
  check: CheckResult,
  signing: SigningRecipe | undefined,
  { notes = [], pauses = new Map() }: ScriptExtras = {},
): string | null {
  const steps = check.counterexample?.steps ?? [];
  if (steps.length === 0) {
    return null;
  }
  const sends = steps.map((step, index) => {
    const seconds = pauses.get(index + 1);
    const pause = seconds === undefined ? [] : ['', `sleep ${String(seconds)}`];
    return [...pause, ...stepLines(step, index + 1, steps, signing, check)];
  });
  return [
    '#!/bin/sh',
    comment(`${check.id}: ${check.title}`),
    comment('ENDPOINT=https://… CALLBACK_KEY=… sh script.sh'),
    ...notes.map(comment),
    'set -eu',
    ': "${ENDPOINT:?}" "${CALLBACK_KEY:?}"',
    'work=$(mktemp -d); trap \'rm -rf "$work"\' EXIT',
    ...(signing === undefined ? [] : signingFunctions(signing)),
    'send() { # number, method, options of curl',
    '  n=$1 method=$2; shift 2',
    '  printf "%s -> %s\\n" "$n" "$(curl -sS -o "$work/$n.answer" -w "%{http_code}" -X "$method" -H Expect: --data-binary "@$work/$n" "$@" "$ENDPOINT")"',
    '}',
    ...sends.flat(),
    '',
  ].join('\n');
}

function stepLines(
  step: TimelineStep,
  number: number,
  steps: readonly TimelineStep[],
  signing: SigningRecipe | undefined,
  check: CheckResult,
): readonly string[] {
  const head = ['', comment(`${String(number)}. ${step.label}`)];
  const obstacle = obstacleOf(step, signing);
  if (obstacle !== null) {
    const replay = check.replay === null ? '' : `; ${check.replay} does`;
    return [...head, comment(`not sent: ${obstacle}${replay}`)];
  }
  const { request, wave } = step;
  const isConcurrent = steps.filter((one) => one.wave === wave).length > 1;
  const endsWave = steps[number]?.wave !== wave;
  const options = [...headerOptions(step, number, signing), ...queryOptions(step, number, signing)];
  const send = `send ${String(number)} ${quote(request.method)} ${options.join(' ')}`.trimEnd();
  return [
    ...head,
    ...(request.splitAt === undefined
      ? []
      : [
          comment(`it went out in several TCP segments, cut at byte ${request.splitAt.join(', ')}`),
        ]),
    bodyLine(request, fileOf(number)),
    ...inputLine(request, number),
    isConcurrent ? `${send} &` : send,
    ...(isConcurrent && endsWave ? ['wait'] : []),
  ];
}

/** Why a script cannot send a step; null where it can. */
function obstacleOf(
  { kind, request }: TimelineStep,
  signing: SigningRecipe | undefined,
): string | null {
  if (
    request.bodyBase64 === undefined &&
    (request.body.includes('[redacted') ||
      /… \(\d+ more characters\)$/u.test(request.body) ||
      request.body.includes('\ufffd'))
  ) {
    return 'its body was cut, redacted or is no text';
  }
  if (kind === 'forged' && request.forged === undefined && signedAt(request, signing)) {
    return 'how its signature was forged is too long to be told here';
  }
  const secret = [...request.headers, ...(request.query ?? [])].find(
    ([name, value]) => value.includes('[redacted') && !isSignature(name, signing),
  );
  return secret === undefined ? null : `its ${secret[0]} is secret`;
}

function signedAt(request: TimelineStep['request'], signing: SigningRecipe | undefined): boolean {
  return [...request.headers, ...(request.query ?? [])].some(
    ([name, value]) => isSignature(name, signing) && value.includes('[redacted'),
  );
}

function isSignature(name: string, signing: SigningRecipe | undefined): boolean {
  return name.toLowerCase() === signing?.name.toLowerCase();
}

function headerOptions(
  { request }: TimelineStep,
  number: number,
  signing: SigningRecipe | undefined,
): readonly string[] {
  const headers = request.headers.filter(([name]) => !ownHeaders.includes(name.toLowerCase()));
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
  return [
    ...(hasType ? [] : ["-H 'Content-Type:'"]),
    ...headers.map(([name, value]) =>
      isSignature(name, signing) && value.includes('[redacted')
        ? `-H "${name}: ${signCall(request, number, signing)}"`
        : `-H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`,
    ),
  ];
}

function queryOptions(
  { request }: TimelineStep,
  number: number,
  signing: SigningRecipe | undefined,
): readonly string[] {
  return (request.query ?? []).map(([name, value]) =>
    isSignature(name, signing) && value.includes('[redacted')
      ? `--url-query "${name}=${signCall(request, number, signing)}"`
      : `--url-query ${quote(`${name}=${value}`)}`,
  );
}

function signCall(
  request: TimelineStep['request'],
  number: number,
  signing: SigningRecipe | undefined,
): string {
  const { headers, forged } = request;
  if (forged !== undefined) {
    return forged.way === 'literal'
      ? literal(forged.value)
      : forgedSignature(forged, inputFile(request, number));
  }
  const { prefix = '', prefixHeaders = [] } = signing ?? {};
  const values = prefixHeaders.map(
    (wanted) => headers.find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1] ?? '',
  );
  return `$(sign ${quote(prefix + values.join(''))} ${fileOf(number)})`;
}

/** Text between double quotes of the shell. */
function literal(text: string): string {
  return text.replaceAll(/["$`\\]/gu, String.raw`\$&`);
}

/** Text that a terminal or a page would show otherwise than it is goes as Base64. */
function bodyLine(
  { body, bodyBase64 }: Pick<TimelineStep['request'], 'body' | 'bodyBase64'>,
  file: string,
): string {
  const base64 =
    bodyBase64 ??
    (printable(body) === body && !/[\n\t]/u.test(body)
      ? null
      : Buffer.from(body).toString('base64'));
  return base64 === null
    ? `printf %s ${quote(body)} > ${file}`
    : `printf %s ${quote(base64)} | openssl base64 -d -A > ${file}`;
}

/** What a forged signature is made of, where that is not the body. */
function inputLine(request: TimelineStep['request'], number: number): readonly string[] {
  const { forged } = request;
  if (forged === undefined || forged.way === 'literal' || isOfBody(request)) {
    return [];
  }
  const bytes = Buffer.from(forged.inputBase64, 'base64');
  const body = bytes.toString();
  const isText = Buffer.from(body).equals(bytes);
  return [
    bodyLine(
      isText ? { body } : { body, bodyBase64: forged.inputBase64 },
      inputFile(request, number),
    ),
  ];
}

/** Whether a forged signature is made of the very body that is sent. */
function isOfBody({ forged, body, bodyBase64 }: TimelineStep['request']): boolean {
  const sent = bodyBase64 ?? Buffer.from(body).toString('base64');
  return forged !== undefined && forged.way !== 'literal' && forged.inputBase64 === sent;
}

function inputFile(request: TimelineStep['request'], number: number): string {
  return isOfBody(request) ? fileOf(number) : `"$work/${String(number)}.signed"`;
}

function fileOf(number: number): string {
  return `"$work/${String(number)}"`;
}

/** A word of the shell that stands for exactly this text. */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function comment(text: string): string {
  return `# ${oneLine(text)}`;
}
