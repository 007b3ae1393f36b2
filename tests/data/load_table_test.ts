import { assertEquals, assertStrictEquals } from "@std/assert";
import { loadBallotRecords, loadCountyReturns } from "tallybook/data";

Deno.test("rows of a Parquet table that are chosen again are the same rows", () => {
  const stein = { year: 2016, states: ["WI"], candidates: ["Jill Stein"] };
  const votes = () => loadCountyReturns(stein).map((row) => row.votes);
  const first = votes();
  // The state's certified votes for her.
  assertEquals(first.reduce((sum, count) => sum + count, 0), 31_072);
  assertEquals(votes(), first);
});

Deno.test("a choice of hundreds of thousands of rows is made once", () => {
  const [first] = loadBallotRecords({ county: "Pima" });
  loadBallotRecords({ county: "Yuma" });
  assertStrictEquals(loadBallotRecords({ county: "Pima" })[0], first);
});
