import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  type Contest,
  districtRule,
  nationalPopularVote,
  proportionalRule,
  winnerTakeAll,
  withoutSenators,
} from "tallybook/election";
import { golden, goldenRows } from "../../golden/read.ts";

/** Made by tests/golden/scripts/10_ec_history.py from the same votes. */
interface Year {
  tally_won: { D: number; R: number };
  inversion: boolean;
  rules: {
    district_method: { D: number; R: number; rounded_ties_given_to_R: string[] } | null;
    two_senators_removed: { D: number; R: number };
    proportional_two_party_hamilton: { D: number; R: number };
    proportional_two_party_dhondt: { D: number; R: number };
    fractional_of_total: { D: number; R: number };
  };
}
const history = golden<Record<string, Year>>("ec_history_1976_2024.json");
const rows = goldenRows("ec_state_votes_1976_2024.csv");

function statesOf(year: string): Contest[] {
  return rows.filter((row) => row.year === year).map((row) => {
    const [D, R, all] = [Number(row.democratic), Number(row.republican), Number(row.total)];
    return { unit: row.state_po!, electors: Number(row.electors), votes: { D, R, O: all - D - R } };
  });
}

/** Votes rebuilt from a rounded share of the two-party vote; exact halves stay exact ties. */
function districtsOf(year: string): Contest[] {
  return goldenRows(`cd_${year}.csv`).map((row) => {
    const all = 1_000_000;
    const R = Number(row.r2p) === 0.5 ? all / 2 : Math.round(Number(row.r2p) * all);
    return { unit: row.cd!, electors: 1, votes: { D: all - R, R } };
  });
}

const candidates = ["D", "R"];
for (const [year, expected] of Object.entries(history)) {
  const states = statesOf(year);
  const districts = Number(year) >= 2008 ? districtsOf(year) : [];
  /** Maine and Nebraska as they vote: two at large and a district each. */
  const units = states.flatMap((state) => {
    const own = districts.filter((district) => district.unit.startsWith(`${state.unit}-`));
    if (!["ME", "NE"].includes(state.unit) || own.length === 0) return [state];
    return [{ ...state, electors: 2 }, ...own];
  });

  Deno.test(`winnerTakeAll() gives the electors of ${year}`, () => {
    const { electors, total, needed } = winnerTakeAll(units, { candidates });
    assertEquals([electors.D ?? 0, electors.R ?? 0], [expected.tally_won.D, expected.tally_won.R]);
    assertEquals([total, needed], [538, 270]);
  });

  Deno.test(`withoutSenators() gives ${year} with 436 electors`, () => {
    const { electors, total } = withoutSenators(units, { candidates });
    const { D, R } = expected.rules.two_senators_removed;
    assertEquals([electors.D, electors.R, total], [D, R, 436]);
  });

  Deno.test(`proportionalRule() divides the electors of ${year} three ways`, () => {
    const rules = expected.rules;
    const hamilton = proportionalRule(states, { candidates });
    assertEquals({ D: hamilton.electors.D, R: hamilton.electors.R }, {
      ...rules.proportional_two_party_hamilton,
    });
    const dhondt = proportionalRule(states, { candidates, method: "dhondt" });
    assertEquals({ D: dhondt.electors.D, R: dhondt.electors.R }, {
      ...rules.proportional_two_party_dhondt,
    });
    const fractional = proportionalRule(states, { method: "fractional" });
    // The reference is rounded to three decimals.
    assertAlmostEquals(fractional.electors.D!, rules.fractional_of_total.D, 0.0005001);
    assertAlmostEquals(fractional.electors.R!, rules.fractional_of_total.R, 0.0005001);
    assertAlmostEquals(fractional.unallocated, 0, 1e-12);
  });

  Deno.test(`nationalPopularVote() in ${year} differs from the college if it was an inversion`, () => {
    const college = winnerTakeAll(units, { candidates }).winner;
    const nation = nationalPopularVote(states, { candidates }).winner;
    assertEquals(college !== nation, expected.inversion);
  });

  const reference = expected.rules.district_method;
  if (reference !== null) {
    Deno.test(`districtRule() gives ${year} by district`, () => {
      const { electors, unallocated } = districtRule(states, districts, { candidates });
      const tied = reference.rounded_ties_given_to_R.length;
      assertEquals([electors.D, electors.R], [reference.D, reference.R - tied]);
      assertEquals(unallocated, tied);
    });
  }
}

Deno.test("proportionalRule() by fractions of all votes leaves 2016 without a majority", () => {
  const result = proportionalRule(statesOf("2016"), { method: "fractional" });
  assertEquals(result.winner, null);
  assert(result.contingent !== null);
  assertEquals(result.contingent.needed, 26);
});

Deno.test("proportionalRule() by largest remainders ties 2000 at 269 each", () => {
  const result = proportionalRule(statesOf("2000"), { candidates });
  assertEquals(result.electors, { D: 269, R: 269 });
  assertEquals(result.contingent?.candidates, ["D", "R"]);
});

Deno.test("districtRule() elects Romney in 2012", () => {
  const result = districtRule(statesOf("2012"), districtsOf("2012"), { candidates });
  assertEquals([result.winner, result.electors.R], ["R", 274]);
});
