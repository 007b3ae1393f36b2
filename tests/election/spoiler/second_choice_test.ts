import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  renormalizationTrap,
  secondChoice,
  spoilerUnits,
  transferVotes,
} from "../../../lib/election/mod.ts";
import { contests2016 } from "../units.ts";

const stein = { candidate: "Stein", beneficiary: 0.25, opponent: 0.14, effectiveSize: 120 };

Deno.test("secondChoice() of 120 Stein voters has a net share of 0.11 within 0.11", () => {
  const { netShare, turnout, preference, transfer } = secondChoice(stein);
  assertAlmostEquals(netShare.point, 0.11, 1e-15);
  // 30 and 16.8 of 120, with one more for each 31 and 17.8 of 122: (31 − 17.8)/122 ± 1.959964 √((48.8/122 − (13.2/122)²)/122), by R.
  assertAlmostEquals(netShare.lower, -0.00237605619901479, 1e-9);
  assertAlmostEquals(netShare.upper, 0.21876949882196559, 1e-9);
  // Wilson's, by R's prop.test(46.8, 120, correct = FALSE) and prop.test(30, 46.8, correct = FALSE).
  assertAlmostEquals(turnout.lower, 0.30744058875392999, 1e-9);
  assertAlmostEquals(turnout.upper, 0.47938362785818472, 1e-9);
  assertAlmostEquals(preference.lower, 0.49777687947712501, 1e-9);
  assertAlmostEquals(preference.upper, 0.76287911873843117, 1e-9);
  assertAlmostEquals(turnout.point, 0.39, 1e-15);
  assertAlmostEquals(preference.point, 25 / 39, 1e-15);
  assertEquals(transfer, { beneficiary: 0.25, opponent: 0.14 });
  assertEquals([netShare.level, netShare.n], [0.95, 120]);
});

Deno.test("secondChoice()'s variances are the multinomial's, summed over all samples of six", () => {
  // All samples of n = 6 with probabilities a, b, 1 − a − b: the exact variance of the net share.
  const [n, a, b] = [6, 0.4, 0.25];
  const choose = (n: number, k: number): number => k === 0 ? 1 : choose(n - 1, k - 1) * n / k;
  let mean = 0;
  let square = 0;
  for (let i = 0; i <= n; i++) {
    for (let j = 0; i + j <= n; j++) {
      const chance = choose(n, i) * choose(n - i, j) * a ** i * b ** j * (1 - a - b) ** (n - i - j);
      mean += chance * (i - j) / n;
      square += chance * ((i - j) / n) ** 2;
    }
  }
  const { standardError } = secondChoice({
    ...stein,
    beneficiary: a,
    opponent: b,
    effectiveSize: n,
  });
  assertAlmostEquals(standardError ** 2, square - mean ** 2, 1e-12);
});

Deno.test("secondChoice()'s error of the net share follows from those of turnout and preference", () => {
  // g = v(2p − 1): Var(g) = (2p − 1)² Var(v) + (2v)² Var(p), since v and p are uncorrelated.
  const share = fc.double({ min: 0.01, max: 0.49, noNaN: true });
  fc.assert(fc.property(share, share, (a, b) => {
    const { standardError, turnout: { point: v }, preference: { point: p } } = secondChoice({
      ...stein,
      beneficiary: a,
      opponent: b,
    });
    assertAlmostEquals(
      120 * standardError ** 2,
      (2 * p - 1) ** 2 * v * (1 - v) + (2 * v) ** 2 * p * (1 - p) / v,
      1e-12,
    );
  }));
});

Deno.test("secondChoice() refuses shares that are not, and no respondents", () => {
  assertThrows(
    () => secondChoice({ ...stein, opponent: 0.8 }),
    RangeError,
    "shares of Stein's voters for the two: found 1.05",
  );
  assertThrows(() => secondChoice({ ...stein, effectiveSize: 0 }), RangeError, "found 0");
  assertThrows(
    () => secondChoice(stein, 1),
    RangeError,
    "level: found 1, expected a finite number of more than 0 and less than 1",
  );
});

Deno.test("renormalizationTrap() turns 248 electors into 278: the conclusion hangs on abstainers", () => {
  const question = { beneficiary: "Clinton", opponent: "Trump", without: ["Stein", "Johnson"] };
  const units = spoilerUnits(contests2016(), question);
  const traps = {
    Stein: renormalizationTrap({ beneficiary: 0.25, opponent: 0.14 }),
    Johnson: renormalizationTrap({ beneficiary: 0.25, opponent: 0.15 }),
  };
  const electors = (which: "kept" | "renormalized") =>
    transferVotes(units, question, { Stein: traps.Stein[which], Johnson: traps.Johnson[which] });
  assertEquals(electors("kept").electors["Clinton"], 248);
  assertEquals(electors("renormalized").electors["Clinton"], 278);
  assertEquals(electors("renormalized").changed.map(({ unit }) => unit).sort(), ["MI", "PA", "WI"]);
  assertAlmostEquals(traps.Stein.renormalizedNetShare, 0.282051, 1e-6);
});

Deno.test("renormalizationTrap() does nothing where nobody stayed home", () => {
  const { keptNetShare, renormalizedNetShare, overstatement } = renormalizationTrap({
    beneficiary: 0.75,
    opponent: 0.25,
  });
  assertEquals([keptNetShare, renormalizedNetShare, overstatement], [0.5, 0.5, 1]);
  assertThrows(() => renormalizationTrap({ beneficiary: 0, opponent: 0 }), RangeError);
  assertThrows(
    () => renormalizationTrap({ beneficiary: 0.7, opponent: 0.6 }),
    RangeError,
    "sum of the two shares: found 1.29",
  );
  assertEquals(renormalizationTrap({ beneficiary: 0.3, opponent: 0.3 }).renormalizedNetShare, 0);
});

Deno.test("secondChoice() takes shares that sum to 1 but for a double's last digits, and has certain ends there", () => {
  const { turnout, preference, netShare, standardError } = secondChoice({
    candidate: "x",
    beneficiary: 0.7,
    opponent: 0.1 + 0.2,
    effectiveSize: 50,
  });
  assertEquals([turnout.point, turnout.upper, turnout.n, preference.n], [1, 1, 50, 50]);
  assertAlmostEquals(preference.point, 0.7, 1e-12);
  assertAlmostEquals(netShare.point, 0.4, 1e-12);
  assertAlmostEquals(standardError, Math.sqrt((1 - 0.16) / 50), 1e-12);
});
