import { assertEquals } from "@std/assert";
import { loadCountyReturns, loadReconciliation, loadStateReturns } from "tallybook/data";

Deno.test("what county_returns lacks in New York is as its caveat says", () => {
  const missing = [
    [2004, "John Kerry", 133_525],
    [2004, "George W. Bush", 155_574],
    [2008, "Barack Obama", 35_245],
    [2008, "John McCain", 10_473],
    [2012, "Barack Obama", 161_513],
    [2012, "Mitt Romney", 267_034],
  ] as const;
  for (const [year, candidate, votes] of missing) {
    const choice = { year, states: ["NY"], candidates: [candidate] };
    const sum = (rows: readonly { votes: number }[]) =>
      rows.reduce((total, row) => total + row.votes, 0);
    assertEquals(sum(loadStateReturns(choice)) - sum(loadCountyReturns(choice)), votes);
  }
});

Deno.test("every state and year whose counties differ by 1,000 votes or more has a cause", () => {
  const unexplained = loadReconciliation({ table: "county_returns" })
    .filter((row) => Math.abs(row.difference) >= 1000 && row.cause === null);
  assertEquals(unexplained, []);
});
