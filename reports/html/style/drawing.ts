/** The drawn plan with its list of steps, and the bars of recordings and files. */
export const drawing = `
.plan figcaption, .track figcaption { color: var(--soft); font-size: .88rem; }
.drawing { width: fit-content; max-width: 100%; overflow-x: auto; margin: .4rem 0; border: 1px solid var(--line); border-radius: 6px; background: var(--card); }
.drawing svg { display: block; }
.drawing text { font: 600 12px var(--sans); fill: var(--ink); }
.drawing .row-title { font: 11px var(--sans); fill: var(--soft); }
.drawing .name { font: 600 11px var(--mono); }
.drawing .room { stroke: var(--line); } .drawing .thread { stroke: var(--line); stroke-width: 2; }
.recorded { fill: var(--bar); } .recorded.open { fill: none; stroke: var(--good); stroke-dasharray: 4 3; }
.event circle { fill: var(--ink); } .drawing .event text, .drawing .mark text, .drawing .known text, .drawing .answered { text-anchor: middle; }
.drawing .event text { fill: var(--card); }
.event.lost circle { fill: var(--card); stroke: var(--doubt); stroke-width: 2; stroke-dasharray: 3 2; } .drawing .event.lost text { fill: var(--doubt); }
.dropped { stroke: var(--doubt); stroke-width: 2; stroke-dasharray: 3 3; } .dropped-end { stroke: var(--doubt); stroke-width: 2.5; fill: none; }
.told { fill: none; stroke: var(--told); stroke-width: 1.75; opacity: .7; } .told.late { stroke: var(--doubt); stroke-width: 2.25; opacity: 1; }
.told.duplicate, .told.re-send { stroke: var(--repeat); stroke-dasharray: 5 3; } .told.control { stroke: var(--soft); }
.wave { fill: var(--shade); stroke: var(--line); }
.mark.original circle { fill: var(--told); } .mark.control rect { fill: var(--soft); }
.mark.duplicate circle, .mark.re-send path { fill: var(--card); stroke: var(--repeat); stroke-width: 2; }
.mark.forged path, .mark.malformed path { stroke: var(--bad); stroke-width: 3; fill: none; }
svg .mark text { font: 600 12px var(--sans); text-anchor: middle; fill: var(--card); }
svg .mark.duplicate text, svg .mark.re-send text { fill: var(--repeat); } svg .mark.forged text, svg .mark.malformed text, svg .mark.control text { display: none; }
.drawing .answered { font: 600 11px var(--mono); fill: var(--good); } .drawing .answered.other { fill: var(--doubt); }
.known rect { fill: var(--shade); } .drawing .known text { font: 600 11px var(--mono); fill: var(--soft); }
.known.changed rect { fill: var(--told-wash); } .drawing .known.changed text { fill: var(--told); }
.steps { list-style: none; margin-top: .6rem; }
.step { display: flex; gap: .5rem; padding: .3rem 0; border-top: 1px solid var(--line); } .step:first-child { border-top: 0; }
.step > div { min-width: 0; flex: 1; } .step .icon { flex: none; margin-top: -.2rem; } .step .what { line-height: 1.6; }
.step .answer { font: 600 .85em var(--mono); color: var(--good); margin: 0 .3rem; } .step .answer.other { color: var(--doubt); }
.step i { font-style: normal; color: var(--repeat); font-size: .88rem; margin-left: .3rem; } .step.forged i, .step.malformed i { color: var(--bad); }
.step .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.step .change { font-size: .8rem; padding: .4rem .6rem; margin-top: .2rem; } .step details { margin-top: .1rem; }
.change ins, .change del { text-decoration: none; } .change ins { color: var(--good); } .change del { color: var(--bad); }
.plan .lost { color: var(--doubt); font-size: .92rem; margin: .4rem 0; }
.track { margin-top: .6rem; } .track svg { display: block; width: 100%; height: 20px; margin: .25rem 0; }
.track ul { list-style: none; padding: 0; font-size: .88rem; } .track .against { color: var(--soft); font-size: .88rem; }
.track .axis { display: flex; justify-content: space-between; color: var(--soft); font: .78rem var(--mono); margin-bottom: .2rem; }
.part { vector-effect: non-scaling-stroke; } .part.file { fill: var(--bar); } .reference .part.file { fill: var(--told-wash); stroke: var(--told); }
.part.wrong { fill: var(--doubt); } .part.misplaced { fill: var(--repeat); } .part.gap, .part.missing { fill: var(--bad-wash); stroke: var(--bad); stroke-dasharray: 4 3; }
.part.overlap, .part.spot { fill: var(--bad); } .track b.gap, .track b.missing, .track b.overlap { color: var(--bad); } .track b.wrong { color: var(--doubt); } .track b.misplaced { color: var(--repeat); }
`;
