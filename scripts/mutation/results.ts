import { readdirSync, readFileSync } from 'node:fs';
import type { ScopeResult } from './summary.ts';

const folder = new URL('results/', import.meta.url);

/** Where the result of a scope is kept. */
export function resultUrl(scope: string): URL {
  return new URL(`${scope}.json`, folder);
}

/** What is known of every scope that was measured, by name. */
export function readResults(): readonly ScopeResult[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as ScopeResult);
}
