/** What a table stores of the prints of its cells: those that its column does not say. */
import { assertEquals } from "@std/assert";
import { decimal, percent, table } from "tallybook/display";
import { recordOrigins } from "../../lib/display/origin_ledger.ts";
import { ORIGINS_MEDIA_TYPE, type StoredOrigins } from "../../lib/display/origins.ts";

function originsOf(format: (value: number) => string, values: readonly number[]): StoredOrigins {
  recordOrigins(true);
  try {
    const shown = table(values.map((value) => ({ value })), {
      caption: "Values",
      source: "Made for this test",
      columns: [{ key: "value", format }],
    }) as unknown as Record<symbol, () => Record<string, string>>;
    return JSON.parse(shown[Symbol.for("Jupyter.display")]!()[ORIGINS_MEDIA_TYPE]!);
  } finally {
    recordOrigins(false);
  }
}
const cellsOf = ({ numbers }: StoredOrigins) =>
  numbers.map(({ in: place, text, by, digits }) => [place, text, by, digits]);

Deno.test("a column that one format printed says so, and none of its cells does", () => {
  const stored = originsOf((value) => decimal(value, { digits: 1 }), [0.5, 2.5]);
  assertEquals(stored.columns!.map(({ key, by, digits }) => [key, by, digits]), [
    ["value", "decimal", 1],
  ]);
  assertEquals(cellsOf(stored), []);
});

Deno.test("a cell of other digits, or of another format, than its column's first says its own", () => {
  const digits = originsOf((value) => decimal(value, { digits: value > 2 ? 2 : 1 }), [
    0.5,
    2.5,
    1.5,
  ]);
  assertEquals(digits.columns![0]!.digits, 1);
  assertEquals(cellsOf(digits), [["1,0", "2.50", "decimal", 2]]);
  const formats = originsOf(
    (value) => value > 2 ? decimal(value, { digits: 1 }) : percent(value, { digits: 1 }),
    [0.5, 2.5],
  );
  assertEquals(formats.columns![0]!.by, "percent");
  assertEquals(cellsOf(formats), [["1,0", "2.5", "decimal", 1]]);
});

Deno.test("a cell that prints another number than its own says its own", () => {
  const stored = originsOf((value) => decimal(10 * value, { digits: 1 }), [0.5]);
  assertEquals(cellsOf(stored), [["0,0", "5.0", "decimal", 1]]);
  assertEquals(stored.columns!.map(({ by }) => by), [undefined]);
});
