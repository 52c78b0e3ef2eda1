/** The style sheet of report.html: light and dark, from a phone's width up, and on paper. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #f6f6f3; --card: #ffffff; --ink: #1d2126; --soft: #5b636d; --line: #dcdfe0; --shade: #f0f1ee;
  --good: #17724a; --good-wash: #e2f2e9; --bad: #b3261e; --bad-wash: #fbe9e7;
  --doubt: #855400; --doubt-wash: #fbf0d9; --told: #2a61b8; --repeat: #7a3fb0; --mark: #ffe08a;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --card: #1c2024; --ink: #e6e8ea; --soft: #9ba4ad; --line: #343a40; --shade: #24292e;
    --good: #5fcf97; --good-wash: #15301f; --bad: #ff8a80; --bad-wash: #3a1a18;
    --doubt: #f2c14e; --doubt-wash: #352a10; --told: #82b1ff; --repeat: #cf9bff; --mark: #5c4a00;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 var(--sans); overflow-wrap: anywhere; }
main, footer.page { max-width: 66rem; margin: 0 auto; padding: 0 1.25rem; }
h1, h2, h3, h4, h5, p, dl, ul, ol, figure, blockquote { margin: 0; padding: 0; }
h2 { font-size: 1.25rem; letter-spacing: -.01em; }
h4 { font-size: .8rem; font-weight: 650; color: var(--soft); margin: 1.5rem 0 .5rem; }
h5 { font-size: .85rem; margin: 0 0 .25rem; }
ul { padding-left: 1.1rem; }
a { color: var(--told); }
a:focus-visible, summary:focus-visible, select:focus-visible, input:focus-visible { outline: 2px solid var(--told); outline-offset: 2px; border-radius: 3px; }
code, pre { font-family: var(--mono); font-size: .85em; }
pre { margin: 0; padding: .75rem .9rem; background: var(--shade); border-radius: 6px; white-space: pre-wrap; overflow-x: auto; line-height: 1.45; }
summary { cursor: pointer; }
.hero { padding: 2.25rem 0 1.5rem; }
.product { color: var(--soft); font-size: .9rem; }
.hero h1 { font-size: clamp(2.2rem, 7vw, 3.4rem); line-height: 1.1; letter-spacing: -.03em; margin: .4rem 0 .6rem; display: flex; align-items: center; gap: .35em; }
.seal { display: inline-grid; place-items: center; flex: none; width: 1.25em; height: 1.25em; border-radius: 50%; font-size: .72em; color: var(--card); background: var(--soft); letter-spacing: 0; }
.good h1 { color: var(--good); } .good .seal { background: var(--good); }
.bad h1 { color: var(--bad); } .bad .seal { background: var(--bad); }
.doubt h1 { color: var(--doubt); } .doubt .seal { background: var(--doubt); }
.summary { font-size: 1.2rem; max-width: 46rem; }
.warning { margin-top: .6rem; padding: .5rem .8rem; background: var(--doubt-wash); color: var(--doubt); border-radius: 6px; font-weight: 600; }
.first { margin-top: .8rem; }
.profiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .75rem; }
.profile { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .9rem 1rem; }
.profile h2 { font-size: 1rem; }
.profile .verdict { font-size: 1.15rem; font-weight: 650; color: var(--soft); }
.profile.good .verdict { color: var(--good); } .profile.bad .verdict { color: var(--bad); } .profile.doubt .verdict { color: var(--doubt); }
.profile .tally, .profile .claim { font-size: .85rem; color: var(--soft); }
.profile .tally { color: var(--ink); } .profile .claim { margin-top: .35rem; } .profile .claim::first-letter { text-transform: uppercase; }
.bar { display: block; width: 100%; height: 6px; border-radius: 3px; margin: .5rem 0; }
.bar .rest { fill: var(--shade); } .bar .met { fill: var(--good); }
.bar .broken, .bar .stale-waiver, .bar .harness { fill: var(--bad); }
.bar .untested, .bar .advice { fill: var(--doubt); } .bar .waived { fill: var(--repeat); } .bar .not-applicable { fill: var(--line); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 1rem 2.5rem; margin: 1.75rem 0 0; }
.facts h2 { font-size: 1rem; margin: 0 0 .4rem; } .facts ul + h2, .facts p + h2 { margin-top: 1.1rem; }
.target { display: grid; grid-template-columns: auto 1fr; gap: .15rem 1rem; font-size: .92rem; }
.target dt { color: var(--soft); } .target dd { margin: 0; }
.facts ul, .facts p { font-size: .92rem; }
.problems { margin-top: 2.75rem; }
.problem { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1.25rem 1.4rem 1.4rem; margin-top: 1rem; scroll-margin-top: 1rem; }
.problem:target { border-color: var(--told); box-shadow: 0 0 0 1px var(--told); }
.problem h3 { font-size: 1.3rem; line-height: 1.3; letter-spacing: -.01em; margin: .5rem 0 .15rem; }
.id { color: var(--soft); font-size: .9rem; }
.badge { display: inline-block; white-space: nowrap; font-size: .78rem; line-height: 1.4; padding: .1rem .5rem; border-radius: 99px; background: var(--shade); color: var(--soft); }
.badge.met { background: var(--good-wash); color: var(--good); }
.badge.broken, .badge.harness, .badge.stale-waiver { background: var(--bad-wash); color: var(--bad); font-weight: 650; }
.badge.untested, .badge.advice { background: var(--doubt-wash); color: var(--doubt); font-weight: 650; }
.fault { margin-top: .9rem; padding: .6rem .8rem; background: var(--doubt-wash); border-radius: 6px; }
blockquote { margin-top: 1rem; padding: .1rem 0 .1rem .9rem; border-left: 2px solid var(--line); }
blockquote .reading, blockquote footer { color: var(--soft); font-size: .88rem; }
.finding { margin-top: 1rem; } .finding .at { font-size: .9rem; } .finding .at code { color: var(--soft); margin-left: .4rem; }
.finding dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: .5rem; margin-top: .35rem; }
.finding dl > div { padding: .5rem .75rem; border-radius: 6px; }
.finding dt { font-size: .78rem; font-weight: 650; } .finding dd { margin: 0; font: .88rem/1.45 var(--mono); white-space: pre-wrap; }
.expected { background: var(--good-wash); } .expected dt { color: var(--good); }
.actual { background: var(--bad-wash); } .actual dt { color: var(--bad); }
.hint p { max-width: 46rem; }
.plan figcaption { color: var(--soft); font-size: .9rem; margin-bottom: .5rem; }
.timeline { display: grid; grid-template-columns: fit-content(14rem) 96px minmax(0, 1fr); font-size: .85rem; }
.timeline .head { color: var(--soft); font-size: .78rem; padding-bottom: .2rem; } .timeline .head:first-child { text-align: right; }
.timeline ol { list-style: none; min-width: 0; }
.timeline li { height: 44px; display: flex; flex-direction: column; justify-content: center; line-height: 1.3; min-width: 0; }
.timeline li span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: 100%; }
.truth li { align-items: flex-end; padding-right: .4rem; font-weight: 600; } .truth .lost { color: var(--doubt); font-weight: 400; font-style: italic; }
.sent { padding-left: .4rem; } .sent .what { font-weight: 600; } .sent .how { color: var(--soft); font-size: .8rem; } .sent i { font-style: normal; color: var(--repeat); }
.sent .forged i, .sent .malformed i { color: var(--bad); } .sent .answer { color: var(--good); } .sent .answer.other { color: var(--doubt); }
.lanes { display: block; } .lanes .lane { stroke: var(--line); stroke-width: 2; }
.lanes .event { fill: var(--ink); } .lanes circle.lost { fill: var(--card); stroke: var(--doubt); stroke-width: 2; stroke-dasharray: 3 2; }
.told { fill: none; stroke: var(--told); stroke-width: 1.75; } .told.duplicate, .told.re-send { stroke: var(--repeat); stroke-dasharray: 5 3; } .told.control { stroke: var(--line); }
.mark { stroke-width: 2; } .mark.original { fill: var(--told); } .mark.control { fill: var(--soft); }
.mark.duplicate, .mark.re-send { fill: var(--card); stroke: var(--repeat); } .mark.forged, .mark.malformed { fill: none; stroke: var(--bad); stroke-width: 2.5; }
.wave { fill: none; stroke: var(--soft); stroke-width: 1.5; }
.states { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: .6rem; }
.states mark { background: var(--mark); color: inherit; border-radius: 2px; }
.problem details { margin-top: 1rem; font-size: .92rem; } .problem summary { color: var(--soft); }
.exchanges ol { list-style: none; } .exchanges li { margin-top: .9rem; }
.exchange { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: .5rem; }
.command { user-select: all; }
.more { color: var(--soft); margin-top: .5rem; }
.all { margin: 2.75rem 0 2rem; }
.filter { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; margin: .75rem 0; font-size: .85rem; color: var(--soft); }
.filter[hidden], tr[hidden] { display: none; }
.filter label { display: grid; gap: .15rem; } .filter select, .filter input { font: inherit; font-size: .95rem; color: var(--ink); background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .35rem .5rem; }
.filter output { padding-bottom: .4rem; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
th { text-align: left; font-size: .78rem; color: var(--soft); font-weight: 600; }
th, td { padding: .5rem .75rem; border-bottom: 1px solid var(--line); vertical-align: top; } tr:last-child td { border-bottom: 0; }
.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td { white-space: nowrap; } td.name { white-space: normal; } td.name > code { display: block; color: var(--soft); } td.name p, td.name ul { margin-top: .35rem; color: var(--soft); } cite { font-style: normal; opacity: .85; }
footer.page { padding-top: 1rem; padding-bottom: 2.5rem; color: var(--soft); font-size: .82rem; }
@media (max-width: 44rem) {
  .hero { padding-top: 1.5rem; }
  .problem { padding: 1rem; margin-left: -.5rem; margin-right: -.5rem; }
  .timeline { grid-template-columns: fit-content(6rem) 96px minmax(0, 1fr); }
  .profiles { grid-template-columns: 1fr 1fr; } .profile { padding: .7rem .8rem; } .profile .claim { display: none; }
  thead { display: none; } table, tbody, tr, td { display: block; }
  tr { padding: .65rem .8rem; border-bottom: 1px solid var(--line); } tr:last-child { border-bottom: 0; }
  td { border: 0; padding: 0; } td:not(.name):not(:first-child) { display: inline-block; margin-right: .8rem; color: var(--soft); font-size: .82rem; }
  td.name { margin: .3rem 0; }
}
@media print {
  :root { --paper: #fff; --card: #fff; }
  body { font-size: 11pt; } .filter { display: none; } .hero { padding-top: 0; }
  .problem { break-inside: auto; border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: 1rem 0; }
  .finding, .timeline, .states, tr, blockquote { break-inside: avoid; }
  * { print-color-adjust: exact; }
}
`;

/** SHA-256 of the style sheet for the page's content security policy; a test holds the two together. */
export const styleHash = 'sha256-NAKyriQSTRTQjDrG0CdC2m1si41kf90yPsCaJfGzlBk=';
