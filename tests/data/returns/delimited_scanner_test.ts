/**
 * The scanner of delimited text against csv-parse, which shares no line with it: random tables, cut
 * into random chunks.
 */
import { assert, assertEquals } from "@std/assert";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import type { ColumnUse } from "../../../lib/data/returns/scan_plan.ts";
import { rowsOf, scan } from "./scanned_rows.ts";

const word = fc.stringMatching(/^[a-zé0-9]{0,6}$/);
const cell = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 3, arbitrary: fc.nat({ max: 99_999 }).map(String) },
  { weight: 1, arbitrary: fc.bigInt(10n ** 14n, 10n ** 17n).map(String) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", "-", "1,5", '"', 'a""b', "12 ", "two\nlines", "x,\n,y"),
  },
);
const USES: readonly ColumnUse[] = ["text", "skip", "count", "text", "count"];

Deno.test("the scanner cuts any table as csv-parse does, however its bytes come in", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell, cell, cell), { minLength: 1, maxLength: 40 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      fc.constantFrom(",", "\t", "|"),
      (table, chunks, lineEnd, closed, sign) => {
        const quoted = (text: string) =>
          text.includes(sign) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        const lines = table.map((cells) => cells.map(quoted).join(sign));
        // A row of blanks alone at the very end without a line end is no row to csv-parse.
        const text = lines.join(lineEnd) + (closed ? lineEnd : "");
        const expected = parse(text, { delimiter: sign, relax_column_count: true }) as string[][];
        const scanned = scan(text, { uses: USES, delimiter: sign.charCodeAt(0) }, chunks);
        assertEquals(
          rowsOf(scanned, USES),
          expected.map((cells) =>
            cells.map((each, column) =>
              USES[column] === "skip"
                ? null
                : USES[column] === "count" && /^\d{1,15}$/.test(each.trim())
                ? String(Number(each))
                : each.trim()
            )
          ),
        );
        assertEquals([scanned.problems, scanned.open], [[], !closed]);
        // A row starts below all lines of those before it.
        let line = 2;
        table.forEach((cells, at) => {
          assertEquals(scanned.lineOf(at), line);
          line += 1 + cells.join("").split("\n").length - 1;
        });
      },
    ),
    { numRuns: 300, seed: 2016 },
  );
});

Deno.test("a blank count is told as blank, also where its chunk begins with it", () => {
  const uses: readonly ColumnUse[] = ["count", "text"];
  for (const chunks of [[99], [2], [1]]) {
    const scanned = scan(",a\n,b\n5,c\n", { uses }, chunks);
    assertEquals(rowsOf(scanned, uses), [["", "a"], ["", "b"], ["5", "c"]]);
  }
});

Deno.test("the scanner leaves out rows by a column's value, counts them and keeps the others' lines", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom("President", " President", "Sheriff", "Mayor", ""),
          fc.nat({ max: 99 }),
        ),
        {
          minLength: 1,
          maxLength: 60,
        },
      ),
      fc.integer({ min: 1, max: 30 }),
      (table, chunk) => {
        const text = table.map(([office, votes]) => `${office},${votes}x\n`).join("");
        const keep = (value: string) => value === "President";
        const scanned = scan(text, { filter: { column: 0, keep } }, [chunk]);
        const kept = table.flatMap(([office, votes], at) =>
          keep(office.trim()) ? [{ votes: `${votes}x`, line: at + 2 }] : []
        );
        const { odd } = scanned.counts.get(1)!;
        assertEquals(scanned.rows, kept.length);
        assertEquals(
          kept.map((_, at) => ({ votes: odd.get(at), line: scanned.lineOf(at) })),
          kept,
        );
        // Nothing is left of rows that were not kept.
        assertEquals(odd.size, kept.length);
        const others = Map.groupBy(
          table.map(([office]) => office.trim()).filter((office) => !keep(office)),
          (office) => office,
        );
        assertEquals(
          [...scanned.leftOut].sort(),
          [...others].map(([office, all]) => [office, all.length]).sort(),
        );
      },
    ),
    { numRuns: 100, seed: 2016 },
  );
});

Deno.test("the scanner holds more rows, values and bytes than it first had room for", () => {
  // Six thousand values of up to 400 letters: the dictionary, its table and its bytes grow several times.
  const names = Array.from({ length: 6000 }, (_, at) => `${"p".repeat(at % 400)}${at}`);
  const text = [...names, ...names.toReversed()].map((name, at) => `${name},${at}\n`).join("");
  const scanned = scan(text, { rows: 100 });
  assertEquals(scanned.rows, 12_000);
  const { codes, values } = scanned.texts.get(0)!;
  assertEquals(values, ["", ...names]);
  const counts = scanned.counts.get(1)!.values;
  for (let at = 0; at < 6000; at++) {
    assert(codes[at] === at + 1 && codes[11_999 - at] === at + 1);
    assert(counts[at] === at && counts[6000 + at] === 6000 + at);
  }
});

Deno.test("lines that end with a carriage return alone, and blank lines, are cut and counted", () => {
  const mac = scan("a,1\r\rb,x\rc,3", { carriageReturns: true }, [1]);
  assertEquals(rowsOf(mac, ["text", "count"]), [["a", "1"], ["b", "x"], ["c", "3"]]);
  assertEquals([0, 1, 2].map(mac.lineOf), [2, 4, 5]);
  // A carriage return within a line of another kind is part of its cell.
  const inside = scan("a\rb,1\n", {});
  assertEquals(rowsOf(inside, ["text", "count"]), [["a\rb", "1"]]);
  // Blank lines, with or without spaces, and however lines end.
  for (const end of ["\n", "\r\n"]) {
    for (const uses of [["count", "text"], ["skip", "text"]] as const) {
      const text = ["1,a", "", "2,b", "   ", "", "3,c", ""].join(end);
      const blank = scan(text, { uses }, [2]);
      assertEquals(
        rowsOf(blank, uses).map((cells) => cells[1]),
        ["a", "b", "c"],
      );
      assertEquals([[0, 1, 2].map(blank.lineOf), blank.problems], [[2, 4, 7], []]);
    }
  }
});
