/** Cuts delimited text into rows of cells; quoted cells may run over lines. For files that fit. */
export function gridOf(text: string, delimiter: string): string[][] {
  const grid: string[][] = [];
  let row: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at <= text.length) {
    let cell: string;
    if (text[at] === '"') {
      let end = at + 1;
      for (;;) {
        end = text.indexOf('"', end);
        if (end === -1) end = text.length;
        if (text[end + 1] !== '"') break;
        end += 2;
      }
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
      while (at < text.length && text[at] !== delimiter && text[at] !== "\n") at++;
    } else {
      let end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== "\n") end++;
      cell = text.slice(at, end);
      at = end;
    }
    row.push(cell.trim());
    if (at >= text.length || text[at] === "\n") {
      if (row.length > 1 || row[0] !== "") grid.push(row);
      else grid.push([]);
      row = [];
      if (at >= text.length) break;
    }
    at++;
  }
  if (grid.at(-1)?.length === 0) grid.pop();
  return grid;
}
