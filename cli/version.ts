import { readFileSync } from 'node:fs';

/** The tool's version: that of the nearest package.json with a name, from the source tree or from `dist/`. */
export function toolVersion(): string {
  for (const up of ['../package.json', '../../package.json']) {
    try {
      const manifest = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as Readonly<
        Record<string, unknown>
      >;
      if (manifest['name'] === 'soundcheck' && typeof manifest['version'] === 'string') {
        return manifest['version'];
      }
    } catch {
      // No package.json at this height: the next one up is tried, and none at all gives the marker below.
    }
  }
  return 'unknown';
}
