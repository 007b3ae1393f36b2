import { assertEquals } from "@std/assert";
import { contestBlock } from "../../../lib/data/returns/layouts/contest_block.ts";

const HEADER = ["Parish", "Ada Red", "Ben Blue"];
const columns = [1, 2].map((column) => ({ column, candidate: HEADER[column]! }));
/** Where the contest under the grid's first row ends, and which rows repeat its header. */
const block = (...rows: readonly (readonly string[])[]) => {
  const { end, repeated } = contestBlock([HEADER, ...rows], 0, columns);
  return [end, [...repeated]];
};
const COUNTS = ["Acadia", "1,234", "5.0"];

Deno.test("a contest ends at the last row where no other names come", () => {
  assertEquals(block(COUNTS, COUNTS), [3, []]);
  assertEquals(block(), [1, []]);
});

Deno.test("a contest ends where two names stand with counts below them", () => {
  assertEquals(block(COUNTS, ["Parish", "Cy Gold", "Di Green"], COUNTS), [2, []]);
  // One name, or names without counts below, or beside a count, end nothing.
  assertEquals(block(COUNTS, ["Parish", "Cy Gold", ""], COUNTS), [4, []]);
  assertEquals(block(COUNTS, ["Parish", "Cy Gold", "Di Green"], ["", "", ""]), [4, []]);
  assertEquals(block(COUNTS, ["Parish", "Cy Gold", "Di Green"]), [3, []]);
  const third = [...columns, { column: 3, candidate: "Cy" }];
  const grid = [HEADER, COUNTS, ["Parish", "Cy Gold", "Di Green", "7"], COUNTS];
  assertEquals(contestBlock(grid, 0, third).end, 4);
  // A single letter is no name.
  assertEquals(block(COUNTS, ["Parish", "A", "B"], COUNTS), [4, []]);
});

Deno.test("the header that is repeated on a further page belongs to the contest", () => {
  assertEquals(block(COUNTS, HEADER, COUNTS, HEADER, COUNTS), [6, [2, 4]]);
  assertEquals(block(HEADER, COUNTS, ["Parish", "Cy Gold", "Di Green"], COUNTS), [3, [1]]);
});
