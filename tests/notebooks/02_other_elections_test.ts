import { assertEquals, assertStringIncludes } from "@std/assert";
import { loadElectoralVotes, loadStateReturns } from "tallybook/data";
import { pageText } from "./page_text.ts";

/** Votes by state and candidate of an election. */
type Votes = Map<string, Map<string, number>>;

function returnsOf(year: number): Votes {
  const votes: Votes = new Map();
  for (const row of loadStateReturns({ year }).toRecords()) {
    const own = votes.get(row.state_po) ?? new Map<string, number>();
    own.set(row.candidate, (own.get(row.candidate) ?? 0) + row.votes);
    votes.set(row.state_po, own);
  }
  return votes;
}

/**
 * The least part of an election's votes that, switched in whole states, leaves the winner without
 * a majority: for each number of electors taken away the fewest votes, state after state. Electors
 * of districts in Maine and Nebraska go with their state here.
 */
function leastPart(year: number): number | undefined {
  const won = loadElectoralVotes({ year, status: "won" }).toRecords();
  const all = won.reduce((sum, row) => sum + row.electors, 0);
  const byName = new Map<string, number>();
  for (const row of won) {
    byName.set(row.candidate, (byName.get(row.candidate) ?? 0) + row.electors);
  }
  const [winner, held] = [...byName].sort((a, b) => b[1] - a[1])[0]!;
  const surplus = held - Math.floor(all / 2);
  if (surplus <= 0) return undefined;
  const votes = returnsOf(year);
  const electors = new Map<string, number>();
  for (const row of won) {
    electors.set(row.state_po, (electors.get(row.state_po) ?? 0) + row.electors);
  }
  // cost[n]: the fewest switches that take n electors or more, n up to the surplus.
  let cost = Array.from({ length: surplus + 1 }, (_, n) => n === 0 ? 0 : Infinity);
  for (const [state, own] of votes) {
    const named = [...own].filter(([name]) => name !== "Others and write-ins");
    const [first, second] = named.sort((a, b) => b[1] - a[1]);
    if (first![0] !== winner || second === undefined) continue;
    const switches = Math.floor((first![1] - second[1]) / 2) + 1;
    const taken = electors.get(state)!;
    cost = cost.map((least, n) => Math.min(least, cost[Math.max(0, n - taken)]! + switches));
  }
  const cast = [...votes.values()].flatMap((own) => [...own.values()]).reduce((a, b) => a + b, 0);
  return cost[surplus]! / cast;
}

Deno.test("02: how many elections came nearer is counted again, state by state", async () => {
  const parts = Array.from({ length: (2024 - 1828) / 4 + 1 }, (_, step) => 1828 + 4 * step)
    .map((year) => ({ year, part: leastPart(year)! }))
    // In 2016 a district of Nebraska takes the 37th elector: 5,353 + 22,147 + 3,138, as 02's test derives.
    .map((row) => row.year === 2016 ? { year: 2016, part: 30_638 / 136_669_276 } : row)
    .sort((a, b) => a.part - b.part);
  const years = parts.map(({ year }) => year);
  // Florida in 2000 took 269, South Carolina in 1876 445, New York in 1884 575.
  assertEquals(years.slice(0, 3), [2000, 1876, 1884]);
  for (
    const [year, mark] of [[2016, "Nearer than most"], [1984, "Not nearer than most"]] as const
  ) {
    const rank = years.indexOf(year);
    const text = await pageText("02", { year });
    assertStringIncludes(text, `**${mark}.**`);
    assertStringIncludes(
      text,
      `${rank} of ${years.length - 1} other elections since 1828 took a smaller share of votes`,
    );
  }
  assertStringIncludes(
    await pageText("02", { year: 2000 }),
    "none of 49 other elections since 1828 took a smaller share of votes.",
  );
});
