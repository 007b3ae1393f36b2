import { loadApportionment, loadCensus1790, loadElectoralVotes } from "../../data/mod.ts";
import { houseSeats } from "../../election/mod.ts";
import type { Computed } from "../claim.ts";

/** E12: states with as many electors as seats in the House plus two. */
export function electorsFollowSeats(): Computed {
  const electors: Record<string, number> = {};
  for (const row of loadElectoralVotes({ year: 2016, status: "won" }).toRecords()) {
    electors[row.state_po] = (electors[row.state_po] ?? 0) + row.electors;
  }
  const fitting = loadApportionment({ census: 2010 }).toRecords()
    .filter(({ state_po, seats }) => electors[state_po] === seats + 2).length;
  return { then: fitting, final: fitting };
}

/**
 * E14: states and the District of Columbia whose electors all go by the vote of the state; and the
 * electors who do, and those whom the loser of the state won.
 */
export function statesGoingByStateVote(): Computed {
  const units = loadElectoralVotes({ year: 2016, status: "won" }).toRecords();
  const electors = (of: typeof units) => of.reduce((sum, row) => sum + row.electors, 0);
  const byDistrict = units.filter(({ unit, state_po }) => unit !== state_po);
  const winners = new Map(
    units.filter(({ unit, state_po }) => unit === state_po)
      .map(({ state_po, candidate }) => [state_po, candidate]),
  );
  const against = byDistrict.filter(({ state_po, candidate }) =>
    candidate !== winners.get(state_po)
  );
  const all = new Set(units.map(({ state_po }) => state_po));
  const divided = new Set(
    units.filter(({ unit, state_po }) => unit !== state_po).map(({ state_po }) => state_po),
  );
  const whole = all.size - divided.size;
  return {
    then: whole,
    final: whole,
    evidence: [
      {
        name: "chosen by the vote of a state",
        value: electors(units) - electors(byDistrict),
        unit: "electors",
      },
      { name: "of all", value: electors(units), unit: "electors" },
      {
        name: "won by a candidate who lost the state",
        value: electors(against),
        unit: "electors",
      },
    ],
  };
}

/** Persons for a seat in the House of 1793 to 1803. */
const PERSONS_A_SEAT = 33_000;

/**
 * E13: states whose seats follow from the census of 1790 with three fifths of the enslaved. The
 * seats that they had are their electors of 1800, who wrote two names each, less two.
 */
export function threeFifths(): Computed {
  const census = Object.fromEntries(
    loadCensus1790().toRecords().map((row) => [row.state_po, row]),
  );
  const names: Record<string, number> = {};
  for (const row of loadElectoralVotes({ year: 1800, status: "cast" }).toRecords()) {
    names[row.state_po] = (names[row.state_po] ?? 0) + row.electors;
  }
  const fitting = (weight: readonly [number, number]) => {
    const seats = houseSeats(census, weight, { divisor: PERSONS_A_SEAT });
    return Object.entries(seats)
      .filter(([state, held]) => names[state] === 2 * (held + 2)).length;
  };
  return {
    then: fitting([3, 5]),
    final: fitting([3, 5]),
    evidence: [
      {
        name: "states whose seats would fit without the enslaved",
        value: fitting([0, 1]),
        unit: "states",
      },
      {
        name: "states whose seats would fit with all of them",
        value: fitting([1, 1]),
        unit: "states",
      },
    ],
  };
}
