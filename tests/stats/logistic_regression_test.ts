import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { factor, logisticRegression, numeric, type Term } from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden, goldenRows, numbers } from "./golden.ts";
import { problem, reference, variables } from "./wisconsin.ts";

/** Georgia's 159 counties: residual votes of ballots. */
function georgia(): { successes: number[]; trials: number[]; terms: Term[] } {
  const data = goldenRows("gavote");
  const votes = numbers(data, "votes");
  const trials = numbers(data, "ballots");
  return {
    successes: trials.map((ballots, i) => ballots - votes[i]!),
    trials,
    terms: [
      factor("equip", data.map((row) => row.equip!)),
      factor("econ", data.map((row) => row.econ!)),
      numeric("perAA", numbers(data, "perAA")),
      factor("usage", data.map((row) => row.rural!)),
      numeric("pergore", numbers(data, "gore").map((gore, i) => gore / votes[i]!)),
    ],
  };
}

Deno.test("a fit settles however many votes there are: counts times a million change no coefficient", () => {
  const { successes, trials, terms } = georgia();
  const fit = logisticRegression({ successes, trials, terms });
  for (const times of [1e3, 1e6, 1e9]) {
    const more = (counts: readonly number[]) => counts.map((count) => count * times);
    const large = logisticRegression({ successes: more(successes), trials: more(trials), terms });
    for (const [j, value] of fit.coefficients.entries()) {
      assertAlmostEquals(large.coefficients[j]!, value, 1e-9);
    }
  }
});

Deno.test("logisticRegression() equals R's quasi-binomial fit of Georgia's residual votes", () => {
  // tests/golden/scripts/stats_extra.R, where R's glm is told to converge to 1e-14: at its default of
  // 1e-8 (05_gavote.R) its dispersion still differs in the fifth digit, 107.0632 for 107.0596.
  const fit = logisticRegression({ ...georgia(), family: "quasibinomial" });
  const expected = golden("stats_extra").gavote;
  for (const [j, value] of Object.values<number>(expected.coef).entries()) {
    assertClose(fit.coefficients[j]!, value, 1e-9, fit.names[j]);
  }
  for (const [j, value] of Object.values<number>(expected.se).entries()) {
    assertClose(fit.standardErrors[j]!, value, 1e-9, fit.names[j]);
  }
  assertClose(fit.dispersion, expected.dispersion, 1e-9);
  assertClose(fit.deviance, expected.deviance, 1e-11);
  assertClose(fit.nullDeviance, expected.null_deviance, 1e-11);
});

Deno.test("logisticRegression() with family binomial has R's smaller standard errors", () => {
  const fit = logisticRegression(georgia());
  const { se, dispersion } = golden("stats_extra").gavote;
  for (const [j, value] of Object.values<number>(se).entries()) {
    assertClose(fit.standardErrors[j]!, value / Math.sqrt(dispersion), 1e-9, fit.names[j]);
  }
  assertEquals(fit.dispersion, 1);
});

Deno.test("logisticRegression() equals R's propensity model of Wisconsin's DRE municipalities", () => {
  const terms = problem(reference.models.f_adj.formula).terms.slice(1);
  const fit = logisticRegression({ successes: variables.D!, terms });
  for (const [j, value] of Object.values<number>(reference.overlap.ps_coef).entries()) {
    assertClose(fit.coefficients[j]!, value, 1e-7, fit.names[j]);
  }
});

Deno.test("logisticRegression() makes fitted and observed successes agree in sum", () => {
  const { successes, trials, terms } = georgia();
  const fit = logisticRegression({ successes, trials, terms });
  const fitted = fit.probabilities.reduce((sum, p, i) => sum + p * trials[i]!, 0);
  assertAlmostEquals(fitted, successes.reduce((a, b) => a + b), 1e-6);
});

Deno.test("logisticRegression() names the column that separates perfectly", () => {
  const x = [1, 2, 3, 4, 5, 6];
  const noise = [3, 1, 4, 1, 5, 2];
  assertThrows(
    () =>
      logisticRegression({
        successes: [0, 0, 0, 1, 1, 1],
        terms: [numeric("noise", noise), numeric("x", x)],
      }),
    RangeError,
    '"x": found that it separates successes from failures, alone or with other columns, expected overlap (the likelihood has n',
  );
});

Deno.test("logisticRegression() names a factor level that has only failures", () => {
  assertThrows(
    () =>
      logisticRegression({
        successes: [0, 1, 0, 1, 0, 0, 0],
        terms: [factor("machine", ["a", "a", "b", "b", "c", "c", "c"])],
      }),
    RangeError,
    '"machine=c": found that it separates successes from failures, alone or with other columns, expected overlap (the likelihood has n',
  );
});

Deno.test("logisticRegression() names counts that can't be", () => {
  const terms = [numeric("x", [1, 2, 4])];
  const cases: [() => unknown, string][] = [
    [
      () => logisticRegression({ successes: [1, 5, 0], trials: [4, 4, 4], terms }),
      "successes[1]: found 5, expected a finite number of at least 0 and at most 4",
    ],
    [
      () => logisticRegression({ successes: [1, 0, 0], trials: [4, 0, 4], terms }),
      "trials[1]: found 0, expected a finite number of more than 0 and at most 9007199254740991",
    ],
    [
      () => logisticRegression({ successes: [0, 0, 0], terms }),
      "successes: found 0 in every unit, expected both outcomes",
    ],
    [
      () => logisticRegression({ successes: [1, 1, 1], terms }),
      "successes: found all trials in every unit, expected both outcomes",
    ],
    [
      () => logisticRegression({ successes: [1, 0], terms: [numeric("x", [1, 2])] }),
      "units: found 2 for 2 coefficients, expected more units than coefficients",
    ],
  ];
  for (const [run, message] of cases) assertThrows(run, RangeError, message);
});
