import { isLosslessNumber, parseJson, type Json } from '#contracts/json.ts';
import type { Observed } from '../observation.ts';

/** No honest state is nested deeper, and what walks through states should not have to fear for its stack. */
const depthMax = 200;

/** Takes the bytes that an observation printed: blank is absent, anything but JSON has failed. */
export function readState(bytes: Uint8Array, truncated: boolean): Observed {
  if (truncated) {
    return { kind: 'failed', detail: 'the state is larger than 8 MiB' };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    return { kind: 'failed', detail: 'the state is not UTF-8' };
  }
  if (text === '') {
    return { kind: 'absent' };
  }
  let value: Json;
  try {
    value = parseJson(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const looks = text.startsWith('<') ? 'it looks like HTML or XML' : reason;
    return { kind: 'failed', detail: `the state is not JSON: ${looks.slice(0, 160)}` };
  }
  return isDeeperThan(value, depthMax)
    ? { kind: 'failed', detail: `the state is nested deeper than ${String(depthMax)} levels` }
    : { kind: 'value', value };
}

/** Level by level, since a recursive look would itself be too deep. */
function isDeeperThan(value: Json, levels: number): boolean {
  let level: readonly Json[] = [value];
  for (let depth = 0; depth <= levels && level.length > 0; depth += 1) {
    level = level.flatMap((item): readonly Json[] =>
      typeof item === 'object' && item !== null && !isLosslessNumber(item)
        ? Object.values(item)
        : [],
    );
  }
  return level.length > 0;
}
