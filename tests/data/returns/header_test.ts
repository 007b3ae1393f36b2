import { assertEquals } from "@std/assert";
import { readHeader, splitLine } from "../../../lib/data/returns/header.ts";

const read = (text: string, preferred?: string) =>
  readHeader(new TextEncoder().encode(text), preferred);
const sign = (text: string, preferred?: string) =>
  String.fromCharCode(read(text, preferred).delimiter);

Deno.test("splitLine() trims cells, and keeps signs and doubled quotes of a quoted one", () => {
  assertEquals(splitLine(' a ,"b, c" , "say ""x""",', ","), ["a", "b, c", 'say "x"', ""]);
  assertEquals(splitLine("", ","), [""]);
  // A quote within a cell is a sign of its own.
  assertEquals(splitLine('5" pipe,b', ","), ['5" pipe', "b"]);
  assertEquals(splitLine('"a"b,c', ","), ["ab", "c"]);
});

Deno.test("the header is the first line that is not blank; its line and its end are told", () => {
  const { names, end, line, carriageReturns } = read("a,b\r\n1,2\r\n");
  assertEquals({ names, end, line, carriageReturns }, {
    names: ["a", "b"],
    end: 5,
    line: 1,
    carriageReturns: false,
  });
  const later = read("\n  \r\n\na,b\n1,2\n");
  assertEquals([later.names, later.end, later.line], [["a", "b"], 10, 4]);
});

Deno.test("a mark of UTF-8 before the header is no part of it", () => {
  const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode("a,b\n")]);
  assertEquals([readHeader(bytes).names, readHeader(bytes).end], [["a", "b"], 7]);
  const blank = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('\n"a,b",c\n')]);
  assertEquals([readHeader(blank).names, readHeader(blank).line], [["a,b", "c"], 2]);
});

Deno.test("a quoted name may run over lines, which count", () => {
  const { names, end, line } = read('"a\nb",c\n1,2\n');
  assertEquals([names, end, line], [["a\nb", "c"], 8, 2]);
  // After a blank line.
  assertEquals(read('\n"a\nb",c\n').line, 3);
});

Deno.test("lines that end with a carriage return alone are known by having no other end", () => {
  const old = read("a,b\r1,2\r");
  assertEquals([old.names, old.end, old.carriageReturns], [["a", "b"], 4, true]);
  const quoted = read('"a\rb",c\r1,2\r');
  assertEquals([quoted.names, quoted.end], [["a\rb", "c"], 8]);
  assertEquals(read("a,b\r1,2\n").carriageReturns, false);
  assertEquals(read("a,b").carriageReturns, false);
});

Deno.test("a file of a header alone ends with it", () => {
  assertEquals([read("a,b").end, read("a,b").names], [3, ["a", "b"]]);
  assertEquals([read("").names, read("").end, read("").line], [[""], 0, 1]);
  assertEquals([read("\n\n").names, read("\n\n").end], [[""], 2]);
});

Deno.test("the sign that the header has most cuts it, outside quotes", () => {
  assertEquals([sign("a,b"), sign("a\tb"), sign("a|b"), sign("a;b"), sign("a")], [
    ...[",", "\t", "|", ";", ","],
  ]);
  assertEquals(sign("a,b;c;d"), ";");
  assertEquals(sign('"a,b,c,d";e;f'), ";");
  // Of equals the file's own comes first, then the comma.
  assertEquals([sign("a,b;c"), sign("a,b;c", ";"), sign("a,b,c;d", ";")], [",", ";", ","]);
});
