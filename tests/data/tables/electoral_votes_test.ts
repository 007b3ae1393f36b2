import { assertEquals } from "@std/assert";
import { loadElectoralVotes } from "tallybook/data";

function tally(status: "projected" | "won" | "cast"): Record<string, number> {
  const rows = loadElectoralVotes({ year: 2016, status }).toRecords();
  const totals: Record<string, number> = {};
  for (const { candidate, electors } of rows) {
    totals[candidate] = (totals[candidate] ?? 0) + electors;
  }
  return totals;
}

Deno.test("loadElectoralVotes() gives 2016 as projected with Michigan open, as won and as cast", () => {
  assertEquals(tally("projected"), {
    "Donald Trump": 290,
    "Hillary Clinton": 232,
    "Undecided": 16,
  });
  assertEquals(tally("won"), { "Donald Trump": 306, "Hillary Clinton": 232 });
  assertEquals(tally("cast"), {
    "Donald Trump": 304,
    "Hillary Clinton": 227,
    "Colin Powell": 3,
    "John Kasich": 1,
    "Ron Paul": 1,
    "Bernie Sanders": 1,
    "Faith Spotted Eagle": 1,
  });
});

Deno.test("loadElectoralVotes() splits Maine and Nebraska into the state and its districts", () => {
  const rows = loadElectoralVotes({ year: 2016, states: ["ME"], status: "won" }).toRecords();
  assertEquals(rows.map(({ unit, candidate, electors }) => [unit, candidate, electors]), [
    ["ME", "Hillary Clinton", 2],
    ["ME-01", "Hillary Clinton", 1],
    ["ME-02", "Donald Trump", 1],
  ]);
});
