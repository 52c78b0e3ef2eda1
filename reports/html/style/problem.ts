/** One problem: findings, remedy, states, exchanges, clauses. */
export const problem = `
.problems { margin-top: 2.25rem; scroll-margin-top: 4.5rem; }
.problem { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1.25rem 1.4rem 1.4rem; margin-top: 1rem; scroll-margin-top: 4.5rem; }
.problem:target { border-color: var(--told); box-shadow: 0 0 0 1px var(--told); }
.problem h3 { font-size: 1.3rem; line-height: 1.3; letter-spacing: -.01em; margin: .5rem 0 .15rem; }
.badges { display: flex; flex-wrap: wrap; gap: .3rem; }
.id { color: var(--soft); font-size: .9rem; }
.fault { margin-top: .9rem; padding: .6rem .8rem; background: var(--doubt-wash); border-radius: 6px; }
.clauses { margin-top: 1.5rem; }
blockquote { margin-top: .8rem; padding: .1rem 0 .1rem .9rem; border-left: 2px solid var(--line); }
blockquote .reading, blockquote footer { color: var(--soft); font-size: .88rem; }
.finding { margin-top: 1rem; } .finding .at { font-size: .9rem; } .finding .at code { color: var(--soft); margin-left: .4rem; }
.finding dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: .5rem; margin-top: .35rem; }
.finding dl > div { padding: .5rem .75rem; border-radius: 6px; }
.finding dt { font-size: .78rem; font-weight: 650; } .finding dd { margin: 0; font: .88rem/1.45 var(--mono); white-space: pre-wrap; }
.expected { background: var(--good-wash); } .expected dt { color: var(--good); }
.actual { background: var(--bad-wash); } .actual dt { color: var(--bad); }
.hint > p, .recipe > p { max-width: 46rem; }
.problem details { margin-top: .8rem; font-size: .92rem; } .problem summary { color: var(--soft); }
.recipe > p { margin: .4rem 0; } .recipe details { margin: .25rem 0 0 1.1rem; } .recipe details summary { color: var(--ink); }
.code { position: relative; margin-top: .35rem; } .code pre { padding-right: 4.5rem; overflow-x: auto; }
.code .copy { position: absolute; top: .4rem; right: .4rem; }
button { font: inherit; font-size: .8rem; color: var(--ink); background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .2rem .6rem; cursor: pointer; }
button:hover { border-color: var(--soft); }
.replay .code pre { background: var(--told-wash); } .replay .curl pre { background: var(--shade); max-height: 28rem; overflow: auto; }
.states { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: .6rem; }
.states pre { max-height: 26rem; overflow: auto; } .states mark { background: var(--mark); color: inherit; border-radius: 2px; }
.exchanges ol { padding-left: 1.4rem; } .exchanges li { margin-top: .9rem; }
.exchange { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: .5rem; align-items: start; }
`;
