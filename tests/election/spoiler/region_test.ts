import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  leadRegion,
  leansToBeneficiary,
  leansToOpponent,
  spoilerUnits,
  transferVotes,
} from "../../../lib/election/mod.ts";
import spoiler from "../../golden/spoiler.json" with { type: "json" };
import { contests2016 } from "../units.ts";

const flipped = (without: string[], beneficiary = "Clinton", opponent = "Trump") =>
  spoilerUnits(contests2016(), { beneficiary, opponent, without })
    .filter((unit) => unit.lead > 0 && leadRegion(unit).beneficiaryAhead === "possible")
    .map(({ unit }) => unit).sort();

Deno.test("leadRegion() without assumption holds every state that the reference says can flip", () => {
  const sets = spoiler.flip_sets_2016;
  assertEquals(flipped(["Stein", "Johnson"]), sets.stein_johnson_all_to_clinton.states.toSorted());
  assertEquals(flipped(["Stein"]), sets.stein_all.states.toSorted());
  assertEquals(flipped(["Johnson"]), sets.johnson_all.states.toSorted());
  assertEquals(
    flipped(["Stein", "Johnson"], "Trump", "Clinton"),
    sets.stein_johnson_all_to_trump.states.toSorted(),
  );
});

Deno.test("leadRegion() is as wide as twice the votes taken out, and half so when monotone", () => {
  const units = spoilerUnits(contests2016(), {
    beneficiary: "Clinton",
    opponent: "Trump",
    without: ["Stein", "Johnson"],
  });
  for (const unit of units) {
    const free = leadRegion(unit);
    assertEquals([free.lower, free.upper], [unit.lead - unit.third, unit.lead + unit.third]);
    const monotone = leadRegion(unit, leansToBeneficiary);
    assertEquals([monotone.lower, monotone.upper], [unit.lead - unit.third, unit.lead]);
    // Stein's voters lean, Johnson's may do anything.
    const mixed = leadRegion(unit, { Stein: leansToBeneficiary });
    assertEquals(mixed.upper, unit.lead + unit.thirds["Johnson"]!);
    assertEquals(leadRegion(unit, leansToOpponent).lower, unit.lead);
  }
});

Deno.test("leadRegion() contains every lead that a transfer can make, and its ends are reached", () => {
  const votes = fc.record({
    X: fc.nat(1e6),
    Y: fc.nat(1e6),
    Z: fc.integer({ min: 1, max: 1e5 }),
    W: fc.nat(1e5),
  });
  const share = fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
    .map(([turnout, p]) => ({ beneficiary: turnout * p, opponent: turnout * (1 - p) }));
  const question = { beneficiary: "X", opponent: "Y", without: ["Z", "W"] };
  fc.assert(fc.property(votes, share, share, (votes, ofZ, ofW) => {
    fc.pre(votes.X > 0 && votes.Y > 0 && votes.W > 0);
    const units = spoilerUnits([{ unit: "A", electors: 1, votes }], question);
    const { lower, upper } = leadRegion(units[0]!);
    const lead = (transfers: Record<string, { beneficiary: number; opponent: number }>) =>
      transferVotes(units, question, transfers).units[0]!.lead;
    const some = lead({ Z: ofZ, W: ofW });
    assert(some >= lower - 1e-6 && some <= upper + 1e-6);
    const all = { beneficiary: 1, opponent: 0 };
    const none = { beneficiary: 0, opponent: 1 };
    assertEquals([lead({ Z: all, W: all }), lead({ Z: none, W: none })], [lower, upper]);
  }));
});

Deno.test("leadRegion() says when the beneficiary is ahead whatever the voters do", () => {
  const region = (X: number) =>
    leadRegion(
      spoilerUnits([{ unit: "A", electors: 1, votes: { X, Y: 100, Z: 10 } }], {
        beneficiary: "X",
        opponent: "Y",
        without: ["Z"],
      })[0]!,
    ).beneficiaryAhead;
  assertEquals([90, 91, 110, 111].map(region), ["never", "possible", "possible", "always"]);
});

Deno.test("leadRegion() refuses a range outside −1 and 1", () => {
  const [unit] = spoilerUnits([{ unit: "A", electors: 1, votes: { X: 1, Y: 2, Z: 1 } }], {
    beneficiary: "X",
    opponent: "Y",
    without: ["Z"],
  });
  assertThrows(() => leadRegion(unit!, [0, 2]), RangeError, "greatest net share of Z: found 2");
  assertThrows(() => leadRegion(unit!, [0.5, 0]), RangeError, "greatest net share of Z: found 0");
});
