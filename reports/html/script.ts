/**
 * The only script of report.html: narrows the table, opens what a link or the printer asks for. It reads what the page
 * holds and writes no markup, so no text of a target can become code through it.
 */
export const script = `(() => {
  'use strict';
  const form = document.querySelector('form.filter');
  const rows = [...document.querySelectorAll('tbody tr')];
  const apply = () => {
    const wanted = new FormData(form);
    const words = String(wanted.get('words')).toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden =
        ['profile', 'level', 'outcome'].some(
          (key) => wanted.get(key) !== '' && wanted.get(key) !== row.dataset[key],
        ) || !words.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    form.querySelector('output').value = shown + ' of ' + rows.length;
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  apply();
  addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('details')) part.open = true;
  });
})();`;

/** SHA-256 of the script for the page's content security policy; a test holds the two together. */
export const scriptHash = 'sha256-KdFuTeDvOJTYa4bUm3cb/JaVAaM1I8okvrWIxx6dsYc=';
