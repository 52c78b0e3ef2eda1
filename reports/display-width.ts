/** Characters that terminals draw two columns wide: Han, Kana, Hangul, full-width forms. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

/** Columns that a line takes on a terminal. */
export function displayWidth(line: string): number {
  let columns = 0;
  for (const character of line) {
    columns += widthOf(character);
  }
  return columns;
}

/** The line with blanks up to a width in columns; longer ones stay as they are. */
export function padDisplay(line: string, columns: number): string {
  return line + ' '.repeat(Math.max(0, columns - displayWidth(line)));
}

/** As much of the line as fits into so many columns. */
export function cutDisplay(line: string, columns: number): string {
  let left = columns;
  let cut = '';
  for (const character of line) {
    left -= widthOf(character);
    if (left < 0) {
      break;
    }
    cut += character;
  }
  return cut;
}

function widthOf(character: string): number {
  return wide.test(character) ? 2 : 1;
}
