import { assertEquals } from "@std/assert";
import { toCsv } from "tallybook/chart";

Deno.test("toCsv() quotes commas, quotes and line breaks", () => {
  assertEquals(
    toCsv([{ a: 'say "hi"', b: "x,y" }, { a: "two\nlines", b: "" }]),
    'a,b\n"say ""hi""","x,y"\n"two\nlines",\n',
  );
});

Deno.test("toCsv() gives every column that any row has, in order of appearance", () => {
  assertEquals(toCsv([{ a: 1 }, { b: 2, a: 3 }]), "a,b\n1,\n3,2\n");
});

Deno.test("toCsv() writes dates, lists, nested objects, and nothing for what is missing", () => {
  const rows = [{
    day: new Date("2016-11-23"),
    moment: new Date("2016-11-23T10:30:00Z"),
    names: ["Powell", "Kasich"],
    estimate: { point: -0.5, lower: -1, assumptions: ["a", "b"] },
    gone: null,
    unknown: NaN,
    draw: () => 1,
  }];
  assertEquals(
    toCsv(rows),
    "day,moment,names,estimate_point,estimate_lower,estimate_assumptions,gone,unknown\n" +
      "2016-11-23,2016-11-23T10:30:00.000Z,Powell; Kasich,-0.5,-1,a; b,,\n",
  );
});

Deno.test("toCsv() takes a data frame and gives nothing for no columns", () => {
  assertEquals(toCsv({ toRecords: () => [{ fips: "01001" }] }), "fips\n01001\n");
  assertEquals(toCsv([{}]), "");
});
