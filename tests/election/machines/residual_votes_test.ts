import { assertEquals, assertThrows } from "@std/assert";
import { residualVotes } from "tallybook/election";
import { assertClose } from "../../stats/close.ts";
import { golden, goldenRows } from "../../stats/golden.ts";

const georgia = goldenRows("gavote").map((row) => ({
  technology: row.equip!,
  ballots: Number(row.ballots),
  votes: Number(row.votes),
}));

Deno.test("residualVotes() equals R for Georgia's five technologies", () => {
  // tests/golden/scripts/05_gavote.R.
  const rows = residualVotes(georgia);
  for (const [i, expected] of golden("gavote").by_equip.entries()) {
    const found = rows[i]!;
    assertEquals([found.technology, found.places, found.ballots], [
      expected.equip,
      expected.n,
      expected.ballots,
    ]);
    assertEquals(found.residual, expected.ballots - expected.votes);
    assertClose(found.ballotRate, expected.rate, 1e-10);
    assertClose(found.placeRate, expected.mean_county, 1e-10);
  }
});

Deno.test("residualVotes() turns the ranking over: precinct scan is worst by county, best by ballot", () => {
  const rows = residualVotes(georgia);
  const extreme = (key: "ballotRate" | "placeRate", sign: 1 | -1): string =>
    [...rows].sort((a, b) => sign * (a[key] - b[key]))[0]!.technology;
  assertEquals(extreme("placeRate", -1), "OS-PC");
  assertEquals(extreme("ballotRate", 1), "OS-PC");
});

Deno.test("residualVotes() refuses more votes than ballots", () => {
  assertThrows(
    () => residualVotes([{ technology: "LEVER", ballots: 10, votes: 11 }]),
    RangeError,
    "votes of places[0]: found 11, expected a whole number of at least 0 and at most 10",
  );
});
