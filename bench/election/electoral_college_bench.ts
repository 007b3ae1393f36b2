/**
 * How long the Electoral College's exact computations take on a whole election.
 * Run: `deno bench -A bench/election`.
 */
import { loadContests } from "tallybook/data";
import {
  collegeChances,
  decomposeCollege,
  fewestVotes,
  jointFlip,
  spoilerUnits,
  tippingPoint,
} from "tallybook/election";

const contests = loadContests({ year: 2016 });
const [clinton, trump] = ["Hillary Clinton", "Donald Trump"];
const question = { beneficiary: clinton, opponent: trump, without: ["Jill Stein", "Gary Johnson"] };
const units = spoilerUnits(contests, question);
const population = Object.fromEntries(contests.map(({ unit }, i) => [unit, 1e6 + i]));

Deno.bench("tipping point", () => {
  tippingPoint(contests, trump);
});

Deno.bench("fewest switched votes, exact knapsack with districts", () => {
  fewestVotes(contests, { goal: "win", candidate: clinton, by: "switching" });
});

Deno.bench("spoilers: every state's break-even", () => {
  spoilerUnits(contests, question);
});

Deno.bench("spoilers: chance of all three states and of a majority", () => {
  jointFlip(units, {
    required: ["MI", "PA", "WI"],
    netShare: 0.1,
    commonError: 0.03,
    unitDeviation: 0.05,
  });
});

Deno.bench("decomposition over four switches, sixteen worlds", () => {
  decomposeCollege(contests, { candidate: clinton, against: trump }, population);
});

Deno.bench("electoral chances at 61 national margins", () => {
  collegeChances(contests, {
    candidate: clinton,
    against: trump,
    margins: Array.from({ length: 61 }, (_, i) => -6 + i / 5),
    standardDeviation: 6,
  });
});
