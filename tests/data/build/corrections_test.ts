import { assertEquals, assertThrows } from "@std/assert";
import { type Correction, Corrections } from "../../../lib/data/build/corrections.ts";
import { DataError } from "tallybook/data";
import { readCorrections } from "../../../lib/data/build/data_command.ts";

const ROWS = [
  { state: "Iowa", candidate: "Greeley", votes: "81636" },
  { state: "Ohio", candidate: "Greeley", votes: "244320" },
];

const MEND: Correction = {
  id: "Iowa, Greeley",
  file: "1872.json",
  match: { state: "Iowa", candidate: "Greeley" },
  action: "set",
  column: "votes",
  expected: "81636",
  value: "71189",
  reason: "A wrong digit",
  source: "Another compilation",
  status: "not reported",
};

Deno.test("Corrections set the declared value and leave other rows and the input alone", () => {
  const before = structuredClone(ROWS);
  const mended = new Corrections([MEND]).apply("1872.json", ROWS);
  assertEquals(mended.map((row) => row.votes), ["71189", "244320"]);
  assertEquals(ROWS, before);
});

Deno.test("Corrections drop the declared rows", () => {
  const drop: Correction = { ...MEND, action: "drop", match: { candidate: "Greeley" }, rows: 2 };
  assertEquals(new Corrections([drop]).apply("1872.json", ROWS), []);
});

Deno.test("Corrections fail loudly when a row is gone or the value has changed", () => {
  const gone = new Corrections([{ ...MEND, match: { state: "Utah" } }]);
  assertThrows(() => gone.apply("1872.json", ROWS), DataError, "0 rows that match");
  const changed = new Corrections([{ ...MEND, expected: "71189" }]);
  assertThrows(() => changed.apply("1872.json", ROWS), DataError, 'found "81636"');
});

Deno.test("Corrections touch only their file, and know which were never used", () => {
  const corrections = new Corrections([MEND]);
  assertEquals(corrections.apply("1876.json", ROWS), ROWS);
  assertEquals(corrections.unused().map(({ id }) => id), ["Iowa, Greeley"]);
  corrections.apply("1872.json", ROWS);
  assertEquals(corrections.unused(), []);
});

Deno.test("every declared correction says why, and what shows the right value", () => {
  const list = readCorrections();
  assertEquals(new Set(list.map(({ id }) => id)).size, list.length);
  for (const { id, reason, source, status } of list) {
    assertEquals([reason, source, status].every((text) => text.length > 5), true, id);
  }
});
