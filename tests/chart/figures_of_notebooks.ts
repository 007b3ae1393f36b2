import { FIGURE_MEDIA_TYPE, type Layout, layoutFigure, type StoredFigure } from "tallybook/chart";

const folder = new URL("../../notebooks/", import.meta.url);

/** Every figure that a notebook stores. */
export const figures: readonly StoredFigure[] = [...Deno.readDirSync(folder)]
  .map(({ name }) => name).filter((name) => name.endsWith(".ipynb")).sort().flatMap((name) => {
    const notebook: { cells: { outputs?: { data?: Record<string, unknown> }[] }[] } = JSON.parse(
      Deno.readTextFileSync(new URL(name, folder)),
    );
    return notebook.cells.flatMap(({ outputs = [] }) =>
      outputs.flatMap(({ data }) => (data?.[FIGURE_MEDIA_TYPE] ?? []) as StoredFigure | [])
    );
  });

/** A stored figure on a sheet, as an export lays it out. */
export const laidOut = (figure: StoredFigure, layout: Layout): string | null =>
  layoutFigure({ ...figure, narrow: figure.narrow?.svg ?? null }, layout);
