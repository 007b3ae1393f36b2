import { assertEquals, assertStringIncludes } from "@std/assert";
import { mendings, reading, refusing, sum } from "./reading.ts";

const FILE = "20201103__oh__general__county.csv";
const OPTIONS = { check: false } as const;
const HEADER = "county,Joe Biden,Donald Trump\n";
const stops = (text: string) =>
  refusing(FILE, text, OPTIONS).problems.map(({ row, found }) => [row, found]);

Deno.test("a column a candidate: rows with more cells than the header are refused, not shifted", () => {
  const text = `${HEADER}Adams,1,055,900\nAllen,300,400\n`;
  assertEquals(stops(text), [[2, "4"]]);
  assertEquals(sum(reading(FILE, text, { ...OPTIONS, mend: ["cells"] })), 700);
  // Cells behind the header without anything in them are no cells.
  assertEquals(sum(reading(FILE, `${HEADER}Adams,100,200,,\nAllen,300,400\n`, OPTIONS)), 1000);
});

Deno.test("a column a candidate: quotation marks within cells are named by row", () => {
  assertEquals(stops(`${HEADER}"Ad"ams,100,200\nAllen,300,400\n`), [[
    2,
    "text behind the closing quotation mark of a cell",
  ]]);
  const open = stops(`${HEADER}Adams,100,200\n"Allen,300,400\n`);
  assertEquals(open[0], [3, "the end of the file: it seems to be cut off"]);
  const read = reading(FILE, `${HEADER}"Ad""am""s, ""x""",100,200\nAllen,300,400\n`, OPTIONS);
  assertEquals([...new Set(read.returns.getColumn("county").toArray())], ['Ad"am"s, "x"', "Allen"]);
});

Deno.test("a column a candidate: a last count without a line end is held against the others", () => {
  assertEquals(stops(`${HEADER}Adams,100,200\nAllen,300,4`), [[
    3,
    "4 at the end of the file, which seems to be cut off",
  ]]);
  assertEquals(sum(reading(FILE, `${HEADER}Adams,100,200\nAllen,300,400`, OPTIONS)), 1000);
});

Deno.test("a column a candidate: lines that end with CR alone are read, a CR within a line is not", () => {
  const text = `${HEADER}Adams,100,200\nAllen,300,400\n`;
  const read = reading(FILE, text.replaceAll("\n", "\r"), OPTIONS);
  assertEquals(sum(read), 1000);
  assertStringIncludes(mendings(read)[0]!, "CR alone");
  assertEquals(stops(text.replace("200\n", "200\r"))[0], [2, "a CR alone within a line"]);
});

Deno.test("a place without counts among others is listed, a note below the table is not", () => {
  const read = reading(
    FILE,
    `${HEADER}Adams,100,200\nAshland,,\nAllen,300,400\nSource: state\n`,
    OPTIONS,
  );
  assertEquals([sum(read), mendings(read)], [1000, ['"Ashland" without any: not read']]);
});

Deno.test("rows of candidates below a title keep the number of their cells", () => {
  const text = "Results of Ohio\n\ncounty,candidate,votes\nAdams,Ada,1,055\nAdams,Ben,60\n";
  assertEquals(stops(text)[0]?.[1], "4");
  assertEquals(
    sum(
      reading(
        FILE,
        "Results of Ohio\n\ncounty,candidate,votes\nAdams,Ada,55\nAdams,Ben,60\n",
        OPTIONS,
      ),
    ),
    115,
  );
});
