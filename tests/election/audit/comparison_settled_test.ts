import { assertEquals } from "@std/assert";
import { comparisonBallots } from "tallybook/election";

Deno.test("errors that understate the margin may settle a comparison by themselves: it takes the ballots that have them", () => {
  // −2γ [ln α + errors × ln(1 + 1/γ)] / μ with γ = 1.03905, α = 0.5, μ = 0.1: ln 0.5 = −0.693, ln 1.962 = 0.674.
  const ballots = (twoUnder: number) => comparisonBallots(0.1, 0.5, { found: { twoUnder } });
  assertEquals([ballots(0), ballots(1)], [15, 1]);
  // The formula is below 0 then, but each was found on a ballot.
  assertEquals([ballots(2), ballots(3)], [2, 3]);
});
