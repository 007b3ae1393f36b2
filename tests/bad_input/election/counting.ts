import type { Examples } from "../example.ts";
import { CONTESTS } from "./three_states.ts";

const SNAPSHOTS = () => [
  { asOf: "2016-11-15", votes: { Clinton: 100, Trump: 95 } },
  { asOf: "2016-11-18", votes: { Clinton: 150, Trump: 130 } },
  { asOf: "2016-11-23", votes: { Clinton: 190, Trump: 150 } },
];
const FORECAST = () => [
  { unit: "A", electors: 3, votes: 1000, share: 0.52 },
  { unit: "B", electors: 4, votes: 2000, share: 0.49 },
];

/** Valid calls of the functions on late counts and the value of a vote. */
export const COUNTING_EXAMPLES: Examples = {
  leadBounds: { args: () => [{ Clinton: 100, Trump: 95 }, 20, "Clinton"] },
  possibleLeaders: { args: () => [{ Clinton: 100, Trump: 95 }, 20] },
  shareToOverturn: { args: () => [5, 20, 0.9] },
  projectGroups: {
    args: () => [
      [{
        group: "CA",
        lead: 100,
        remaining: 50,
        remainingError: 5,
        margin: 0.3,
        marginError: 0.05,
      }],
      "Clinton",
      { correlation: 0.5, level: 0.9 },
    ],
    options: [2],
  },
  naiveProjection: { args: () => [{ Clinton: 100, Trump: 95 }, 20, "Clinton", "Trump"] },
  projectFromIncrements: {
    args: () => [SNAPSHOTS(), {
      candidate: "Clinton",
      rival: "Trump",
      remaining: 50,
      remainingError: 5,
      level: 0.9,
    }],
    options: [1],
  },
  increments: { args: () => [SNAPSHOTS()] },
  closingAGap: { args: () => [99, 1000] },
  preferenceOfAddedVoters: { args: () => [100, 1000, 0.2] },
  netGain: { args: () => [1000, 0.2, 0.75] },
  decisiveVote: {
    args: () => [FORECAST(), { national: 0.02, unit: 0.03, degreesOfFreedom: 5 }],
    options: [1],
  },
  decisiveVoteRange: {
    args: () => [FORECAST(), [{ national: 0.02, unit: 0.03 }, { national: 0.03, unit: 0.03 }]],
  },
  votesPerElector: { args: () => [CONTESTS()] },
  collegeForecast: {
    args: () => [
      FORECAST().map(({ votes: _votes, ...unit }) => ({ ...unit, region: "r" })),
      { national: 0.02, regional: 0.01, unit: 0.03, degreesOfFreedom: 5 },
    ],
    options: [1],
  },
};
