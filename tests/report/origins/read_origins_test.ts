/** Origins that a notebook stores are read where they have their form, part by part. */
import { assertEquals } from "@std/assert";
import { ORIGINS_MEDIA_TYPE } from "../../../lib/display/origins.ts";
import { readOrigins } from "../../../lib/report/origins/read_origins.ts";

const NUMBER = { in: "text", place: 0, text: "537", span: 0, value: 537, by: "count", digits: 0 };
const STORED = {
  version: 1,
  shown: "prose",
  path: 0,
  paths: [["cell 1:2"], []],
  numbers: [{ ...NUMBER, path: 1 }, { in: "text", place: 1, text: "2000" }],
  columns: [{ key: "votes" }, { key: "share", by: "percent", digits: 1, path: 1, value: 0.5 }],
  reads: [{ table: "state_returns", choice: { year: 2000 }, rows: 9, path: 0 }],
};
const read = (stored: unknown) =>
  readOrigins({ kind: "data", data: { [ORIGINS_MEDIA_TYPE]: JSON.stringify(stored) } });

Deno.test("origins of their form are read as they are stored", () => {
  assertEquals(read(STORED) as unknown, STORED);
  for (const shown of ["prose", "table", "figure"]) {
    assertEquals(read({ ...STORED, shown })?.shown, shown);
  }
  const { columns: _columns, ...without } = STORED;
  assertEquals(read(without) as unknown, without);
  const empty = { version: 1, shown: "table", paths: [], numbers: [], reads: [] };
  assertEquals(read(empty) as unknown, empty);
});

Deno.test("an output that has none, or has no text of JSON there, has no origins", () => {
  assertEquals(
    readOrigins({ kind: "stream", stream: "stdout", text: JSON.stringify(STORED) }),
    null,
  );
  assertEquals(readOrigins({ kind: "data", data: {} }), null);
  assertEquals(readOrigins({ kind: "data", data: { [ORIGINS_MEDIA_TYPE]: STORED } }), null);
  assertEquals(readOrigins({ kind: "data", data: { [ORIGINS_MEDIA_TYPE]: "{" } }), null);
  for (const other of [null, 1, "x", []]) assertEquals(read(other), null);
});

Deno.test("one part of another form is enough to be none", () => {
  const [number] = STORED.numbers;
  const [, column] = STORED.columns;
  const [table] = STORED.reads;
  const without = (object: object, name: string) =>
    Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
  const wrong: readonly Record<string, unknown>[] = [
    { version: 2 },
    { shown: "page" },
    { path: 2 },
    { path: 0.5 },
    { path: "0" },
    { paths: "cell" },
    { paths: [["cell"], "cell"] },
    { paths: [["cell"], [1]] },
    { numbers: {} },
    { numbers: [{ ...number, in: 1 }] },
    { numbers: [without(number!, "text")] },
    { numbers: [{ ...number, place: 0.5 }] },
    { numbers: [{ ...number, by: 1 }] },
    { numbers: [{ ...number, value: "537" }] },
    { numbers: [without(number!, "digits")] },
    { numbers: [{ ...number, path: 7 }] },
    { numbers: [STORED.numbers[1], without(number!, "value")] },
    { columns: [STORED.columns[0], without(column!, "key")] },
    { columns: [{ ...column, digits: 0.5 }] },
    { columns: [{ ...column, path: -1 }] },
    { reads: null },
    { reads: [without(table!, "table")] },
    { reads: [{ ...table, choice: null }] },
    { reads: [{ ...table, choice: "all" }] },
    { reads: [table, { ...table, path: 9 }] },
  ];
  for (const part of wrong) assertEquals(read({ ...STORED, ...part }), null, JSON.stringify(part));
});
