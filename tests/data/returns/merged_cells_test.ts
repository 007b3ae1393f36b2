import { assertEquals } from "@std/assert";
import { utils, write } from "@e965/xlsx";
import { readReturns } from "tallybook/data";
import { withFile } from "./with_file.ts";

Deno.test("a merged cell's text stands in each of its cells, a merged count once", () => {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([
    ["state_po", "county", "precinct", "candidate", "votes"],
    ["WI", "Dane", "Elm", "Ada", 12],
    [null, null, null, "Ben", 5],
    [null, null, "Oak", "Ada", 7],
    [null, null, null, "Ben", 9],
  ]);
  sheet["!merges"] = ["A2:A5", "B2:B5", "C2:C3", "C4:C5"].map((range) => utils.decode_range(range));
  utils.book_append_sheet(book, sheet, "Returns");
  const bytes = new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
  const { returns } = withFile(bytes, (path) => {
    const read = readReturns(path, { year: 2016 });
    return { returns: read.returns.toRecords() };
  }, "r.xlsx");
  assertEquals(
    returns.map(({ county, precinct, candidate, votes }) =>
      `${county} ${precinct} ${candidate} ${votes}`
    ),
    ["Dane Elm Ada 12", "Dane Elm Ben 5", "Dane Oak Ada 7", "Dane Oak Ben 9"],
  );
});

Deno.test("a merged cell's text ends where it ends, also on a sheet that begins below and beside its first cell", () => {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([], { sheetStubs: false });
  utils.sheet_add_aoa(sheet, [
    ["state_po", "county", "candidate", "votes"],
    ["WI", "Dane", "Ada", 12],
    [null, null, "Ben", 5],
    ["WI", null, "Ada", 7],
  ], { origin: "C4" });
  sheet["!ref"] = "C4:F7";
  sheet["!merges"] = ["C5:C6", "D5:D6"].map((range) => utils.decode_range(range));
  utils.book_append_sheet(book, sheet, "Returns");
  const bytes = new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
  const counties = withFile(
    bytes,
    (path) => readReturns(path, { year: 2016 }).returns.toRecords().map(({ county }) => county),
    "r.xlsx",
  );
  assertEquals(counties, ["Dane", "Dane", null]);
});
