import { readFile } from 'node:fs/promises';
import { isJsonObject, parseJson, type Json } from '#contracts/json.ts';
import { SoundcheckError } from '#harness/errors.ts';

/**
 * Reads received callbacks from a file of lines: an object with `body`, the body as text, or `bodyBase64`, as
 * `soundcheck simulate` writes them and a receiver may log them; or the body itself, where it stands on one line. Whether
 * the bodies are callbacks is for the checks to say. Empty lines are left out.
 * @returns the bodies in the order of the file; null where no file is named.
 * @throws SoundcheckError CONFIGURATION with the line that is none of these, and for a file that cannot be read.
 */
export async function loadCallbacks(
  path: string | undefined,
): Promise<readonly Uint8Array[] | null> {
  if (path === undefined) {
    return null;
  }
  const lines = (await read(path)).replace(/^\uFEFF/u, '').split(/\r?\n/u);
  return lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [bodyIn(line, `${path}, line ${String(index + 1)}`)],
  );
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `the callbacks in ${path} cannot be read`,
      'Correct --callbacks, or leave it out.',
      { cause },
    );
  }
}

function bodyIn(line: string, place: string): Uint8Array {
  const value = parse(line, place);
  if (!isJsonObject(value)) {
    throw malformed(`${place} is not a JSON object`);
  }
  const { body, bodyBase64 } = value;
  if (bodyBase64 !== undefined) {
    if (typeof bodyBase64 !== 'string' || !isBase64(bodyBase64)) {
      throw malformed(`${place}: bodyBase64 is not Base64`);
    }
    return Buffer.from(bodyBase64, 'base64');
  }
  if (body !== undefined && typeof body !== 'string') {
    throw malformed(`${place}: body is not a text`);
  }
  return Buffer.from(body ?? line);
}

function parse(line: string, place: string): Json {
  try {
    return parseJson(line);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw malformed(`${place} is not JSON: ${reason}`, cause);
  }
}

function isBase64(text: string): boolean {
  return /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/u.test(text);
}

function malformed(message: string, cause?: unknown): SoundcheckError {
  return new SoundcheckError(
    'CONFIGURATION',
    message,
    'Write one object a line: {"body": "…"} with the body as it was received, {"bodyBase64": "…"}, or the body alone.',
    { cause },
  );
}
