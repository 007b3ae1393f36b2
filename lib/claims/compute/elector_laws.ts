import type { Claim, Computed } from "../claim.ts";
import { factValue } from "../facts.ts";

/** The states and the District of Columbia. */
const UNITS = 51;

/**
 * E16: the sentence is about the state's own deadline, which no table holds; the code names the day
 * of November 2016 by which its counties had to certify.
 */
export function tennesseeDeadline({ stated, tolerance, unit }: Claim): Computed {
  const nth = factValue("tennessee-certification-monday");
  const election = new Date("2016-11-08T00:00:00Z");
  // Days from the election (a Tuesday, 2) to the first Monday (1) after it.
  const toMonday = (1 - election.getUTCDay() + 7) % 7;
  const deadline = election.getUTCDate() + toMonday + 7 * (nth - 1);
  return {
    then: null,
    final: null,
    narrower: {
      name: "the day by which Tennessee's counties had to certify",
      relation: "equals",
      stated: stated!,
      tolerance,
      unit: unit!,
      computed: { then: deadline, final: deadline },
    },
  };
}

/** M5: states that did not bind their electors, by three counts of the laws. */
export function statesNotBinding(): Computed {
  const free = (fact: string) => UNITS - factValue(fact);
  return {
    then: free("states-binding-electors-2016"),
    final: free("states-binding-electors-2016"),
    readings: [
      {
        name: "by the Congressional Research Service's count of 2012",
        value: free("states-binding-electors-2012"),
      },
      { name: "by an undated public list", value: free("states-binding-electors-list") },
    ],
  };
}

/**
 * M6: no prosecution is known, then or since, but no table lists prosecutions; fines were civil.
 * The strict reading has no final value, so it stays what it was; the wider one counts a fine.
 */
export function electorsPunished(): Computed {
  return {
    then: factValue("electors-fined-before-2016-12-29"),
    final: null,
    readings: [{
      name: "with a civil fine counted as a prosecution",
      value: factValue("electors-fined-before-2016-12-29"),
      final: factValue("electors-fined-2016-12-29"),
    }],
    evidence: [{
      name: "of those fined, appealed and lost",
      value: factValue("electors-appealed-2020-07-06"),
      unit: "electors",
    }],
  };
}
