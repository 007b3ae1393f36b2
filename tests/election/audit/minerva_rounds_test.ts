import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { minervaRisk, minervaRounds } from "tallybook/election";
import { random } from "./prng.ts";

Deno.test("minervaRounds() with one round is the single-round rule", () => {
  for (const winner of [55, 57, 58, 70]) {
    const { risks, stopsAt, stopped } = minervaRounds([{ drawn: 100, winner }], 0.6, 0.1);
    assertAlmostEquals(risks[0]!, minervaRisk(winner, 100, 0.6), 1e-12);
    assertEquals(stopsAt, [58]);
    assertEquals(stopped, winner >= 58 ? 1 : null);
  }
});

Deno.test("minervaRounds() of a tied election stop no more often than the limit", () => {
  const next = random(2021);
  const [limit, audits] = [0.1, 1500];
  let wrong = 0;
  for (let audit = 0; audit < audits; audit++) {
    const rounds: { drawn: number; winner: number }[] = [];
    let winner = 0;
    for (const size of [60, 90, 150]) {
      for (let ballot = 0; ballot < size; ballot++) if (next() < 0.5) winner++;
      rounds.push({ drawn: (rounds.at(-1)?.drawn ?? 0) + size, winner });
    }
    if (minervaRounds(rounds, 0.58, limit).stopped !== null) wrong++;
  }
  assert(wrong / audits <= limit + 3 * Math.sqrt((limit * (1 - limit)) / audits), `${wrong}`);
  assert(wrong > 0);
});

Deno.test("minervaRounds()'s later risks leave out what stopped before, as sums over both rounds", () => {
  const [share, limit] = [0.6, 0.1];
  const choose = (n: number, k: number): number => k === 0 ? 1 : choose(n - 1, k - 1) * n / k;
  const chance = (n: number, k: number, p: number) => choose(n, k) * p ** k * (1 - p) ** (n - k);
  const rounds = [{ drawn: 1, winner: 1 }, { drawn: 20, winner: 12 }, { drawn: 40, winner: 24 }];
  const found = minervaRounds(rounds, share, limit);
  // One ballot for the winner is as likely as .6 and .5 say, and no number of them stops the audit.
  assertAlmostEquals(found.risks[0]!, 0.5 / 0.6, 1e-12);
  assertEquals(found.stopsAt[0], null);
  const tail = (least: number, p: number) => {
    let sum = 0;
    for (let k = least; k <= 20; k++) sum += chance(20, k, p);
    return sum;
  };
  assertAlmostEquals(found.risks[1]!, tail(12, 0.5) / tail(12, share), 1e-12);
  const stopsAt = Array.from({ length: 21 }, (_, k) => k)
    .find((k) => tail(k, 0.5) / tail(k, share) <= limit)!;
  assertEquals(found.stopsAt[1], stopsAt);
  // Third round: fewer than that in the first twenty, and 24 or more of all forty.
  const both = (p: number) => {
    let sum = 0;
    for (let first = 0; first < stopsAt; first++) {
      for (let second = Math.max(0, 24 - first); second <= 20; second++) {
        sum += chance(20, first, p) * chance(20, second, p);
      }
    }
    return sum;
  };
  assertAlmostEquals(found.risks[2]!, both(0.5) / both(share), 1e-12);
  assertEquals(found.stopped, null);
});

Deno.test("minervaRounds() refuses rounds that cannot be", () => {
  assertThrows(
    () => minervaRounds([{ drawn: 10, winner: 5 }, { drawn: 10, winner: 5 }], 0.6, 0.1),
    RangeError,
    "drawn by round 2",
  );
  assertThrows(
    () => minervaRounds([{ drawn: 10, winner: 5 }, { drawn: 12, winner: 8 }], 0.6, 0.1),
    RangeError,
    "new ballots for the winner in round 2: found 3, expected at most the 2 drawn",
  );
  for (const winner of [4, 5.5]) {
    assertThrows(
      () => minervaRounds([{ drawn: 10, winner: 5 }, { drawn: 12, winner }], 0.6, 0.1),
      RangeError,
      `ballots for the winner by round 2: found ${winner}, expected a whole number of at least 5`,
    );
  }
});

Deno.test("minervaRounds() of a first round without a ballot for the winner has a risk of 1", () => {
  assertEquals(minervaRounds([{ drawn: 5, winner: 0 }], 0.6, 0.1).risks, [1]);
});

Deno.test("minervaRounds() refuses more ballots than it can count exactly", () => {
  assertThrows(
    () => minervaRounds([{ drawn: 20_001, winner: 12_000 }], 0.6, 0.1),
    RangeError,
    "expected a whole number of at least 1 and at most 20000",
  );
});
