import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  type Contest,
  fewestVotes,
  isDistrict,
  plurality,
  stateOf,
  tally,
  tippingPoint,
  votesToDeny,
  votesToWin,
} from "../../lib/election/mod.ts";
import spoiler from "../golden/spoiler.json" with { type: "json" };
import { contests2016, electionOf, reference, years } from "./units.ts";

function sides(year: string) {
  const { contests, democrat, republican } = electionOf(year);
  const { D, R } = reference(year).tally_won;
  return D > R
    ? { contests, winner: democrat, loser: republican }
    : { contests, winner: republican, loser: democrat };
}

Deno.test("fewestVotes() to win by switching equals the reference of every year", () => {
  for (const year of years) {
    const { contests, loser } = sides(year);
    const expected = reference(year).loser_min_switch_to_270;
    const { votes, units } = fewestVotes(contests, {
      goal: "win",
      candidate: loser,
      by: "switching",
    });
    assertEquals(votes, expected.votes, year);
    assertEquals(units.map(({ unit }) => unit).sort(), [...expected.states].sort(), year);
  }
});

/** The reference leaves districts out, except the second ones where they split from their state. */
function unitsOfReference(contests: readonly Contest[], winner: string): string[] {
  const winnerOf = (unit: string) => {
    const contest = contests.find((one) => one.unit === unit);
    const result = contest && plurality(contest);
    return result?.kind === "won" ? result.winner : undefined;
  };
  return contests.map(({ unit }) => unit).filter((unit) =>
    !isDistrict(unit) ||
    (unit.endsWith("-02") && winnerOf(unit) === winner && winnerOf(stateOf(unit)) !== winner)
  );
}

Deno.test("fewestVotes() to deny by switching equals the reference of every year", () => {
  for (const year of years) {
    const { contests, winner } = sides(year);
    const expected = reference(year).min_switch_to_deny_270;
    const among = unitsOfReference(contests, winner);
    const goal = { goal: "deny", candidate: winner, by: "switching", among } as const;
    const result = fewestVotes(contests, goal);
    assertEquals(result.votes, expected.votes, year);
    const sets = [result.units, ...result.alternatives];
    const names = sets.map((set) => set.map(({ unit }) => unit).sort().join(" "));
    assert(names.includes([...expected.states].sort().join(" ")), `${year}: ${names}`);
  }
});

Deno.test("fewestVotes() of 2016 is 38,875 switched or 77,747 added, in MI, PA and WI", () => {
  const contests = contests2016();
  const switched = fewestVotes(contests, { goal: "win", candidate: "Clinton", by: "switching" });
  assertEquals(switched.votes, spoiler.min_switches_to_270.votes);
  assertEquals(switched.units, [
    { unit: "MI", electors: 16, votes: 5_353 }, // 10,704 / 2 + 1
    { unit: "PA", electors: 20, votes: 22_147 }, // 44,292 / 2 + 1
    { unit: "WI", electors: 10, votes: 11_375 }, // 22,748 / 2 + 1
  ]);
  assertEquals([switched.electorsNeeded, switched.alternatives, switched.complete], [38, [], true]);
  assertEquals(switched.shareOfAll, 38_875 / 136_669_276);
  const added = fewestVotes(contests, { goal: "win", candidate: "Clinton", by: "adding" });
  assertEquals(added.votes, spoiler.min_added_votes_to_270.votes);
});

Deno.test("fewestVotes() to deny 2016's winner takes Nebraska's second district, not Wisconsin", () => {
  // 306 less Michigan's 16, Pennsylvania's 20 and one district's elector is 269. By the fixture's
  // rounded district shares NE-02 is 6,274 apart: 5,353 + 22,147 + 3,138 = 30,638 switches.
  const { contests } = electionOf("2016");
  const result = fewestVotes(contests, { goal: "deny", candidate: "Trump", by: "switching" });
  assertEquals(result.electorsNeeded, 37);
  assertEquals(result.units.map(({ unit }) => unit), ["MI", "NE-02", "PA"]);
  assertEquals(result.votes, 30_638);
});

