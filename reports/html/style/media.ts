/** Narrow screens and paper. */
export const media = `
@media (max-width: 44rem) {
  .hero { padding-top: 1.5rem; }
  .problem { padding: 1rem; margin-left: -.5rem; margin-right: -.5rem; }
  .profiles { grid-template-columns: 1fr 1fr; } .profile { padding: .7rem .8rem; } .profile .claim { display: none; }
  .filter { position: static; } .filter .words { flex-basis: 100%; } .filter label { flex: 1 1 5rem; }
  thead { display: none; } table, tbody, tr, td { display: block; }
  tr { padding: .65rem .8rem; border-bottom: 1px solid var(--line); } tr:last-child { border-bottom: 0; }
  td { border: 0; padding: 0; } td:not(.name):not(:first-child) { display: inline-block; margin-right: .8rem; color: var(--soft); font-size: .82rem; }
  td.name { margin: .3rem 0; }
}
@media print {
  :root { --paper: #fff; --card: #fff; }
  body { font-size: 11pt; } .filter, .copy, .skip { display: none !important; } .hero { padding-top: 0; }
  :root:has(.certificate) { font-size: 14px; } .certificate { font-size: 10pt; } .certificate .profiles { grid-template-columns: repeat(4, 1fr); }
  .certificate .facts { grid-template-columns: 1fr; margin-top: 1rem; } .certificate .hero { padding-bottom: 1rem; }
  .problem { break-inside: auto; border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: 1rem 0; }
  .finding, .step, .states section, tr, blockquote, .drawing, .track { break-inside: avoid; }
  .states pre, .replay .curl pre { max-height: none; } .drawing { overflow: visible; border: 0; } .drawing svg { max-width: 100%; height: auto; }
  * { print-color-adjust: exact; }
}
`;
