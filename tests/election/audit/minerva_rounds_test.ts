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
