import { csvRows } from "./csv_rows.ts";

interface Stored {
  id: string;
  title: string;
  caption: string;
  csv: string;
}

/** What a committed notebook stores of one of its figures. */
export interface ShownFigure {
  title: string;
  caption: string;
  /** The figure's own data, as text by column name. */
  rows: Record<string, string>[];
}

/** A figure of a committed notebook, by its id. */
export function shownFigure(name: string, id: string): ShownFigure {
  const url = new URL(`../../notebooks/${name}.ipynb`, import.meta.url);
  const notebook: { cells: { outputs?: { data?: Record<string, unknown> }[] }[] } = JSON.parse(
    Deno.readTextFileSync(url),
  );
  const figures = notebook.cells.flatMap((cell) => cell.outputs ?? [])
    .map((output) => output.data?.["application/vnd.tallybook.figure+json"] as Stored | undefined);
  const found = figures.find((figure) => figure?.id === id);
  if (!found) throw new RangeError(`Figure is "${id}", expected one of ${name}`);
  return { title: found.title, caption: found.caption, rows: csvRows(found.csv) };
}