Deno.test("fewestVotes() of 2020 needs 21,461 for a tie at 269 and NE-02 besides to win", () => {
  const { contests } = electionOf("2020");
  const win = { goal: "win", candidate: "Trump", by: "switching" } as const;
  assertEquals(fewestVotes(contests, win).units.map(({ unit }) => unit), [
    "AZ",
    "GA",
    "NE-02",
    "WI",
  ]);
  const states = contests.filter(({ unit }) => !unit.includes("-")).map(({ unit }) => unit);
  assertEquals(fewestVotes(contests, { ...win, among: states }).votes, 38_260);
});

Deno.test("fewestVotes() lists other sets of units that need as many votes", () => {
  const units = ["A", "B", "C"].map((unit) => ({ unit, electors: 3, votes: { X: 10, Y: 6 } }));
  const result = fewestVotes(units, { goal: "win", candidate: "Y", by: "switching" });
  // 5 of 9 needed: any two of three units, 3 switches each.
  assertEquals([result.votes, result.alternatives.length, result.complete], [6, 2, true]);
});

Deno.test("fewestVotes() needs none for a goal already met", () => {
  const { contests } = electionOf("2016");
  const result = fewestVotes(contests, { goal: "win", candidate: "Trump", by: "adding" });
  assertEquals([result.votes, result.units], [0, []]);
});

Deno.test("fewestVotes() counts a vote switched in a district statewide as well", () => {
  const maine = (atLarge: number): Contest[] => [
    { unit: "ME", electors: 2, votes: { X: 100 + atLarge, Y: 100 } },
    { unit: "ME-01", electors: 1, votes: { X: 60, Y: 40 } },
    { unit: "ME-02", electors: 1, votes: { X: 60, Y: 40 } },
  ];
  const win = { goal: "win", candidate: "Y", by: "switching" } as const;
  // Needs 3 of 4. One district costs 11 and moves 11 statewide: enough for a lead of 8 …
  const enough = fewestVotes(maine(8), win);
  assertEquals([enough.votes, enough.units], [11, [
    { unit: "ME", electors: 2, votes: 0 },
    { unit: "ME-01", electors: 1, votes: 11 },
  ]]);
  // … and 5 short for one of 30, which 16 switches turn over.
  assertEquals(fewestVotes(maine(30), win).votes, 16);
});

Deno.test("fewestVotes() says when no change among the allowed units is enough", () => {
  assertThrows(
    () =>
      fewestVotes(electionOf("2016").contests, {
        goal: "win",
        candidate: "Clinton",
        by: "switching",
        among: ["MI", "WI"],
      }),
    RangeError,
    'Cannot give Clinton a majority: units that may change: found "26 electors", expected 38',
  );
});

const threeWay = fc.record({ X: fc.nat(60), Y: fc.nat(60), Z: fc.nat(60) });

/** Whether Y can win alone by k switched votes, tried in every division between X and Z. */
function winsByTrying({ X, Y, Z }: { X: number; Y: number; Z: number }, k: number): boolean {
  for (let fromX = 0; fromX <= Math.min(k, X); fromX++) {
    const fromZ = k - fromX;
    if (fromZ <= Z && Y + k > X - fromX && Y + k > Z - fromZ) return true;
  }
  return false;
}

Deno.test("votesToWin() by switching is the least that works among three candidates", () => {
  fc.assert(fc.property(threeWay, (votes) => {
    const contest = { unit: "A", electors: 1, votes };
    const needed = votesToWin(contest, "Y", "switching");
    if (needed === undefined) return;
    assert(winsByTrying(votes, needed));
    assert(!winsByTrying(votes, needed - 1));
  }));
});

Deno.test("votesToWin() and votesToDeny() agree between two candidates", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(1e6), (lead, Y) => {
    const contest = { unit: "A", electors: 1, votes: { X: Y + lead, Y } };
    for (const by of ["switching", "adding"] as const) {
      assertEquals(votesToWin(contest, "Y", by), votesToDeny(contest, "X", by));
    }
    assertEquals(votesToWin(contest, "Y", "adding"), lead + 1);
    assertEquals(votesToWin(contest, "X", "adding"), undefined);
  }));
});

