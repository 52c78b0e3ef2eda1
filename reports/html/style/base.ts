/** Colours, type and the elements as such; light and dark. */
export const base = `
:root {
  color-scheme: light dark;
  --paper: #f6f6f3; --card: #ffffff; --ink: #1d2126; --soft: #59616b; --line: #dcdfe0; --shade: #f0f1ee;
  --good: #17724a; --good-wash: #e2f2e9; --bad: #b3261e; --bad-wash: #fbe9e7; --bar: #c9dfd3;
  --doubt: #7f5000; --doubt-wash: #fbf0d9; --told: #2a61b8; --told-wash: #e6eefa; --repeat: #7a3fb0; --mark: #ffe08a;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --card: #1c2024; --ink: #e6e8ea; --soft: #a3acb5; --line: #343a40; --shade: #24292e;
    --good: #5fcf97; --good-wash: #15301f; --bad: #ff8a80; --bad-wash: #3a1a18; --bar: #28523c;
    --doubt: #f2c14e; --doubt-wash: #352a10; --told: #82b1ff; --told-wash: #1b2a44; --repeat: #cf9bff; --mark: #5c4a00;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 var(--sans); overflow-wrap: anywhere; }
main, footer.page { max-width: 66rem; margin: 0 auto; padding: 0 1.25rem; }
h1, h2, h3, h4, h5, p, dl, ul, ol, figure, blockquote { margin: 0; padding: 0; }
h2 { font-size: 1.25rem; letter-spacing: -.01em; }
h4 { font-size: .82rem; font-weight: 650; color: var(--soft); margin: 1.5rem 0 .5rem; }
h5 { font-size: .85rem; margin: 0 0 .25rem; }
ul { padding-left: 1.1rem; }
a { color: var(--told); }
:focus-visible { outline: 2px solid var(--told); outline-offset: 2px; border-radius: 3px; }
code, pre { font-family: var(--mono); font-size: .85em; }
pre { margin: 0; padding: .75rem .9rem; background: var(--shade); border-radius: 6px; white-space: pre-wrap; line-height: 1.45; }
summary { cursor: pointer; }
cite { font-style: normal; }
.soft, .more { color: var(--soft); font-size: .88rem; }
.skip a { position: absolute; left: -99rem; }
.skip a:focus { left: 1rem; top: .5rem; padding: .4rem .8rem; background: var(--card); z-index: 1; }
.badge { display: inline-block; font-size: .78rem; line-height: 1.4; padding: .1rem .5rem; border-radius: 99px; background: var(--shade); color: var(--soft); }
.badge.met { background: var(--good-wash); color: var(--good); }
.badge.broken, .badge.harness, .badge.stale-waiver { background: var(--bad-wash); color: var(--bad); font-weight: 650; }
.badge.untested, .badge.advice { background: var(--doubt-wash); color: var(--doubt); font-weight: 650; }
.tongue { font-size: .65rem; font-weight: 400; letter-spacing: 0; color: var(--soft); border: 1px solid var(--line); border-radius: 3px; padding: 0 .25em; vertical-align: .15em; }
footer.page { padding-top: 1.5rem; padding-bottom: 2.5rem; color: var(--soft); font-size: .82rem; }
`;
