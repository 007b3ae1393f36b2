import type { Examples } from "../example.ts";
import { CONTESTS } from "./three_states.ts";

const DEVIATION = () => ({
  estimand: "deviation",
  point: 3,
  lower: 2,
  upper: 4,
  level: 0.95,
  method: "given",
  assumptions: [],
  n: 9,
});
const ELECTION = (year: number, X: number) => ({
  year,
  candidate: "X",
  against: "Y",
  contests: [
    { unit: "A", electors: 3, votes: { X, Y: 100 - X } },
    { unit: "B", electors: 3, votes: { X: 100 - X, Y: X } },
  ],
});

/** Valid calls of the functions on inversions. */
export const INVERSIONS_EXAMPLES: Examples = {
  regionalSwings: {
    args: () => [CONTESTS(), {
      candidate: "Clinton",
      against: "Trump",
      standardDeviation: 3,
      correlation: 0.3,
      region: (unit: string) => unit === "MN" ? "west" : "lakes",
      draws: 100,
      seed: 7,
    }],
    options: [1],
  },
  regionalCorrelation: {
    args: () => [
      [["A1", 3], ["A2", 4], ["B1", -1], ["B2", -1]].map(([unit, deviation]) => ({
        from: 2000,
        to: 2004,
        unit,
        deviation,
      })),
      (unit: string) => unit.slice(0, 1),
    ],
  },
  shareRounding: { args: () => [47.2 / 92.2] },
  withinRounding: {
    args: () => [CONTESTS(), [{
      district: "WI",
      democrat: "Clinton",
      republican: "Trump",
      republican_share: 47.2 / 92.2,
      two_party_votes: 92_200,
    }], "Trump"],
  },
  collegeChances: {
    args: () => [CONTESTS(), {
      candidate: "Clinton",
      against: "Trump",
      margins: [0, 1],
      standardDeviation: 3,
    }],
    options: [1],
  },
  inversionChance: {
    args: () => [ELECTION(2000, 50).contests, {
      candidate: "X",
      against: "Y",
      margins: [1],
      deviation: DEVIATION(),
      nationalError: 0,
    }],
    options: [1],
  },
  stateDeviation: {
    args: () => [[ELECTION(2000, 50), ELECTION(2004, 55), ELECTION(2008, 51)], 0.9],
  },
  decomposeCollege: {
    args: () => [CONTESTS(), { candidate: "Clinton", against: "Trump" }, {
      MI: 9_900_000,
      WI: 5_700_000,
      MN: 5_300_000,
    }],
  },
  slateVotes: {
    args:
      () => [{ highestPledged: 318_303, highest: 324_050, pledged: 5, electors: 11 }, "divided"],
  },
  findInversions: {
    args: () => [
      [{
        year: 2000,
        president: "Bush",
        candidates: [{ name: "Bush", votes: 50_456_002, electors: 271 }, {
          name: "Gore",
          votes: 50_999_897,
          electors: 266,
        }],
        electors: 538,
        eligible: 194_331_436,
        statesWithoutVote: [],
      }],
      { requireElectoralMajority: true, requirePopularVoteEverywhere: false },
    ],
    options: [1],
  },
  nationalResults: {
    args: () => [
      [{
        year: 2000,
        candidate: "Bush",
        popular_votes: 50_456_002,
        electors_won: 271,
        no_popular_vote: null,
      }],
      new Map([[2000, 194_331_436]]),
    ],
  },
};
