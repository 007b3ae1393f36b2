import { assertThrows } from "@std/assert";
import {
  averageMarginalEffect,
  factor,
  interaction,
  logisticRegression,
  numeric,
} from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden, goldenRows, numbers } from "./golden.ts";

Deno.test("averageMarginalEffect() equals R's delta method for numbers and factors", () => {
  // tests/golden/scripts/stats_extra.R: Georgia's quasi-binomial model, weighted by ballots.
  const data = goldenRows("gavote");
  const votes = numbers(data, "votes");
  const trials = numbers(data, "ballots");
  const fit = logisticRegression({
    successes: trials.map((ballots, i) => ballots - votes[i]!),
    trials,
    terms: [
      factor("equip", data.map((row) => row.equip!)),
      factor("econ", data.map((row) => row.econ!)),
      numeric("perAA", numbers(data, "perAA")),
      factor("usage", data.map((row) => row.rural!)),
      numeric("pergore", numbers(data, "gore").map((gore, i) => gore / votes[i]!)),
    ],
    family: "quasibinomial",
  });
  const effects = golden("stats_extra").gavote.effects;
  for (const [name, { effect, se }] of Object.entries<{ effect: number; se: number }>(effects)) {
    const ours = name.replace(/^(equip|econ|usage)/, "$1=");
    const found = averageMarginalEffect(fit, ours);
    assertClose(found.point, effect, 1e-8, ours);
    assertClose(found.standardError, se, 1e-8, ours);
  }
});

Deno.test("averageMarginalEffect() refuses a term that an interaction makes depend on another", () => {
  const x = numeric("x", [1, 2, 3, 4, 5, 6]);
  const g = factor("g", ["a", "b", "a", "b", "a", "b"]);
  const fit = logisticRegression({
    successes: [1, 3, 2, 4, 1, 2],
    trials: [5, 5, 5, 5, 5, 5],
    terms: [x, g, interaction(x, g)],
  });
  const message = 'found a part of the interaction "x:g", expected a number';
  assertThrows(() => averageMarginalEffect(fit, "x"), RangeError, message);
  assertThrows(() => averageMarginalEffect(fit, "g=b"), RangeError, message);
  assertThrows(() => averageMarginalEffect(fit, "(intercept)"), RangeError, "found an intercept");
});
