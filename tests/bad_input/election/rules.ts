import type { Examples } from "../example.ts";
import { CONTESTS } from "./three_states.ts";

const POPULATIONS = () => ({ A: 100_000, B: 250_000, C: 40_000 });
const WEIGHTS = () => ({ A: 4, B: 3, C: 2 });
const SLATES = () => [{ state: "TX", electors: 38 }, { state: "WI", electors: 10 }];
const CENSUS = () => ({
  VA: { total: 747_610, enslaved: 292_627 },
  PA: { total: 434_373, enslaved: 3_737 },
});

/** Valid calls of the functions on apportionment, rules, power and electors. */
export const RULES_EXAMPLES: Examples = {
  apportion: {
    args: () => [POPULATIONS(), { seats: 20, method: "webster", minimum: 1, missed: 2 }],
    options: [1],
  },
  personsShort: {
    args: () => [POPULATIONS(), "A", { seats: 20, method: "webster", minimum: 1 }],
    options: [2],
  },
  houseSeats: { args: () => [CENSUS(), [3, 5], { divisor: 33_000 }] },
  reweightedElection: {
    args: () => [
      CENSUS(),
      { VA: { Jefferson: 21 }, PA: { Adams: 7, Jefferson: 8 } },
      { weight: [3, 5], closure: { seats: 34 }, admittedLater: { TN: 1 } },
    ],
    options: [2],
  },
  winnerTakeAll: { args: () => [CONTESTS(), { candidates: ["Clinton", "Trump"] }], options: [1] },
  withoutSenators: { args: () => [CONTESTS(), { candidates: ["Clinton", "Trump"] }], options: [1] },
  districtRule: {
    args: () => [
      CONTESTS(),
      [{ unit: "WI-01", electors: 1, votes: { Clinton: 5, Trump: 6 } }],
      { candidates: ["Clinton", "Trump"] },
    ],
    options: [2],
  },
  proportionalRule: {
    args: () => [CONTESTS(), { candidates: ["Clinton", "Trump"], method: "dhondt" }],
    options: [1],
  },
  nationalPopularVote: {
    args: () => [CONTESTS(), { candidates: ["Clinton", "Trump"] }],
    options: [1],
  },
  compactRule: {
    args: () => [CONTESTS(), { members: ["MN"], candidates: ["Clinton", "Trump"] }],
    options: [1],
  },
  compactMembers: { args: () => [[{ state: "MD", joined: "2007-04-10" }], "2016-11-08"] },
  compareRules: {
    args: () => [{
      states: CONTESTS(),
      districts: [{ unit: "WI-01", electors: 1, votes: { Clinton: 5, Trump: 6 } }],
      candidates: ["Clinton", "Trump"],
      byDistrict: [],
      compact: ["MN"],
    }],
  },
  districtContests: {
    args: () => [[{
      district: "ME-02",
      democrat: "Clinton",
      republican: "Trump",
      republican_share: 0.55,
      two_party_votes: 326_000,
    }]],
  },
  contingentNeed: { args: () => [{ Jackson: 99, Adams: 84, Crawford: 41 }, 24] },
  contingentElection: { args: () => [[{ state: "NY", members: { Adams: 18, Jackson: 16 } }]] },
  banzhaf: { args: () => [WEIGHTS(), 5] },
  shapleyShubik: { args: () => [WEIGHTS(), 5] },
  coalitionCounts: { args: () => [WEIGHTS()] },
  coinTossChance: { args: () => [WEIGHTS(), 5] },
  defectionsNeeded: { args: () => [{ Trump: 306, Clinton: 232 }, "Trump", "Clinton", 538] },
  electorLawOn: {
    args: () => [
      [{ state: "CA", law: "penalty", from: "2000-01-01", until: "2020-01-01", source: "s" }],
      "CA",
      "2016-12-19",
    ],
  },
  feasibleDefections: { args: () => [SLATES(), () => "none", 37, ["penalty", "void"]] },
  freeElectorsBounds: { args: () => [SLATES(), 1, 51] },
  faithlessRate: {
    args: () => [
      [{ year: 2012, electors: 538, faithless: 0 }, { year: 2016, electors: 538, faithless: 7 }],
      0.9,
    ],
  },
  chanceOfDefections: {
    args: () => [{ electors: 306, atLeast: 37, rate: 0.01, correlation: 0.02 }],
  },
};
