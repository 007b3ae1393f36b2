/** Jobs of the statistics on Wisconsin's municipalities: `stats.ts JOB TIMES FILE`; prints how it went. */
import {
  machineEffect,
  type MachineUnit,
  minervaFirstRound,
  specificationGrid,
} from "tallybook/election";
import { falseAlarmRate, permutationTest, secondDigitTest } from "tallybook/stats";
import { repeated } from "../inputs/units_file.ts";
import { report } from "./report_run.ts";

const [job = "", timesGiven = "1", file = ""] = Deno.args;
const times = Number(timesGiven);
const units: MachineUnit[] = JSON.parse(Deno.readTextFileSync(file));
const all = Object.keys(units[0]!.covariates);

const jobs: Readonly<Record<string, () => number[]>> = {
  permutation: () => {
    const test = permutationTest({
      outcome: units.map((unit) => unit.twoParty - unit.twoPartyBefore),
      treated: units.map(({ dose }) => dose >= 0.5 ? 1 : 0),
      strata: units.map(({ group }) => group),
    }, { method: "sampled", draws: 10_000 * times, uninformative: "leave out" });
    return [test.pValue];
  },
  cr2: () => {
    const { estimate } = machineEffect(repeated(units, times), {
      outcome: "two-party",
      dose: "share",
      weights: "votes",
      before: true,
      covariates: all,
    }, { errors: "CR2" });
    return [estimate.point, estimate.standardError, estimate.degreesOfFreedom];
  },
  // The first 4, 16 or all 64 of notebook 05's specifications.
  grid: () => {
    const few = ["college", "white", "log density"];
    const grid = specificationGrid(units, {
      outcomes: times < 16 ? ["two-party"] : ["two-party", "two-party change"],
      doses: times < 16 ? ["share"] : ["share", 0.5],
      weights: times < 4 ? ["equal"] : ["equal", "votes"],
      covariates: times < 4 ? { few } : { few, all },
      withinGroups: [false, true],
      size: [false, true],
    }, { errors: "CR2" });
    return grid.flatMap(({ estimate }) => [
      estimate.point,
      estimate.standardError,
      estimate.degreesOfFreedom,
    ]);
  },
  digits: () => {
    const { rate } = falseAlarmRate({
      ballots: units.map(({ votes }) => votes),
      shares: units.map(({ twoParty }) => twoParty / 100),
      test: secondDigitTest,
    }, { elections: 100 * times });
    return [rate];
  },
  minerva: () => {
    const shares = Array.from({ length: 4 * times }, (_, i) => 0.505 + 0.1 * i / (4 * times));
    return shares.map((share) => {
      const winner = Math.round(1e7 * share);
      const contest = { winner, loser: 1e7 - winner, ballots: 1e7 };
      return minervaFirstRound(contest, 0.05)?.drawn ?? 0;
    });
  },
};

const run = jobs[job];
if (run === undefined) throw new RangeError(`Cannot run the job "${job}"`);
// For two seconds before the clock runs, as every contender does: compiled code is compared with compiled code.
for (const start = performance.now(); performance.now() - start < 2000;) run();
report(run);
