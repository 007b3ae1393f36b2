import { assertAlmostEquals, assertEquals } from "@std/assert";
import { votesPerElector } from "tallybook/election";
import { goldenRows } from "../../golden/read.ts";

const states2016 = goldenRows("ec_state_votes_1976_2024.csv").filter((row) => row.year === "2016");

Deno.test("votesPerElector() in 2016 runs from Wyoming's 85,283 to Florida's 324,829", () => {
  const ranked = votesPerElector(states2016.map((row) => ({
    unit: row.state_po!,
    electors: Number(row.electors),
    votes: { all: Number(row.total) },
  })));
  const [first, last] = [ranked[0]!, ranked.at(-1)!];
  assertEquals([first.unit, Math.round(first.perElector)], ["WY", 85_283]);
  assertEquals([last.unit, Math.round(last.perElector)], ["FL", 324_829]);
  assertAlmostEquals(last.perElector / first.perElector, 3.8, 0.05);
});
