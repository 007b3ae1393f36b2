/**
 * No page prints a cell of fewer than ten ballots of one precinct (the rule that the tables of
 * ballots state): looked for in every table, list and figure's data that the notebooks store.
 */
import { assert, assertEquals } from "@std/assert";
import { DOMParser } from "linkedom";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { scan } from "tallybook/data";
import { FIGURE_MEDIA_TYPE } from "../../lib/chart/stored_figure.ts";
import { findNotebooks, parseNotebook } from "../../lib/notebook/mod.ts";
import { documentOf } from "../../lib/report/notebook_document.ts";
import { csvRows } from "./csv_rows.ts";

/** A table as rows of text, the head first. */
type Grid = readonly (readonly string[])[];

/** A head that says that a row, or a column, is one precinct. */
const PRECINCT =
  /^(?:precinct|ward|polling place|place|reporting unit|vtd|voting district)s?(?: name| code|)$/i;
const SMALL = /^[1-9]$/;

/** Cells of fewer than ten in rows of one precinct: by what the head says, or by a precinct's name. */
function smallCells([head = [], ...rows]: Grid, names: ReadonlySet<string>): string[] {
  const column = head.findIndex((name) => PRECINCT.test(name.trim()));
  // Numbers of precincts stand in any table of numbers: they count where a head names them.
  const isPrecinct = (row: readonly string[]) => {
    if (column >= 0) return !/^[\d,]*$/.test(row[column] ?? "") || names.has(row[column] ?? "");
    return row.some((cell) => /[^\d,.%−-]/.test(cell) && names.has(cell));
  };
  const sums = /^(?:all|total|sum)/i;
  return rows.filter((row) => isPrecinct(row) && !sums.test(row[0] ?? "")).flatMap((row) =>
    row.flatMap((cell, i) =>
      i !== column && SMALL.test(cell.trim()) ? [`${row.join(" | ")}: ${cell}`] : []
    )
  );
}

/** Figures' data with a row a place, where a count of votes or ballots is below ten. */
function smallPlaces([head = [], ...rows]: Grid): string[] {
  const columns = head.flatMap((name, i) => /^(?:votes|ballots|n|total)$/i.test(name) ? [i] : []);
  return columns.flatMap((i) =>
    rows.filter((row) => SMALL.test(row[i] ?? "")).map((row) => `${head[i]}: ${row.join(" | ")}`)
  );
}

function htmlGrids(html: string): Grid[] {
  const document = new DOMParser()
    .parseFromString(`<html><body>${html}</body></html>`, "text/html");
  return [...document.querySelectorAll("table")].map((table) =>
    [...table.querySelectorAll("tr")].map((row) =>
      [...row.querySelectorAll("th, td")].map((cell) => (cell.textContent ?? "").trim())
    )
  );
}

function csvGrid(text: string): Grid {
  const rows = csvRows(text);
  return rows.length === 0 ? [] : [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))];
}

/** Tables of a Markdown text. */
function markdownGrids(text: string): Grid[] {
  return text.split(/\n\s*\n/).map((block) =>
    block.split("\n").filter((line) => /^\s*\|/.test(line) && !/^[\s|:-]+$/.test(line))
      .map((line) => line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim()))
  ).filter((grid) => grid.length > 0);
}

/** The names of precincts in the tables of ballots. */
async function precinctNames(): Promise<Set<string>> {
  const names = new Set<string>();
  for (const table of ["palm_beach_2000_cells", "ballot_records"] as const) {
    for (const row of await scan(table).group("precinct").rows().collect()) {
      names.add(String(row["precinct"]));
    }
  }
  return names;
}

Deno.test("no stored output has a cell of fewer than ten ballots of one precinct", async () => {
  const names = await precinctNames();
  assert(names.size > 900, `${names.size} precincts`);
  const folder = fileURLToPath(new URL("../../notebooks", import.meta.url));
  const found: string[] = [];
  let grids = 0;
  let places = 0;
  for (const path of await findNotebooks(folder)) {
    const { notebook } = parseNotebook(await Deno.readTextFile(path), basename(path));
    for (const { outputs } of documentOf(notebook).cells) {
      for (const output of outputs) {
        if (output.kind !== "data") continue;
        const text = (type: string) => String(output.data[type] ?? "");
        const figure = output.data[FIGURE_MEDIA_TYPE] as { id: string; csv: string } | undefined;
        const tables = [
          ...htmlGrids(text("text/html")),
          ...markdownGrids(text("text/markdown")),
          ...(figure ? [csvGrid(figure.csv)] : []),
        ];
        grids += tables.length;
        for (const grid of tables) {
          found.push(...smallCells(grid, names).map((cell) => `${basename(path)}: ${cell}`));
        }
        // A cloud of places has a row each, without their names.
        const cloud = figure ? csvGrid(figure.csv) : [];
        if (cloud.length > 500 && /places|precincts/.test(text("text/plain"))) {
          places += cloud.length - 1;
          found.push(
            ...smallPlaces(cloud).map((cell) => `${basename(path)}, ${figure!.id}: ${cell}`),
          );
        }
      }
    }
  }
  assertEquals(found, []);
  assert(grids > 150 && places > 2000, `${grids} tables, ${places} places`);
});

Deno.test("the search finds a small cell in a table, a list and a figure's data", () => {
  const names = new Set(["160B", "NORTH 2", "0007"]);
  const table =
    "<table><tr><th>Precinct</th><th>Ballots</th></tr><tr><td>0007</td><td>9</td></tr></table>";
  assertEquals(htmlGrids(table).flatMap((grid) => smallCells(grid, names)), ["0007 | 9: 9"]);
  const unnamed =
    "| Where | Nader |\n| :-- | --: |\n| NORTH 2 | 3 |\n| NORTH 2 | 10 |\n| elsewhere | 3 |";
  assertEquals(markdownGrids(unnamed).flatMap((grid) => smallCells(grid, names)), [
    "NORTH 2 | 3: 3",
  ]);
  assertEquals(smallCells(csvGrid("place,votes\n160B,4\n160B,40\n"), names), ["160B | 4: 4"]);
  assertEquals(smallPlaces(csvGrid("votes,share\n9,50.5\n10,50.5\n")), ["votes: 9 | 50.5"]);
});
