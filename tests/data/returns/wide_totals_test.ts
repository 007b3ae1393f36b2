import { assertEquals, assertStringIncludes } from "@std/assert";
import { mendings, reading, refusing, sum } from "./reading.ts";

const FILE = "20201103__oh__general__county.csv";
const OPTIONS = { check: false } as const;
const HEADER = "county,votes_dem,votes_gop,total_votes\n";
const table = (adams: string) => `${HEADER}Adams,${adams}\nAllen,300,400,800\n`;

Deno.test("what a total has beyond its columns is the same, whatever sign separates thousands", () => {
  // 2,100 less 1,055 and 900; 800 less 300 and 400.
  for (
    const adams of ['"1,055",900,"2,100"', "1.055,900,2.100", "1 055,900,2 100", "1.055,900,2.000"]
  ) {
    const read = reading(FILE, table(adams), { ...OPTIONS, mend: ["thousands"] });
    const others = read.returns.toRecords().filter(({ candidate }) =>
      candidate.startsWith("Others")
    );
    const expected = adams.endsWith("2.000") ? 45 : 145;
    assertEquals(others.map(({ votes }) => Number(votes)), [expected, 100], adams);
  }
});

Deno.test("a total that is less than its columns, or none, is named with its row and column", () => {
  for (
    const [cell, found] of [["250", "250"], ["", "a blank cell"], ["many", '"many"']] as const
  ) {
    const [problem] = refusing(FILE, table(`100,200,${cell}`), OPTIONS).problems;
    assertEquals([problem?.row, problem?.column, problem?.found], [2, "total_votes", found]);
    assertEquals(
      sum(reading(FILE, table(`100,200,${cell}`), { ...OPTIONS, mend: ["totals"] })),
      1100,
    );
  }
});

Deno.test("a total beside all candidates that does not fit is listed", () => {
  const rows = "Adams,100,200,3,999\nAllen,300,400,3,703\nAshland,50,60,1,111\n";
  const read = reading(FILE, `county,Joe Biden,Donald Trump,Jo Jorgensen,Total\n${rows}`, OPTIONS);
  assertEquals([sum(read), mendings(read)], [1117, ["999, which is not: the rows are taken"]]);
});

Deno.test("columns of another year's candidates are not this year's, and are named as not read", () => {
  const rows = "Adams,100,200,90,210\nAllen,300,400,290,380\n";
  const header = "county,Joe Biden,Donald Trump,Hillary Clinton 2016,Donald Trump 2016\n";
  const read = reading(FILE, header + rows, OPTIONS);
  assertEquals(sum(read), 1000);
  assertEquals(read.unread, ["Hillary Clinton 2016", "Donald Trump 2016"]);
});

Deno.test("each column that the option candidates names must be there", () => {
  const text = "county,A,B\nAdams,100,200\nAllen,300,400\n";
  const names = { A: "Joe Biden", B: "Donald Trump" };
  assertEquals(sum(reading(FILE, text, { ...OPTIONS, candidates: names })), 1000);
  for (
    const candidates of [{ ...names, C: "Jo Jorgensen" }, { A: "Joe Biden", C: "Jo Jorgensen" }]
  ) {
    const { message } = refusing(FILE, text, { ...OPTIONS, candidates });
    assertStringIncludes(message, '"C"');
    assertStringIncludes(message, "as the option candidates says");
  }
});

Deno.test("numbers that add up to 100 in every place are percentages and no counts", () => {
  const rows = (total: number) =>
    Array.from({ length: 6 }, (_, at) => `P${at},${40 + at},${total - 40 - at}\n`).join("");
  const header = "county,Joe Biden,Donald Trump\n";
  assertStringIncludes(refusing(FILE, header + rows(100), OPTIONS).message, "percentages");
  assertEquals(sum(reading(FILE, header + rows(103), OPTIONS)), 618);
  const one = rows(100).replace("P0,40,60", "P0,140,60");
  assertEquals(sum(reading(FILE, header + one, OPTIONS)), 700);
});
