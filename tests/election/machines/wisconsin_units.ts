import type { MachineUnit } from "tallybook/election";
import { goldenRows } from "../../stats/golden.ts";

const twoParty = (d: number, r: number): number => 100 * d / (d + r);

/** Wisconsin's municipalities, from the table that tests/golden/scripts/07_wi_prep.py made. */
export function municipalities(): MachineUnit[] {
  return goldenRows("wi_muni_2016").map((row) => {
    const number = (name: string): number => Number(row[name]);
    return {
      unit: row.muni!,
      group: row.county!,
      votes: number("votes16"),
      votesBefore: number("votes12"),
      share: number("dem16"),
      shareBefore: number("dem12"),
      twoParty: twoParty(number("dem16"), number("rep16")),
      twoPartyBefore: twoParty(number("dem12"), number("rep12")),
      dose: number("dre"),
      covariates: {
        "log density": Math.log(number("dense")),
        "college": number("college"),
        "white": number("white"),
        "black": number("black"),
        "latino": number("latino"),
        "log income": Math.log(number("inc")),
        "age": number("age"),
        "unemployment": number("unemp"),
      },
    };
  });
}

/** Wisconsin's counties, from the table that tests/golden/scripts/08_wi_machines.R made. */
export function counties(): MachineUnit[] {
  return goldenRows("wi_county_2016").map((row) => {
    const number = (name: string): number => Number(row[name]);
    return {
      unit: row.county!,
      group: "WI",
      votes: number("votes"),
      votesBefore: number("votes"),
      share: number("dem16"),
      shareBefore: number("dem12"),
      twoParty: twoParty(number("dem16"), number("rep16")),
      twoPartyBefore: twoParty(number("dem12"), number("rep12")),
      dose: number("dre"),
      covariates: {
        "college": number("college"),
        "white": number("white"),
        "log density": Math.log(number("dens")),
      },
    };
  });
}

/** The covariates of the municipal models, in the script's order. */
export const covariates = [
  "log density",
  "college",
  "white",
  "black",
  "latino",
  "log income",
  "age",
  "unemployment",
];
