import type { Layout, LayoutWindow } from './layout.ts';
import { limits } from './limits.ts';

/** Size of a mixed picture in pixels. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
}

/** `VideoParams` of a request that names none. */
export const defaultCanvas: Canvas = { width: 360, height: 640 };

/** Whether a canvas is allowed: sides of 1 to 1920 whole pixels, and no more pixels than full HD. */
export function isCanvas({ width, height }: Canvas): boolean {
  const sides = [width, height];
  return (
    sides.every((side) => Number.isSafeInteger(side) && side >= 1) &&
    Math.max(...sides) <= limits.canvasSideMax &&
    width * height <= 1920 * 1080
  );
}

/**
 * Windows in whole pixels of a canvas: each edge is rounded by itself, so that windows that touch go on touching and
 * none overlap that did not.
 * @throws RangeError for a canvas that is not allowed.
 */
export function toPixels(
  { columns, rows, windows }: Layout,
  canvas: Canvas,
): readonly LayoutWindow[] {
  if (!isCanvas(canvas)) {
    throw new RangeError(`A canvas of ${canvas.width} by ${canvas.height} is not allowed.`);
  }
  const x = (units: number): number => Math.round((units * canvas.width) / columns);
  const y = (units: number): number => Math.round((units * canvas.height) / rows);
  return windows.map(({ left, top, width, height }) => ({
    left: x(left),
    top: y(top),
    width: x(left + width) - x(left),
    height: y(top + height) - y(top),
  }));
}

/** What is wrong with one window of a custom layout. */
export interface CustomWindowIssue {
  /** Place in the list, from 0. */
  readonly index: number;
  readonly problem: 'not-whole' | 'too-large' | 'outside-canvas' | 'too-many';
}

/**
 * Judges the windows of a custom layout in pixels. They may overlap: `ImageLayer` decides which is seen.
 * Clause `customLayout`.
 * @returns Issues in the order of the list; none for a list that can be shown whole.
 */
export function judgeCustomLayout(
  windows: readonly LayoutWindow[],
  canvas: Canvas,
): readonly CustomWindowIssue[] {
  return windows.flatMap((window, index) => {
    const problem = index < limits.windowsMax ? problemOf(window, canvas) : 'too-many';
    return problem === undefined ? [] : [{ index, problem }];
  });
}

function problemOf(window: LayoutWindow, canvas: Canvas): CustomWindowIssue['problem'] | undefined {
  const { left, top, width, height } = window;
  const figures = [left, top, width, height];
  if (!figures.every((figure) => Number.isSafeInteger(figure) && figure >= 0)) {
    return 'not-whole';
  }
  if (Math.max(...figures) > limits.canvasSideMax) {
    return 'too-large';
  }
  const isInside = left + width <= canvas.width && top + height <= canvas.height;
  return isInside ? undefined : 'outside-canvas';
}
