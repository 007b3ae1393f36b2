import { assert, assertEquals, assertGreater } from "@std/assert";
import { parse } from "csv-parse/sync";
import pl from "nodejs-polars";
import { fileURLToPath } from "node:url";
import { findNotebooks } from "../../../lib/notebook/mod.ts";
import { sha256 } from "../../../lib/files/hash.ts";
import { storedNotebook } from "../../../lib/report/executed_notebooks.ts";
import type {
  NumberRows,
  ReadRows,
  RowSet,
  TableFacts,
} from "../../../lib/report/origins/number_index.ts";
import { resolveOrigins } from "../../../lib/report/origins/resolve_origins.ts";
import { renderNotebook } from "../../../lib/report/notebook_page.ts";
import { FORMULA_VALUES } from "./formula_values.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const VERSIONS = { deno: "", library: "", lock: "" };

interface Index {
  readonly numbers: readonly {
    readonly href: string;
    readonly text: string;
    readonly value?: number;
    readonly origin: number;
    readonly rows?: NumberRows;
    readonly row?: { readonly table: string; readonly column: string; readonly key: object };
  }[];
  readonly origins: readonly { readonly reads: readonly number[] }[];
  readonly reads: readonly ReadRows[];
  readonly rowSets: readonly RowSet[];
  readonly tables: Readonly<Record<string, TableFacts>>;
}

/** The index of numbers that a page has beside it. */
async function indexOf(path: string): Promise<Index> {
  const { notebook, context } = await storedNotebook(path, VERSIONS);
  const numbers = await resolveOrigins(ROOT, notebook);
  const convert = () => Promise.resolve(new Uint8Array());
  // The index rests on where numbers come from, which is told above; code is not laid out for it.
  const cells = notebook.cells.map((cell) => cell.kind === "code" ? { ...cell, source: "" } : cell);
  const { files } = await renderNotebook({ cells }, { ...context, numbers, convert });
  const file = files.find((file) => file.path.endsWith(".numbers.json"))!;
  return JSON.parse(file.content as string);
}

/** A table's file, read without the library: a column's cells, from the first row on. */
type File = { readonly height: number; column(name: string): readonly unknown[] };

function readFile(path: string): File {
  if (path.endsWith(".parquet")) {
    const frame = pl.readParquet(ROOT + path);
    return { height: frame.height, column: (name) => frame.getColumn(name).toArray() };
  }
  const text = Deno.readTextFileSync(ROOT + path);
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return { height: rows.length, column: (name) => rows.map((row) => row[name]) };
}

const files = new Map<string, File>();

/** Each file, and each column of it, is read once. */
function fileOf(path: string): File {
  const known = files.get(path);
  if (known !== undefined) return known;
  const { height, column } = readFile(path);
  const columns = new Map<string, readonly unknown[]>();
  const file = {
    height,
    column: (name: string) => {
      if (!columns.has(name)) columns.set(name, column(name));
      return columns.get(name)!;
    },
  };
  files.set(path, file);
  return file;
}

/** The numbers of "1-3,7": 1, 2, 3, 7. */
const listed = (list: string) =>
  list.split(",").filter((part) => part !== "").flatMap((part) => {
    const [from, to = from] = part.split("-").map(Number);
    return Array.from({ length: to! - from! + 1 }, (_, i) => from! + i);
  });

/** A number computed from nothing but the rows that it names, in their file. */
function recomputed({ formula, times, terms }: NumberRows, index: Index): number | null {
  const sums = terms.map(({ rows, column }) => {
    const { list, table } = index.rowSets[rows]!;
    if (list === undefined) return null;
    const found = listed(list);
    if (column === "") return found.length;
    const cells = fileOf(index.tables[table]!.path).column(column);
    return found.reduce((sum, row) => {
      const cell = cells[row - 1] ?? "";
      assert(cell !== "", `${column} is blank`);
      return sum + Number(cell);
    }, 0);
  });
  if (sums.includes(null)) return null;
  const [a, b = NaN, c = NaN] = sums as number[];
  return times * FORMULA_VALUES[formula](a!, b, c);
}

/** A generator of numbers from 0 to 1, the same for the same seed (Lehmer's, of Park and Miller). */
function* draws(seed: number): Generator<number> {
  for (let state = seed;;) yield (state = state * 48271 % 2147483647) / 2147483647;
}

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-11 * Math.abs(b);

