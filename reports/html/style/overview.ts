/** The first screen: verdict, profiles, target, what was not tested. */
export const overview = `
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
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 1rem 2.5rem; margin: 1.75rem 0 0; }
.facts h2 { font-size: 1rem; margin: 0 0 .4rem; } .facts ul + h2, .facts p + h2 { margin-top: 1.1rem; }
.target { display: grid; grid-template-columns: fit-content(40%) minmax(0, 1fr); gap: .15rem 1rem; font-size: .92rem; }
.target dt { color: var(--soft); } .target dd { margin: 0; }
.facts ul, .facts p { font-size: .92rem; }
`;
