import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCanvas, isCanvas, judgeCustomLayout, toPixels, type Canvas } from './canvas.ts';
import {
  floatingLayout,
  gridLayout,
  sharingLayout,
  type Layout,
  type LayoutWindow,
} from './layout.ts';

const upTo25 = Array.from({ length: 25 }, (_, index) => index + 1);
const upTo24 = upTo25.slice(0, 24);
const unnamed = (videos: number): Layout => sharingLayout(videos, { isAnchorNamed: false });
const layouts: readonly (readonly [string, number, Layout])[] = [
  ...upTo25.map((videos) => ['grid', videos, gridLayout(videos)] as const),
  ...upTo25.map((videos) => ['floating', videos, floatingLayout(videos)] as const),
  ...upTo25.map((videos) => ['sharing', videos, sharingLayout(videos)] as const),
  ...upTo24.map((videos) => ['unnamed', videos, unnamed(videos)] as const),
];
const canvases: fc.Arbitrary<Canvas> = fc
  .record({ width: fc.integer({ min: 50, max: 1920 }), height: fc.integer({ min: 50, max: 1920 }) })
  .filter(isCanvas);

function overlap(a: LayoutWindow, b: LayoutWindow): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}

/** Pairs that overlap; the large window of the floating layout lies under all others and does not count. */
function overlaps(name: string, windows: readonly LayoutWindow[]): readonly unknown[] {
  const beside = name === 'floating' ? windows.slice(1) : windows;
  return beside.flatMap((a, index) => beside.slice(index + 1).filter((b) => overlap(a, b)));
}

function isInside({ left, top, width, height }: LayoutWindow, canvas: Canvas): boolean {
  return left >= 0 && top >= 0 && left + width <= canvas.width && top + height <= canvas.height;
}

describe('every layout', () => {
  it.each(layouts)(
    '%s of %d has a window inside the canvas for each video, side by side',
    (name, videos, layout) => {
      const canvas = { width: layout.columns, height: layout.rows };
      expect(layout.windows).toHaveLength(videos);
      expect(layout.windows.filter((window) => !isInside(window, canvas))).toEqual([]);
      const all =
        layout.background === undefined ? layout.windows : [layout.background, ...layout.windows];
      expect(overlaps(name, all)).toEqual([]);
      const small = layout.windows.slice(name === 'grid' || name === 'unnamed' ? 0 : 1);
      expect(new Set(small.map(({ width, height }) => `${width} ${height}`)).size).toBeLessThan(2);
    },
  );

  it('stays so in pixels of every canvas', () => {
    fc.assert(
      fc.property(fc.constantFrom(...layouts), canvases, ([name, , layout], canvas) => {
        const windows = toPixels(layout, canvas);
        expect(windows.filter((window) => !isInside(window, canvas))).toEqual([]);
        expect(overlaps(name, windows)).toEqual([]);
        expect(Math.min(...windows.map(({ width, height }) => width * height))).toBeGreaterThan(0);
      }),
    );
  });
});

/** The share of the canvas's width and height that a window has, as fractions. */
function shareOf({ columns, rows, windows }: Layout, index: number): string {
  const { width = 0, height = 0 } = windows[index] ?? {};
  return `${width}/${columns} ${height}/${rows}`;
}

describe('gridLayout', () => {
  it.each([
    [1, 1, '1/1 1/1'],
    [2, 2, '1/2 1/1'],
    [3, 4, '1/2 1/2'],
    [5, 9, '1/3 1/3'],
    [10, 16, '1/4 1/4'],
    [17, 25, '1/5 1/5'],
  ])('of %d to %d has windows of %s', (least, most, share) => {
    for (const videos of [least, most]) {
      expect(shareOf(gridLayout(videos), videos - 1)).toBe(share);
    }
  });

  it('fills rows from the top left', () => {
    expect(gridLayout(3).windows).toEqual([
      { left: 0, top: 0, width: 1, height: 1 },
      { left: 1, top: 0, width: 1, height: 1 },
      { left: 0, top: 1, width: 1, height: 1 },
    ]);
  });
});