Deno.test("votesToWin() turns a tie with one vote and leaves missing contests alone", () => {
  const tie = { unit: "A", electors: 1, votes: { X: 5, Y: 5 } };
  assertEquals(votesToWin(tie, "Y", "switching"), 1);
  assertEquals(votesToWin(tie, "Y", "adding"), 1);
  assertEquals(votesToWin({ unit: "A", electors: 1, votes: {} }, "Y", "adding"), undefined);
});

Deno.test("fewestVotes() really changes the outcome, and one vote fewer in a unit does not", () => {
  const unit = fc.record({
    electors: fc.integer({ min: 1, max: 9 }),
    X: fc.integer({ min: 1, max: 99 }),
    Y: fc.integer({ min: 1, max: 99 }),
  });
  fc.assert(fc.property(fc.array(unit, { minLength: 2, maxLength: 7 }), (rows) => {
    const contests = rows.map(({ electors, X, Y }, i): Contest => ({
      unit: `U${i}`,
      electors,
      votes: { X, Y },
    }));
    const { units } = fewestVotes(contests, { goal: "win", candidate: "Y", by: "switching" });
    const change = (less: number) =>
      tally(contests.map((contest) => {
        const k = (units.find((changed) => changed.unit === contest.unit)?.votes ?? less) - less;
        const { X, Y } = contest.votes as { X: number; Y: number };
        return { ...contest, votes: { X: X - k, Y: Y + k } };
      })).outcome;
    assertEquals(change(0), { kind: "majority", winner: "Y" });
    if (units.length > 0) assert(JSON.stringify(change(1)) !== JSON.stringify(change(0)));
  }));
});

Deno.test("fewestVotes(), votesToWin() and tippingPoint() refuse a misspelt name and name the nearest", () => {
  const contests = [
    { unit: "A", electors: 10, votes: { "Hillary Clinton": 500, "Donald Trump": 400 } },
    { unit: "B", electors: 6, votes: { "Hillary Clinton": 300, "Donald Trump": 310 } },
  ];
  const nearest = 'found "Hilary Clinton", expected one of "Hillary Clinton", "Donald Trump"; ' +
    'nearest: "Hillary Clinton"';
  const goal = { goal: "win", candidate: "Hilary Clinton", by: "switching" } as const;
  assertThrows(() => fewestVotes(contests, goal), RangeError, nearest);
  assertThrows(() => votesToWin(contests[0]!, "Hilary Clinton", "adding"), RangeError, nearest);
  assertThrows(() => votesToDeny(contests[0]!, "Hilary Clinton", "adding"), RangeError, nearest);
  assertThrows(() => tippingPoint(contests, "Hilary Clinton"), RangeError, nearest);
  assertThrows(
    () => fewestVotes(contests, { ...goal, candidate: "Donald Trump", among: ["B", "D"] }),
    RangeError,
    'among: found "D", expected one of "A", "B"',
  );
  assertThrows(
    () => fewestVotes(contests, { ...goal, candidate: "Donald Trump", by: "moving" as never }),
    RangeError,
    'option "by": found "moving"',
  );
});

Deno.test("votesToWin() refuses votes that are no counts, of which no number need be enough", () => {
  for (const votes of [0.5, -1, NaN, Infinity, 2 ** 53]) {
    const contest = { unit: "A", electors: 3, votes: { X: votes, Y: 10.25 } };
    for (const by of ["switching", "adding"] as const) {
      assertThrows(() => votesToWin(contest, "X", by), RangeError, "votes for X in A: found");
      assertThrows(() => votesToDeny(contest, "X", by), RangeError, "votes for X in A: found");
    }
  }
  const text = { unit: "A", electors: 3, votes: { X: "5" as never, Y: 10 } };
  assertThrows(() => votesToWin(text, "X", "adding"), TypeError, 'votes for X in A: found "5"');
});
