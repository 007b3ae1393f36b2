import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { spoilerUnits, transferOf, transferVotes } from "../../../lib/election/mod.ts";
import spoiler from "../../golden/spoiler.json" with { type: "json" };
import { contests2016, electionOf } from "../units.ts";

const question = { beneficiary: "Clinton", opponent: "Trump", without: ["Stein", "Johnson"] };
const units = spoilerUnits(contests2016(), question);

Deno.test("transferVotes() by the exit question's shares equals the reference's leads and 248", () => {
  const survey = Object.values(spoiler.survey)[0]!;
  const election = transferVotes(units, question, {
    Stein: { beneficiary: 0.25, opponent: 0.14 },
    Johnson: { beneficiary: 0.25, opponent: 0.15 },
  });
  for (const [state, lead] of Object.entries(survey.new_margins_trump_minus_clinton)) {
    const unit = election.units.find(({ unit }) => unit === state);
    assertAlmostEquals(unit!.lead, lead, 1e-6);
  }
  assertEquals(election.electors, { Trump: 538 - survey.ev_clinton, Clinton: survey.ev_clinton });
  assertEquals(election.changed.map(({ unit }) => unit), ["MI"]);
});

Deno.test("transferVotes() by every net share equals the reference's electors", () => {
  for (const [i, { net, ev_clinton }] of spoiler.uniform_net_ev_steps.entries()) {
    const until = spoiler.uniform_net_ev_steps[i + 1]?.net ?? 1.01;
    for (const share of [net, Math.round(100 * (until - 0.01)) / 100]) {
      const { electors } = transferVotes(units, question, transferOf(share));
      assertEquals(electors["Clinton"], ev_clinton, `net share ${share}`);
    }
  }
});

Deno.test("transferVotes() of all votes gives 318 to Clinton or 342 to Trump, as the reference", () => {
  const sets = spoiler.flip_sets_2016;
  assertEquals(
    transferVotes(units, question, transferOf(1)).electors["Clinton"],
    sets.stein_johnson_all_to_clinton.ev_clinton,
  );
  assertEquals(
    transferVotes(units, question, transferOf(-1)).electors["Trump"],
    sets.stein_johnson_all_to_trump.ev_trump,
  );
});

Deno.test("transferVotes() of 60 to 40 flips Florida 2000 by 18,961 but not New Hampshire", () => {
  const asked = { beneficiary: "Gore", opponent: "Bush", without: ["Nader"] };
  const { changed, units } = transferVotes(
    spoilerUnits(electionOf("2000").contests, asked),
    asked,
    { beneficiary: 0.6, opponent: 0.4 },
  );
  assertEquals(changed.map(({ unit }) => unit), ["FL"]);
  // 537 − 0.2 × 97,488; the net gain alone is 19,498.
  assertAlmostEquals(units.find(({ unit }) => unit === "FL")!.lead, 537 - 19_497.6, 1e-6);
});

Deno.test("transferVotes() lets another remaining candidate win, and marks a tie", () => {
  const asked = { beneficiary: "X", opponent: "Y", without: ["Z"] };
  const votes = { X: 10, Y: 20, Z: 30, W: 25 };
  const one = spoilerUnits([{ unit: "A", electors: 3, votes }], asked);
  const nobody = transferVotes(one, asked, transferOf(0));
  assertEquals([nobody.units[0]!.before, nobody.units[0]!.after], ["Z", "W"]);
  const tie = transferVotes(one, asked, transferOf(0.5)); // X reaches 25
  assertEquals([tie.units[0]!.after, tie.electors], [undefined, { tied: 3 }]);
});

Deno.test("transferVotes() refuses shares that are not, and a candidate without transfer", () => {
  assertThrows(
    () => transferVotes(units, question, { beneficiary: 0.7, opponent: 0.4 }),
    RangeError,
    "sum of the shares of Stein: found 1.1",
  );
  assertThrows(
    () => transferVotes(units, question, { Stein: { beneficiary: 0.7, opponent: 0 } }),
    RangeError,
    "transfer of Johnson: found nothing",
  );
});

Deno.test("transferVotes() refuses another name for one of the two than where it won", () => {
  const transfer = { beneficiary: 0.5, opponent: 0.5 };
  assertThrows(
    () => transferVotes(units, { ...question, beneficiary: "Clintn" }, transfer),
    RangeError,
    'Cannot transfer votes: beneficiary: found "Clintn", expected one of "Clinton"; nearest: "Clinton"',
  );
  assertThrows(
    () => transferVotes(units, { beneficiary: "Trump", opponent: "Clinton" }, transfer),
    RangeError,
    "Cannot transfer votes: ",
  );
});

Deno.test("transferVotes() leaves the electors to a third who leads, and ties only the first two", () => {
  const asked = { beneficiary: "X", opponent: "Y", without: ["Z"] };
  const after = (votes: Record<string, number>, share = 0) =>
    transferVotes(
      spoilerUnits([{ unit: "A", electors: 3, votes }], asked),
      asked,
      transferOf(share),
    )
      .units[0]!;
  assertEquals(after({ X: 20, Y: 10, Z: 5, W: 10 }).after, "X");
  assertEquals(after({ X: 10, Y: 10, Z: 5, W: 20 }).after, "W");
  assertEquals(after({ X: 10, Y: 20, Z: 5, W: 20 }).after, undefined);
  assertEquals(after({ X: 10, Y: 12, Z: 4 }, 0.5).after, undefined);
  assertEquals([after({ X: 10, Y: 12, Z: 4 }, 1).after, after({ X: 10, Y: 12, Z: 4 }, -1).lead], [
    "X",
    6,
  ]);
});
