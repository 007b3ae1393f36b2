import { assertEquals } from "@std/assert";
import { runInThisContext } from "node:vm";
import { count, decimal, md, percent, table } from "tallybook/display";
import { numberTokens } from "../../lib/display/number_tokens.ts";
import { noteRead, recordOrigins } from "../../lib/display/origin_ledger.ts";
import { ORIGINS_MEDIA_TYPE, type StoredOrigins } from "../../lib/display/origins.ts";

const DISPLAY = Symbol.for("Jupyter.display");

/** What a display stores of its origins while they are recorded; `cell` runs as the kernel's cells do. */
function originsOf(make: () => unknown): StoredOrigins {
  recordOrigins(true);
  try {
    const shown = make() as Record<symbol, () => Record<string, unknown>>;
    return JSON.parse(shown[DISPLAY]!()[ORIGINS_MEDIA_TYPE] as string);
  } finally {
    recordOrigins(false);
  }
}

/** Runs code under the file name that the kernel gives to cells. */
const cell = (code: string, tools: Record<string, unknown>): unknown =>
  (runInThisContext(`(tools) => {\n${code}\n}`, { filename: "<anonymous>" }) as (
    tools: Record<string, unknown>,
  ) => unknown)(tools);

Deno.test("numberTokens() finds numbers as readers see them", () => {
  const texts = (text: string) => numberTokens(text).map((token) => token.text);
  assertEquals(texts("from −1.5 to +2,345.60, or 12%–13% in 1960s"), [
    "−1.5",
    "+2,345.60",
    "12%",
    "13%",
    "1960",
  ]);
  // Names are no numbers, and a dash between two numbers is no sign.
  assertEquals(texts("claim P16 of H1 and x2, 3−4"), ["3", "4"]);
});

Deno.test("outside of a notebook nothing is recorded, and a bundle is what it was", () => {
  assertEquals(Object.keys(md`${count(3)}`[DISPLAY]!()), ["text/markdown", "text/plain"]);
});

Deno.test("md stores each number's interpolation, value, format, decimals and place in the cell", () => {
  const stored = originsOf(() =>
    cell(
      "const whole = (v) => tools.percent(v, { digits: 0 });\n" +
        "return tools.md`Of 5, ${tools.count(1234)} led by ${whole(0.12345)}.`;",
      { md, count, percent },
    )
  );
  const paths = stored.numbers.map(({ path }) => stored.paths[path!]);
  assertEquals(stored.shown, "prose");
  // The 5 stands in the cell's own words: nothing made it.
  assertEquals(stored.numbers.map(({ path: _path, ...rest }) => rest), [
    { in: "text", span: 0, place: 1, text: "1,234", value: 1234, by: "count", digits: 0 },
    { in: "text", span: 1, place: 2, text: "12%", value: 0.12345, by: "percent", digits: 0 },
  ]);
  // A call's column is that of the name that is called, as the engine counts it.
  assertEquals(paths, [["3:31"], ["whole 2:28", "3:53"]]);
});

Deno.test("the same print twice is taken in its order", () => {
  const stored = originsOf(() => {
    const [a, b] = [decimal(1.04, { digits: 1 }), decimal(0.96, { digits: 1 })];
    return md`${a} and ${b}`;
  });
  assertEquals(stored.numbers.map(({ value }) => value), [1.04, 0.96]);
});

Deno.test("a table stores a format once a column, and what differs by cell", () => {
  const rows = [{ state: "WI", votes: 22748, share: 0.0077, range: `${count(3)} to ${count(5)}` }];
  const stored = originsOf(() => {
    const range = `${count(3)} to ${count(5)}`;
    return table([...rows, { ...rows[0]!, share: 0.1, range }], {
      caption: `Of ${count(2)}`,
      source: "FEC",
      columns: ["state", "votes", { key: "share", format: (v) => percent(v) }, "range"],
    });
  });
  assertEquals(
    stored.columns!.map(({ key, by }) => [key, by]),
    [["state", undefined], ["votes", undefined], ["share", "percent"], ["range", undefined]],
  );
  assertEquals(stored.numbers.map(({ in: where, value }) => [where, value]), [
    ["caption", 2],
    ["0,3", 3],
    ["0,3", 5],
    ["1,3", 3],
    ["1,3", 5],
  ]);
});

Deno.test("tables that were read come with the next output, choices of one call together", () => {
  const stored = originsOf(() => {
    for (const year of [2016, 2020]) {
      noteRead("state_returns", { year, state_po: ["WI"] }, year % 7);
    }
    noteRead("turnout", { year: undefined }, 9);
    return md`Nothing.`;
  });
  assertEquals(stored.reads.map(({ table, choice, rows }) => ({ table, choice, rows })), [
    { table: "state_returns", choice: { year: [2016, 2020], state_po: ["WI"] }, rows: 4 },
    { table: "turnout", choice: {}, rows: 9 },
  ]);
});
