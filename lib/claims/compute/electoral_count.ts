import { loadElectoralVotes } from "../../data/mod.ts";
import { majorityOf } from "../../election/mod.ts";
import type { Computed } from "../claim.ts";
import { CONTESTED, electorsOf } from "./electors_2016.ts";
import { CLINTON, TRUMP } from "./national_vote.ts";

/** E1: Trump's electors with Michigan open, won, and cast. */
export function trumpElectors(): Computed {
  const projected = electorsOf("projected");
  const won = electorsOf("won");
  const cast = electorsOf("cast");
  const all = Object.values(won).reduce((sum, electors) => sum + electors, 0);
  const needed = majorityOf(all);
  return {
    then: projected[TRUMP]!,
    final: won[TRUMP]!,
    inference: {
      invited: "Trump had a majority already, whoever won Michigan",
      ground: "with at least 270 needed for victory",
      holds: projected[TRUMP]! >= needed,
      because: `${projected[TRUMP]} electors to ${projected[CLINTON]} of ${all}; ${needed} needed`,
    },
    evidence: [
      { name: "votes cast for Trump on December 19", value: cast[TRUMP]!, unit: "electors" },
      { name: "votes cast for Clinton on December 19", value: cast[CLINTON]!, unit: "electors" },
    ],
  };
}

/** E2: Trump's electors less Clinton's. */
export function electorsAhead(): Computed {
  const ahead = (electors: Record<string, number>) => electors[TRUMP]! - electors[CLINTON]!;
  return {
    then: ahead(electorsOf("projected")),
    final: ahead(electorsOf("won")),
    evidence: [{ name: "difference as cast", value: ahead(electorsOf("cast")), unit: "electors" }],
  };
}

/** E7: the fewest of the three states whose electors would have given Clinton a majority. */
export function statesToFlip(): Computed {
  const won = electorsOf("won");
  const needed = majorityOf(Object.values(won).reduce((sum, electors) => sum + electors, 0));
  const sizes = CONTESTED.map((state) => electorsOfState(state));
  let fewest = Infinity;
  let bestPair = 0;
  // Each of the 8 subsets of the three states, as the bits of a number.
  for (let subset = 0; subset < 2 ** sizes.length; subset++) {
    const chosen = sizes.filter((_, i) => (subset >> i) % 2 === 1);
    const total = won[CLINTON]! + chosen.reduce((sum, electors) => sum + electors, 0);
    if (total >= needed) fewest = Math.min(fewest, chosen.length);
    if (chosen.length === 2) bestPair = Math.max(bestPair, total);
  }
  return {
    then: fewest,
    final: fewest,
    evidence: [{ name: "Clinton's electors with the best two", value: bestPair, unit: "electors" }],
  };
}

/** E8: of the three states, those projected for Trump; and those where he was ahead. */
export function projectedForTrump(): Computed {
  const count = (status: "projected" | "won") =>
    loadElectoralVotes({ year: 2016, states: CONTESTED, status }).toRecords()
      .filter(({ candidate }) => candidate === TRUMP).length;
  return {
    then: count("projected"),
    final: count("won"),
    readings: [{ name: "ahead in the count, whether projected or not", value: count("won") }],
  };
}

/** E11: all electors. */
export function allElectors(): Computed {
  const total = Object.values(electorsOf("won")).reduce((sum, electors) => sum + electors, 0);
  return { then: total, final: total };
}

/** E19: Gore's electors of 2000 had Florida's been his, and which other states would have done. */
export function goreWithFlorida(): Computed {
  const rows = loadElectoralVotes({ year: 2000, status: "won" }).toRecords();
  const sum = (of: typeof rows) => of.reduce((total, { electors }) => total + electors, 0);
  const gore = sum(rows.filter(({ candidate }) => candidate === "Al Gore"));
  const bush: Record<string, number> = {};
  for (const { state_po, candidate, electors } of rows) {
    if (candidate === "George W. Bush") bush[state_po] = (bush[state_po] ?? 0) + electors;
  }
  const needed = majorityOf(sum(rows));
  const florida = bush["FL"]!;
  const enough = Object.values(bush).filter((electors) => gore + electors >= needed);
  return {
    then: gore + florida,
    final: gore + florida,
    evidence: [
      { name: "Gore's electors without Florida", value: gore, unit: "electors" },
      {
        name: "states won by Bush, each of which alone would have been enough",
        value: enough.length,
        unit: "states",
      },
      { name: "states won by Bush", value: Object.keys(bush).length, unit: "states" },
    ],
  };
}

/** E15: Tennessee's electors. */
export function tennesseeElectors(): Computed {
  const electors = electorsOfState("TN");
  return { then: electors, final: electors };
}

function electorsOfState(state: string): number {
  return loadElectoralVotes({ year: 2016, states: [state], status: "won" }).toRecords()
    .reduce((sum, row) => sum + row.electors, 0);
}
