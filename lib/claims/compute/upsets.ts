import { loadElectoralVotes } from "../../data/mod.ts";
import type { Computed } from "../claim.ts";
import { factValue } from "../facts.ts";
import { TRUMP } from "./national_vote.ts";

const BATTLEGROUNDS = ["FL", "NC", "OH"];
const PRESUMED = ["PA", "WI"];

/** Trump's lead over Clinton in a state's average of polls the day before the election, points. */
const average = (state: string) => factValue(`poll-average-${state.toLowerCase()}-2016-11-07`);

/** The winner of a state's electors. */
const winner = (year: number, state: string) =>
  loadElectoralVotes({ year, states: [state], status: "won" }).toRecords()[0]!;

/** Of some states, those that Trump won though behind in the average of polls. */
const wonFromBehind = (states: readonly string[]) =>
  states.filter((state) => average(state) < 0 && winner(2016, state).candidate === TRUMP).length;

/** E17: Florida, North Carolina and Ohio: an upset is won against what was expected. */
export function upsets(): Computed {
  const forecast = factValue("forecast-for-clinton-fl-nc-oh");
  const flipped =
    BATTLEGROUNDS.filter((state) =>
      winner(2012, state).candidate === "Barack Obama" && winner(2016, state).candidate === TRUMP
    ).length;
  return {
    then: wonFromBehind(BATTLEGROUNDS),
    final: wonFromBehind(BATTLEGROUNDS),
    readings: [
      { name: "where FiveThirtyEight's last forecast had favored Clinton", value: forecast },
      { name: "where the other party had won in 2012", value: flipped },
    ],
    evidence: BATTLEGROUNDS.map((state) => ({
      name: `${state}: Trump's lead in the average of polls the day before`,
      value: average(state),
      unit: "points",
    })),
  };
}

/** E18: Pennsylvania and Wisconsin, where the averages of polls had Clinton ahead. */
export function presumedDemocratic(): Computed {
  return {
    then: wonFromBehind(PRESUMED),
    final: wonFromBehind(PRESUMED),
    evidence: PRESUMED.map((state) => ({
      name: `${state}: Trump's lead in the average of polls the day before`,
      value: average(state),
      unit: "points",
    })),
  };
}
