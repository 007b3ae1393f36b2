import type { Examples } from "../example.ts";
import { CONTESTS } from "./three_states.ts";

const [MICHIGAN] = CONTESTS();

/** Valid calls of the functions on contests and exact fractions. */
export const CONTESTS_EXAMPLES: Examples = {
  contests: {
    args: () => [[{ state_po: "NY", candidate: "Clinton", votes: 4_379_783 }], { NY: 29, MI: 16 }],
  },
  isDistrict: { args: () => ["NE-02"] },
  stateOf: { args: () => ["NE-02"] },
  popularVote: { args: () => [CONTESTS()] },
  totalVotes: { args: () => [{ Bush: 3, Gore: 2 }] },
  sumVotes: { args: () => [[{ candidate: "Bush", votes: 3 }]] },
  plurality: { args: () => [MICHIGAN] },
  margin: { args: () => [{ A: 60, B: 30, C: 10 }, "A", "B", "two-party vote"] },
  tally: { args: () => [CONTESTS(), { open: ["WI"] }], options: [1] },
  tallyCast: { args: () => [[{ candidate: "Bush", electors: 271 }], 538] },
  majorityOf: { args: () => [538] },
  tippingPoint: {
    args: () => [CONTESTS(), "Trump", { against: "Clinton", of: "two-party vote", majority: 19 }],
    options: [2],
  },
  collegeBias: {
    args: () => [
      CONTESTS(),
      { winner: "Trump", against: "Clinton", toward: "Trump" },
      { of: "all votes" },
    ],
    options: [2],
  },
  cheapestCover: { args: () => [[[{ weight: 3, cost: 5 }], [{ weight: 2, cost: 1 }]], 4, 10] },
  fewestVotes: {
    args: () => [CONTESTS(), {
      goal: "win",
      candidate: "Clinton",
      by: "switching",
      among: ["MI", "WI"],
      majority: 19,
    }],
    options: [1],
  },
  votesToWin: { args: () => [MICHIGAN, "Clinton", "switching"] },
  votesToDeny: { args: () => [MICHIGAN, "Trump", "adding"] },
  findCandidate: { args: () => [{ "Al Gore": 3, "George W. Bush": 4 }, "Gore"] },
  familyName: { args: () => ["Martin Van Buren"] },
  findUnits: { args: () => [CONTESTS(), "mi WI"] },
  uniformSwing: {
    args: () => [CONTESTS(), { toward: "Clinton", from: "Trump", points: 1, of: "all votes" }],
    options: [1],
  },
  swingSteps: { args: () => [CONTESTS(), { toward: "Clinton", from: "Trump" }], options: [1] },
  dropOff: {
    args: () => [
      { republican: 200, democratic: 100, all: 310 },
      { republican: 190, democratic: 105, all: 300 },
    ],
  },
  alikeShare: {
    args: () => [
      [
        { like: "x", choice: "A", ballots: 3 },
        { like: "x", choice: "B", ballots: 1 },
        { like: "x", choice: "C", ballots: 4 },
        { like: "y", choice: "C", ballots: 1 },
      ],
      "C",
      ["A", "B"],
    ],
  },
  addRatios: {
    args: () => [{ numerator: 1n, denominator: 3n }, { numerator: 1n, denominator: 6n }],
  },
  compareRatios: {
    args: () => [{ numerator: 1n, denominator: 3n }, { numerator: 1n, denominator: 6n }],
  },
  ratioToNumber: { args: () => [{ numerator: 3n, denominator: 4n }], infinite: ["answer"] },
};