Deno.test("numbers of all pages follow from the rows that they name, taken from the files by their numbers", async (t) => {
  const random = draws(20161108);
  const all: { page: string; number: Index["numbers"][number]; value: number | null }[] = [];
  for (const path of await findNotebooks(`${ROOT}notebooks`)) {
    const index = await indexOf(path);
    const withRows = index.numbers.filter(({ rows }) => rows !== undefined);
    for (const number of withRows) {
      all.push({ page: path, number, value: recomputed(number.rows!, index) });
    }
    await t.step(`each set of rows is what it says: ${path.split("/").at(-1)}`, () => {
      for (const set of index.rowSets) checkSet(set, index);
      // Each read of a table that is there names its rows.
      for (const read of index.reads) {
        const path = index.tables[read.table]?.path ?? "";
        assertEquals(read.set !== undefined, /\.(csv|parquet)$/.test(path), read.table);
      }
    });
  }
  const computed = all.filter(({ value }) => value !== null);
  // Few name so many scattered rows that the list is a digest.
  assertGreater(computed.length, 400);
  await t.step("twenty drawn ones, of more than one formula and page", () => {
    const drawn = Array.from(
      { length: 20 },
      () => computed[Math.floor(random.next().value! * computed.length)]!,
    );
    assertGreater(new Set(drawn.map(({ page }) => page)).size, 4);
    assertGreater(new Set(drawn.map(({ number }) => number.rows!.formula)).size, 2);
    for (const { number, value } of drawn) {
      assert(near(value!, number.value!), `${number.href} ${number.text}: ${value}`);
    }
  });
  await t.step("and every other one", () => {
    for (const { number, value } of computed) {
      assert(near(value!, number.value!), `${number.href} ${number.text}: ${value}`);
    }
  });
});

/** Holds a set's count, filter, first and last row, digest and sources against the file. */
function checkSet(set: RowSet, index: Index): void {
  const { path, rows, sources } = index.tables[set.table]!;
  const file = fileOf(path);
  if (rows > 0) assertEquals(file.height, rows, path);
  const equal = (cell: unknown, value: unknown) =>
    String(cell ?? "") === String(value ?? "") ||
    typeof value === "number" && cell !== "" && Number(cell) === value;
  const fits = Object.entries(set.where).map(([column, values]) => {
    const cells = file.column(column);
    return (row: number) => values.some((value) => equal(cells[row - 1], value));
  });
  if (set.list !== undefined) {
    const found = listed(set.list);
    assertEquals(found.length, set.count);
    assert(found.every((row) => fits.every((fit) => fit(row))), path);
  } else {
    // The rows of a digest are those of the filter.
    const kept = Array.from({ length: file.height }, (_, i) => i + 1)
      .filter((row) => fits.every((fit) => fit(row)));
    assertEquals(kept.length, set.count, path);
    assertEquals(sha256(kept.map((row) => `${row}\n`).join("")), set.digest);
  }
  for (const end of [set.first, set.last]) {
    for (const [column, value] of Object.entries(end?.key ?? {})) {
      assert(equal(file.column(column)[end!.row - 1], value), `${path} row ${end!.row} ${column}`);
    }
  }
  const files = new Set(sources.map(({ file }) => file));
  assert(set.sources.every((source) => files.has(source)));
}

Deno.test("a number that stands in one row names it", async () => {
  const [path] = (await findNotebooks(`${ROOT}notebooks`)).filter((path) => /\/01_/.test(path));
  const index = await indexOf(path!);
  const lead = index.numbers.find(({ text }) => text === "2,868,686")!;
  assertEquals([lead.rows!.formula, lead.rows!.times], ["a - b", 1]);
  const terms = lead.rows!.terms.map(({ rows, column }) => [index.rowSets[rows]!, column] as const);
  assertEquals(
    terms.map(([{ table, where, count }, column]) => [table, where, count, column]),
    ["Hillary Clinton", "Donald Trump"].map((name) => [
      "state_returns",
      { year: [2016], candidate: [name] },
      51,
      "votes",
    ]),
  );
  // The rows of 2016 are the FEC's: its file alone, of the table's many.
  assertEquals(terms[0]![0].sources, ["fec/federalelections2016.xlsx"]);
  const rows = index.numbers.filter(({ row }) => row !== undefined);
  assertGreater(rows.length, 10);
  for (const { row, value } of rows) {
    const file = fileOf(index.tables[row!.table]!.path);
    const cells = file.column(row!.column).filter((_, i) =>
      Object.entries(row!.key).every(([column, part]) =>
        String(file.column(column)[i]) === String(part)
      )
    );
    assertEquals(cells.map(Number), [value]);
  }
});
