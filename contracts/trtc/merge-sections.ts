import { limits } from './limits.ts';
import { encodeNameId } from './name-id.ts';
import { formatNameTime } from './name-time.ts';
import { defaultReading, type TrtcReading } from './reading.ts';

/** One segment as the merge script finds it. Unix milliseconds. */
export interface MergeSegment {
  readonly userId: string;
  readonly mediaId: 'main' | 'aux';
  readonly track: 'audio' | 'video';
  readonly beginMs: number;
  readonly endMs: number;
}

/** Options of the merge script. */
export interface MergeOptions {
  /** `-m`: a file for each section (0), or one for each user (1). */
  readonly by: 'section' | 'user';
  /** `-a`: audio with the primary stream (0), with it or else the substream (1), or with the substream (2). */
  readonly video: 'main' | 'either' | 'aux';
  /** `-s`: whether the blanks between sections of one file are left out. */
  readonly dropsBlanks: boolean;
}

/** What the script does without options. */
export const defaultMergeOptions: MergeOptions = {
  by: 'section',
  video: 'main',
  dropsBlanks: false,
};

/** A file that the script writes. */
export interface MergedFile {
  readonly userId: string;
  /** `dTE._20240101000000000_av.mp4`, without video `dTE._20240101000000000.m4a`. */
  readonly name: string;
  readonly hasVideo: boolean;
  readonly beginMs: number;
  readonly endMs: number;
  /** Shorter than from begin to end where blanks are left out. */
  readonly durationMs: number;
  /** In the order of time; those of streams that are left out are missing. */
  readonly segments: readonly MergeSegment[];
}

/**
 * What the merge script makes of segments in any order: by user, in the order of their first segments.
 * Clauses `mergeSections`, `mergeModes`, `mergeNames`.
 */
export function mergeSegments(
  segments: readonly MergeSegment[],
  options: MergeOptions = defaultMergeOptions,
  reading: TrtcReading = defaultReading,
): readonly MergedFile[] {
  const users = new Map<string, MergeSegment[]>();
  for (const segment of [...segments].sort((a, b) => a.beginMs - b.beginMs)) {
    const ofUser = users.get(segment.userId) ?? [];
    users.set(segment.userId, ofUser);
    ofUser.push(segment);
  }
  return [...users].flatMap(([userId, ofUser]) => {
    const sections = sectionsOf(ofUser.filter(isUsed(ofUser, options.video)));
    const files = options.by === 'section' ? sections.map((section) => [section]) : [sections];
    return files
      .filter((parts) => parts.length > 0)
      .map((parts) => toFile(userId, parts, options, reading));
  });
}

/**
 * Segments of one user in stretches without a pause of more than 15 seconds, each in the order of time.
 * Clause `mergeSections`.
 */
export function sectionsOf(
  segments: readonly MergeSegment[],
): readonly (readonly MergeSegment[])[] {
  const sections: MergeSegment[][] = [];
  let lastEndMs = Number.NEGATIVE_INFINITY;
  for (const segment of [...segments].sort((a, b) => a.beginMs - b.beginMs)) {
    const section = sections.at(-1);
    if (section === undefined || segment.beginMs - lastEndMs > limits.sectionGapMsMax) {
      sections.push([segment]);
    } else {
      section.push(segment);
    }
    lastEndMs = Math.max(lastEndMs, segment.endMs);
  }
  return sections;
}

/** The frame rate that `-p` gives the output: 15 by default, 5 to 120. Clause `mergeModes`. */
export function mergeFrameRate(asked = 15): number {
  return Math.min(Math.max(asked, 5), 120);
}

/** All audio counts; of the video only the chosen stream's. */
function isUsed(
  ofUser: readonly MergeSegment[],
  video: MergeOptions['video'],
): (segment: MergeSegment) => boolean {
  const hasMain = ofUser.some(({ track, mediaId }) => track === 'video' && mediaId === 'main');
  const fallback = hasMain ? 'main' : 'aux';
  const chosen = video === 'either' ? fallback : video;
  return ({ track, mediaId }) => track === 'audio' || mediaId === chosen;
}

function toFile(
  userId: string,
  sections: readonly (readonly MergeSegment[])[],
  { dropsBlanks }: MergeOptions,
  reading: TrtcReading,
): MergedFile {
  const segments = sections.flat();
  const whole = spanOf(segments);
  const lengths = sections.map(spanOf).map(({ beginMs, endMs }) => endMs - beginMs);
  const hasVideo = segments.some(({ track }) => track === 'video');
  const stem = `${encodeNameId(userId)}_${formatNameTime(whole.beginMs, reading)}`;
  return {
    userId,
    name: hasVideo ? `${stem}_av.mp4` : `${stem}.m4a`,
    hasVideo,
    ...whole,
    durationMs: dropsBlanks
      ? lengths.reduce((sum, length) => sum + length, 0)
      : whole.endMs - whole.beginMs,
    segments,
  };
}

function spanOf(segments: readonly MergeSegment[]): Pick<MergeSegment, 'beginMs' | 'endMs'> {
  return segments.reduce(
    (span, { beginMs, endMs }) => ({
      beginMs: Math.min(span.beginMs, beginMs),
      endMs: Math.max(span.endMs, endMs),
    }),
    { beginMs: Number.POSITIVE_INFINITY, endMs: Number.NEGATIVE_INFINITY },
  );
}
