/** The filter and the table of all checks. */
export const table = `
.filter { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .6rem .8rem; align-items: end; margin: 2.25rem -1.25rem 0; padding: .7rem 1.25rem; background: var(--paper); border-bottom: 1px solid var(--line); font-size: .82rem; color: var(--soft); }
.filter label { display: grid; gap: .15rem; } .filter .words { flex: 1 1 14rem; }
.filter select, .filter input { width: 100%; font: inherit; font-size: .92rem; color: var(--ink); background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .35rem .5rem; }
.filter input::placeholder { color: var(--soft); opacity: 1; }
.filter button { padding: .4rem .7rem; font-size: .92rem; } .filter output { padding-bottom: .4rem; }
.all { margin-top: 2.75rem; scroll-margin-top: 4.5rem; } .all h2 { margin-bottom: .75rem; }
.none-shown { margin-top: .75rem; color: var(--soft); }
table { width: 100%; border-collapse: collapse; font-size: .9rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
th { text-align: left; font-size: .78rem; color: var(--soft); font-weight: 600; }
th, td { padding: .5rem .75rem; border-bottom: 1px solid var(--line); vertical-align: top; } tr:last-child td { border-bottom: 0; }
.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td { white-space: nowrap; } td.name { white-space: normal; } td.name > code { display: block; color: var(--soft); } td.name p, td.name ul { margin-top: .35rem; color: var(--soft); }
`;
