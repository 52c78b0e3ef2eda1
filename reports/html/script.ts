/**
 * The only script of report.html: narrows problems and table, copies commands, opens what a link or the printer asks
 * for. It reads what the page holds and writes no markup, so no text of a target can become code through it.
 */
export const script = `(() => {
  'use strict';
  const form = document.querySelector('form.filter');
  const rows = [...document.querySelectorAll('tbody tr')];
  const articles = [...document.querySelectorAll('article.problem')];
  const texts = new Map([...rows, ...articles].map((part) => [part, part.textContent.toLowerCase()]));
  const output = form.querySelector('output');
  const apply = () => {
    const wanted = new FormData(form);
    const words = String(wanted.get('words')).toLowerCase().split(/\\s+/).filter(Boolean);
    const fits = (part) =>
      ['profile', 'level', 'outcome'].every(
        (key) => wanted.get(key) === '' || wanted.get(key) === part.dataset[key],
      ) && words.every((word) => texts.get(part).includes(word));
    for (const part of texts.keys()) part.hidden = !fits(part);
    for (const section of document.querySelectorAll('section.problems')) {
      const none = section.querySelector('.none-shown');
      none.hidden = [...section.querySelectorAll('article.problem')].some((part) => !part.hidden);
    }
    output.value = output.dataset.text
      .replace('{shown}', String(rows.filter((row) => !row.hidden).length))
      .replace('{all}', String(rows.length));
  };
  form.addEventListener('input', apply);
  form.addEventListener('reset', () => setTimeout(apply));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  apply();
  addEventListener('hashchange', () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target !== null && target.hidden) {
      form.reset();
      setTimeout(() => target.scrollIntoView());
    }
  });
  if (navigator.clipboard !== undefined) {
    for (const button of document.querySelectorAll('button.copy')) {
      const name = button.textContent;
      button.hidden = false;
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(button.previousElementSibling.textContent);
        button.textContent = button.dataset.done;
        setTimeout(() => { button.textContent = name; }, 1500);
      });
    }
  }
  addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('details:not(.recipe, .recipe *, td *)')) part.open = true;
  });
})();`;

/** SHA-256 of the script for the page's content security policy; a test holds the two together. */
export const scriptHash = 'sha256-YMDmcDCEtFlWhn+x29s+6Hn34bnB3i1/K0d7q4jzIkA=';
