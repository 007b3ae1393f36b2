import { assertEquals } from "@std/assert";
import { type Mend, ProblemList } from "../../../lib/data/returns/problem.ts";

const of = (
  row: number | undefined,
  found: string,
  more: { column?: string; expected?: string; option?: Mend } = {},
) => ({
  file: "r.csv",
  ...(row === undefined ? {} : { row }),
  expected: "a count",
  found,
  ...more,
});
function list(...problems: readonly ReturnType<typeof of>[]) {
  const all = new ProblemList();
  for (const problem of problems) all.add(problem);
  return { size: all.size, list: all.list().map(({ row, rows, found }) => [found, row, rows]) };
}

Deno.test("equal problems of several rows are one, with the first row and all of them", () => {
  assertEquals(list(of(7, "x"), of(3, "x"), of(5, "x")), { size: 1, list: [["x", 3, [3, 5, 7]]] });
  assertEquals(list(of(7, "x")), { size: 1, list: [["x", 7, undefined]] });
  assertEquals(list(of(undefined, "x")).list, [["x", undefined, undefined]]);
});

Deno.test("problems of another column, expectation, finding or option stay apart", () => {
  const base = { column: "votes", expected: "a count", option: "blanks" as Mend };
  for (const other of [{ column: "year" }, { expected: "a year" }, { option: "totals" as Mend }]) {
    assertEquals(list(of(1, "x", base), of(2, "x", { ...base, ...other })).size, 2);
  }
  assertEquals(list(of(1, "x"), of(2, "y")).size, 2);
});

Deno.test("problems stand in the order of their first rows, those of the file first", () => {
  assertEquals(
    list(of(9, "a"), of(4, "b"), of(2, "a"), of(undefined, "c")).list.map(([found]) => found),
    [
      "c",
      "a",
      "b",
    ],
  );
});

Deno.test("more than ten that differ only in the cell found are one, with the first as example", () => {
  const cells = (count: number) =>
    Array.from({ length: count }, (_, at) => of(at + 2, `"${at}x", no count`));
  assertEquals(list(...cells(10)).list.length, 10);
  const [one, ...more] = list(...cells(11)).list;
  assertEquals([more, one], [[], [
    '"0x", no count (and the like in 10 other ways)',
    2,
    [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  ]]);
  // Numbers differ as cells do; another kind is counted apart.
  const numbers = Array.from(
    { length: 11 },
    (_, at) => of(at + 2, `${at * 1000}, which is a fraction`),
  );
  assertEquals(list(...numbers, of(1, "other")).list.length, 2);
});
