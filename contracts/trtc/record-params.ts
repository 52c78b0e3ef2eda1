import { limits } from './limits.ts';

/** What a task is asked to record, from the parameters of its start request. */
export interface RecordParams {
  readonly mode: 'single' | 'mixed';
  /** COS or VOD, never both. */
  readonly storage: 'cos' | 'vod';
  /** Whether MP4 files are made besides HLS; of tasks to COS only, VOD always gets MP4 files. */
  readonly mp4: boolean;
  /** `StreamType`. */
  readonly tracks: 'both' | 'audio' | 'video';
  /** `MediaId`. */
  readonly media: 'both' | 'main' | 'aux';
  /** `AvMerge`: audio and video of a single stream in one HLS stream. */
  readonly mergesTracks: boolean;
  /** Users whose streams are recorded; undefined for all. */
  readonly subscribed: readonly string[] | undefined;
  /** `MaxIdleTime`, 5 s to a day; undefined for the default of the reading. */
  readonly idleMs: number | undefined;
  /** `FileNamePrefix`. */
  readonly prefix: readonly string[];
  /** Length of a TS segment. */
  readonly segmentMs: number;
  /** `MaxMediaFileDuration`: an MP4 file is cut when it is this long, at most a day. */
  readonly mp4MsMax: number;
  /** Bytes of a second of MP4, which decide when a file reaches 2 GB; 0 for too few to matter. */
  readonly mp4BytesPerSecond: number;
}

/** A request that names a mode and leaves the rest to the documents' defaults. */
export const defaultRecordParams: RecordParams = {
  mode: 'single',
  storage: 'cos',
  mp4: false,
  tracks: 'both',
  media: 'both',
  mergesTracks: false,
  subscribed: undefined,
  idleMs: undefined,
  prefix: [],
  segmentMs: limits.segmentMsTypical,
  mp4MsMax: limits.mp4MsMax,
  mp4BytesPerSecond: 0,
};

/** How long an MP4 file gets before it is cut, in milliseconds: by its length or by its size. */
export function mp4LengthMsMax({ mp4MsMax, mp4BytesPerSecond }: RecordParams): number {
  const longest = Math.min(mp4MsMax, limits.mp4MsMax);
  return mp4BytesPerSecond === 0
    ? longest
    : Math.max(1, Math.min(longest, Math.floor((limits.mp4BytesMax / mp4BytesPerSecond) * 1000)));
}
