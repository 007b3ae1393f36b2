/** Quoted cells, whole and broken: what is read and said does not hang on where the bytes are cut. */
import { assertEquals } from "@std/assert";
import type { ColumnUse } from "../../../lib/data/returns/scan_plan.ts";
import { rowsOf, scan } from "./scanned_rows.ts";

const USES: readonly ColumnUse[] = ["text", "count"];

const TEXTS = [
  '"Ann ""Nan"" Lee",1\nb,2\n',
  '"a" ,1\n"b"   ,"2"  \n',
  '"CHARLES "C.J." BARICEVIC",1\nb,2\n',
  '"CHARLES "C.J." BARICEVIC"  ,1\r\n"x",2\r\n',
  '"Mad" Max,1\nb,2\n',
  '"Mad" Max\r\n"b" c,2\r\n',
  '"a,b" c,1\nd,2\n',
  '"two\nlines",1\n"three\nmore\nlines",2\n',
  '"a,1\nb",2\nc,3\n',
  '"one "two" three "four"",1\nb,2\n',
  '"a ""b"" "c" d",1\nb,2\n',
  'a,"1"\nb,"2"',
  'a,"1"\nb,"2" ',
  'a,1\n"b" c',
  'a,1\n"b',
  '"",1\n"""",2\n"a""",3\n',
  '"é ""ü""",1\n"𝒳",2\n',
];

const read = (text: string, chunks: readonly number[]) => {
  const scanned = scan(text, { uses: USES }, chunks);
  return {
    rows: rowsOf(scanned, USES),
    problems: scanned.problems,
    lines: Array.from({ length: scanned.rows }, (_, at) => scanned.lineOf(at)),
    open: scanned.open,
  };
};

Deno.test("a text is read the same byte by byte, and cut at any place, as at once", () => {
  for (const text of TEXTS) {
    const whole = read(text, [1 << 20]);
    const length = new TextEncoder().encode(text).length;
    assertEquals(read(text, [1]), whole, `${text} byte by byte`);
    for (let at = 1; at < length; at++) {
      assertEquals(read(text, [at, length]), whole, `${text} cut at ${at}`);
      assertEquals(read(text, [at, 1, length]), whole, `${text} cut at ${at} and behind`);
    }
  }
});

Deno.test("blanks behind a quoted cell are no part of it, and marks in a name are", () => {
  const rows = (text: string) => read(text, [1 << 20]).rows;
  assertEquals(rows('"a" ,1\n"b"   ,"2"  \n'), [["a", "1"], ["b", "2"]]);
  assertEquals(rows('"Mad" Max,1\nb,2\n'), [['"Mad" Max', "1"], ["b", "2"]]);
  assertEquals(rows('"Mad" Max,1\r\nb,2\r\n')[0], ['"Mad" Max', "1"]);
  assertEquals(rows('"",1\n"""",2\n"a""",3\n'), [["", "1"], ['"', "2"], ['a"', "3"]]);
  assertEquals(rows('a,"1"\nb,"2" '), [["a", "1"], ["b", "2"]]);
});

Deno.test("a cell longer than any kept before is kept whole, its doubled marks as one", () => {
  for (const length of [255, 256, 257, 511, 512, 513, 2_000]) {
    const name = "x".repeat(length);
    assertEquals(read(`"""${name}""",1\n`, [100]).rows, [[`"${name}"`, "1"]]);
  }
});
