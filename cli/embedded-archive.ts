import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { resolveReading } from '#contracts/gme/index.ts';
import type { GmeSession } from '#contracts/gme/index.ts';
import { archiveOf } from '#generators/gme/archive.ts';
import type { Configuration } from './options.ts';

/** 2026-01-31 23:30:00 at UTC+8: the session runs over midnight and the month's end. */
const startSeconds = Date.UTC(2026, 0, 31, 15, 30) / 1000;

/** A day's work in small: two rooms, mic off and on, an interruption, a second task, and two hours without a break. */
const session: GmeSession = {
  startSeconds,
  events: [
    { at: 0, room: 'lobby', kind: 'enter', user: '10001' },
    { at: 0, room: 'lobby', kind: 'mic-on', user: '10001' },
    { at: 20, room: 'lobby', kind: 'enter', user: '10002' },
    { at: 25, room: 'lobby', kind: 'mic-on', user: '10002' },
    { at: 60, room: 'lobby', kind: 'mic-off', user: '10001' },
    { at: 90, room: 'lobby', kind: 'mic-on', user: '10001' },
    { at: 120, room: 'lobby', kind: 'interrupted' },
    { at: 130, room: 'lobby', kind: 'resumed' },
    { at: 200, room: 'lobby', kind: 'leave', user: '10001' },
    { at: 210, room: 'lobby', kind: 'leave', user: '10002' },
    { at: 300, room: 'guild_7', kind: 'enter', user: '10003' },
    { at: 300, room: 'guild_7', kind: 'mic-on', user: '10003' },
    { at: 400, room: 'lobby', kind: 'enter', user: '10001' },
    { at: 400, room: 'lobby', kind: 'mic-on', user: '10001' },
    { at: 460, room: 'lobby', kind: 'leave', user: '10001' },
    { at: 300 + 2 * 3600 + 95, room: 'guild_7', kind: 'leave', user: '10003' },
  ],
};

/** Writes the recordings that the session must have left, as real MP3 files, below `folder`. */
export async function writeEmbeddedArchive(
  folder: string,
  bizId: number,
  configuration: Configuration,
): Promise<void> {
  const archive = archiveOf(session, {
    bizId,
    scope: configuration.scope ?? 'both',
    reading: resolveReading(configuration.dialect ?? []),
  });
  for (const { key, bytes } of archive.objects) {
    const path = join(folder, key);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes());
  }
}
