import { limits } from './limits.ts';

/** A window in units of its layout: whole columns of the canvas's width and rows of its height, from the top left. */
export interface LayoutWindow {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the videos of a mixed picture stand, exact for every size of canvas. */
export interface Layout {
  /** Units that the canvas is wide. */
  readonly columns: number;
  /** Units that the canvas is high. */
  readonly rows: number;
  /** In the order of the videos; a large one comes first. */
  readonly windows: readonly LayoutWindow[];
  /** The large window of a sharing layout that no anchor was named for; it shows the canvas. */
  readonly background: LayoutWindow | undefined;
}

/**
 * The grid: 1, 2, 4, 9, 16 or 25 equal windows, of which the first are used, row by row from the top left.
 * @param videos 1 to 25.
 * @throws RangeError for any other number.
 * Clauses `gridLayout`, `layoutOrder`.
 */
export function gridLayout(videos: number): Layout {
  requireVideos(videos, limits.windowsMax);
  const columns = Math.ceil(Math.sqrt(videos));
  const rows = videos === 2 ? 1 : columns;
  const windows = count(videos).map((index) => ({
    left: index % columns,
    top: Math.floor(index / columns),
    width: 1,
    height: 1,
  }));
  return { columns, rows, windows, background: undefined };
}

/**
 * The floating layout in thousandths of the canvas: one video fills it, the others lie over it from left to right and
 * from the bottom up, with equal gaps between them and to the edges.
 * @param videos 1 to 25: up to 17 in rows of four, more in rows of five.
 * @throws RangeError for any other number.
 * Clause `floatingLayout`.
 */
export function floatingLayout(videos: number): Layout {
  requireVideos(videos, limits.windowsMax);
  const unit = 1000;
  const { perRow, size, gap } =
    videos <= 17 ? { perRow: 4, size: 235, gap: 12 } : { perRow: 5, size: 188, gap: 10 };
  const small = count(videos - 1).map((index) => ({
    left: gap + (index % perRow) * (size + gap),
    top: unit - (Math.floor(index / perRow) + 1) * (size + gap),
    width: size,
    height: size,
  }));
  const large = { left: 0, top: 0, width: unit, height: unit };
  return { columns: unit, rows: unit, windows: [large, ...small], background: undefined };
}

/**
 * The screen sharing layout: a large window on the left, the others on the right in one column, beyond nine windows in
 * two of eight rows, and beyond 17 along the bottom.
 * @param videos With a named anchor 1 to 25, the large one among them; without 1 to 24, all of them small.
 * @throws RangeError for any other number.
 * Clauses `sharingLayout`, `layoutOrder`.
 */
export function sharingLayout(videos: number, { isAnchorNamed = true } = {}): Layout {
  requireVideos(videos, isAnchorNamed ? limits.windowsMax : limits.smallWindowsMax);
  const smallCount = isAnchorNamed ? videos - 1 : videos;
  const { columns, rows, stacks, isLow } = sharingShape(smallCount + 1);
  const right = columns - stacks;
  const small = count(smallCount).map((index) => {
    const stack = Math.floor(index / rows);
    return stack < stacks
      ? { left: right + stack, top: index % rows, width: 1, height: 1 }
      : { left: index - stacks * rows, top: rows - 1, width: 1, height: 1 };
  });
  const large = { left: 0, top: 0, width: right, height: isLow ? rows - 1 : rows };
  return isAnchorNamed
    ? { columns, rows, windows: [large, ...small], background: undefined }
    : { columns, rows, windows: small, background: large };
}

interface SharingShape {
  readonly columns: number;
  readonly rows: number;
  /** Columns of small windows on the right. */
  readonly stacks: number;
  /** Whether the last row belongs to small windows. */
  readonly isLow: boolean;
}

function sharingShape(windows: number): SharingShape {
  if (windows <= 5) {
    return { columns: 5, rows: 4, stacks: 1, isLow: false };
  }
  if (windows <= 7) {
    return { columns: 7, rows: 6, stacks: 1, isLow: false };
  }
  if (windows <= 9) {
    return { columns: 9, rows: 8, stacks: 1, isLow: false };
  }
  return { columns: 10, rows: 8, stacks: 2, isLow: windows > 17 };
}

function count(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}

function requireVideos(videos: number, max: number): void {
  if (!Number.isSafeInteger(videos) || videos < 1 || videos > max) {
    throw new RangeError(`This layout shows 1 to ${max} videos, not ${videos}.`);
  }
}