describe('floatingLayout', () => {
  it.each([
    [2, { left: 12, top: 753, width: 235, height: 235 }],
    [5, { left: 753, top: 753, width: 235, height: 235 }],
    [6, { left: 12, top: 506, width: 235, height: 235 }],
    [17, { left: 753, top: 12, width: 235, height: 235 }],
    [18, { left: 208, top: 208, width: 188, height: 188 }],
    [25, { left: 604, top: 10, width: 188, height: 188 }],
  ])('of %d has its last window at %j thousandths', (videos, window) => {
    const { windows } = floatingLayout(videos);
    expect(windows.at(-1)).toEqual(window);
    expect(windows[0]).toEqual({ left: 0, top: 0, width: 1000, height: 1000 });
  });
});

describe('sharingLayout', () => {
  it.each([
    [2, '4/5 4/4', '1/5 1/4'],
    [5, '4/5 4/4', '1/5 1/4'],
    [6, '6/7 6/6', '1/7 1/6'],
    [7, '6/7 6/6', '1/7 1/6'],
    [8, '8/9 8/8', '1/9 1/8'],
    [9, '8/9 8/8', '1/9 1/8'],
    [10, '8/10 8/8', '1/10 1/8'],
    [17, '8/10 8/8', '1/10 1/8'],
    [18, '8/10 7/8', '1/10 1/8'],
    [25, '8/10 7/8', '1/10 1/8'],
  ])('of %d has a large window of %s and small ones of %s', (videos, large, small) => {
    const layout = sharingLayout(videos);
    expect([shareOf(layout, 0), shareOf(layout, videos - 1)]).toEqual([large, small]);
  });

  it('stacks two columns from the left one, and goes on along the bottom', () => {
    const { windows } = sharingLayout(25);
    const at = [1, 8, 9, 16, 17, 24].map((index) => windows[index]);
    expect(at.map((window) => `${window?.left ?? '-'} ${window?.top ?? '-'}`)).toEqual([
      '8 0',
      '8 7',
      '9 0',
      '9 7',
      '0 7',
      '7 7',
    ]);
  });

  it('shows the background where no anchor is named, and then up to 24 videos', () => {
    expect(unnamed(24)).toEqual({
      ...sharingLayout(25),
      windows: sharingLayout(25).windows.slice(1),
      background: sharingLayout(25).windows[0],
    });
    expect(() => unnamed(25)).toThrow(/1 to 24 videos, not 25/u);
  });
});

describe('layouts refuse', () => {
  it.each([0, 26, 1.5])('%d videos', (videos) => {
    for (const layout of [gridLayout, floatingLayout, sharingLayout]) {
      expect(() => layout(videos)).toThrow(RangeError);
    }
  });
});

describe('canvas', () => {
  it.each([
    [defaultCanvas, true],
    [{ width: 1920, height: 1080 }, true],
    [{ width: 1080, height: 1920 }, true],
    [{ width: 1921, height: 1 }, false],
    [{ width: 1920, height: 1081 }, false],
    [{ width: 0, height: 10 }, false],
    [{ width: 10.5, height: 10 }, false],
  ])('%j is allowed: %s', (canvas, expected) => {
    expect(isCanvas(canvas)).toBe(expected);
  });

  it('is required for pixels', () => {
    expect(() => toPixels(gridLayout(1), { width: 0, height: 0 })).toThrow(RangeError);
    expect(toPixels(gridLayout(9), { width: 100, height: 100 }).map(({ width }) => width)).toEqual([
      33, 34, 33, 33, 34, 33, 33, 34, 33,
    ]);
  });

  it('bounds the windows of a custom layout', () => {
    const fits = { left: 0, top: 0, width: 360, height: 640 };
    const windows = [
      fits,
      { ...fits, left: 1 },
      { ...fits, top: -1 },
      { ...fits, width: 0.5 },
      { ...fits, width: 1921 },
    ];
    expect(judgeCustomLayout(windows, defaultCanvas)).toEqual([
      { index: 1, problem: 'outside-canvas' },
      { index: 2, problem: 'not-whole' },
      { index: 3, problem: 'not-whole' },
      { index: 4, problem: 'too-large' },
    ]);
    const many = Array.from({ length: 26 }, () => fits);
    expect(judgeCustomLayout(many, defaultCanvas)).toEqual([{ index: 25, problem: 'too-many' }]);
  });
});
