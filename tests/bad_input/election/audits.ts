import type { Examples } from "../example.ts";

const REPORTED = () => ({ winner: 6_000, loser: 4_000, ballots: 11_000 });

/** Valid calls of the functions on audits. */
export const AUDITS_EXAMPLES: Examples = {
  alphaMartingale: {
    args: () => [[1, 0, 1, 0.5, 1], {
      population: 100,
      nullMean: 0.5,
      bound: 1,
      reportedMean: 0.6,
      reportWeight: 10,
      slack: 0.05,
    }],
    options: [1],
  },
  bettingMartingale: {
    args: () => [[1, 0, 1, 0.5, 1], {
      population: 100,
      nullMean: 0.5,
      bound: 1,
      bet: "adaptive",
      firstBet: 0.4,
    }],
    options: [1],
  },
  comparisonBet: { args: () => [0.1, 0.001] },
  kaplanMarkovRisk: { args: () => [[1, 1, 0, 1], 0.5, 0.1] },
  assorterValue: { args: () => ["winner"] },
  overstatementValue: { args: () => ["winner", "loser", 0.1] },
  binomialTail: { args: () => [6, 10, 0.5] },
  bravoExpectedBallots: { args: () => [REPORTED(), 0.05] },
  bravoRisk: { args: () => [{ winner: 8, loser: 3 }, 0.6] },
  bravoStopsAt: { args: () => [100, 0.6, 0.1] },
  bravoDistribution: { args: () => [REPORTED(), 0.1, [0.5, 0.9]] },
  minervaRisk: { args: () => [58, 100, 0.6] },
  minervaStopsAt: { args: () => [100, 0.6, 0.1] },
  minervaFirstRound: { args: () => [REPORTED(), 0.1, { chance: 0.8 }], options: [2] },
  minervaRounds: { args: () => [[{ drawn: 100, winner: 55 }], 0.6, 0.1] },
  comparisonBallots: {
    args: () => [0.1, 0.05, { rates: { oneOver: 0.001 }, found: { twoUnder: 1 }, inflator: 1.1 }],
    options: [2],
  },
  comparisonRisk: { args: () => [100, 0.1, { oneOver: 1 }, 1.1] },
  comparisonCourse: { args: () => [[0, 1, 0], 0.1, { inflator: 1.1 }], options: [2] },
  auditOptions: { args: () => [REPORTED(), { paperless: 100, ballotRecords: true }, 0.05] },
  dilutedMargin: { args: () => [REPORTED()] },
  bravoQuantile: { args: () => [REPORTED(), 0.05, 0.9] },
  locateCards: {
    args: () => [[{ cards: 100 }, { cards: 25 }], [3, 103]],
  },
  pickBallots: { args: () => ["20161108", 4_799_284, 3] },
  recountShift: {
    args: () => [
      [{ unit: "A", votes: 100, shift: 1 }, { unit: "B", votes: 300, shift: -2 }],
      1000,
      { spread: "contest", level: 0.9 },
    ],
    options: [2],
  },
};
