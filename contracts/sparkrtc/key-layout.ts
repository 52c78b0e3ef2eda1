import { recordFormats, type RecordFormat } from './callback-fields.ts';
import { defaultPattern } from './name-pattern.ts';
import { defaultReading, type SparkReading } from './reading.ts';

/** What keys of recordings end in, by format: an HLS recording is named by its playlist. Clause `fileExtensions`. */
export const recordingExtensions = { HLS: '.m3u8', MP4: '.mp4' } as const;

/** What keys of HLS media segments end in. Clause `fileExtensions`. */
export const segmentExtension = '.ts';

/** The format whose files end as this key does; undefined for segments and all else. Letter case counts. */
export function formatOfKey(key: string): RecordFormat | undefined {
  return recordFormats.find((format) => key.endsWith(recordingExtensions[format]));
}

/** Where a rule puts files and how it names them. */
export interface KeyLayout {
  /** Folder without slashes at its ends; empty for the bucket's root. */
  readonly storagePath: string;
  /** The pattern of each format that is recorded. */
  readonly patterns: Readonly<Partial<Record<RecordFormat, string>>>;
}

/** Both formats by the default pattern from the root: what an archive is read by where no rule is given. */
export const defaultLayout: KeyLayout = {
  storagePath: '',
  patterns: { HLS: defaultPattern, MP4: defaultPattern },
};

/** `{record_format}` as it stands in keys. Clause `nameFormat`. */
export function formatInKeys(format: RecordFormat, reading: SparkReading = defaultReading): string {
  return reading.formatCase === 'upper' ? format : format.toLowerCase();
}
