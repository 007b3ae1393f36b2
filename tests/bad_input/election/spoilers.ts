import { secondChoice, spoilerUnits } from "tallybook/election";
import type { Examples } from "../example.ts";
import { CONTESTS } from "./three_states.ts";

const QUESTION = () => ({ beneficiary: "Clinton", opponent: "Trump", without: ["Stein"] });
const TWO = () => [
  { unit: "A", electors: 4, votes: { X: 50, Y: 40, Z: 20, W: 10 } },
  { unit: "B", electors: 3, votes: { X: 50, Y: 45, Z: 8, W: 12 } },
];
const TWO_UNITS = () =>
  spoilerUnits(TWO(), { beneficiary: "Y", opponent: "X", without: ["Z", "W"] });
const UNITS = () => spoilerUnits(CONTESTS(), QUESTION());
const SHARES = () => ({ candidate: "Stein", beneficiary: 0.38, opponent: 0.14, effectiveSize: 60 });

/** Valid calls of the functions on spoilers. */
export const SPOILERS_EXAMPLES: Examples = {
  spoilerQuestion: {
    args: () => [CONTESTS(), { without: "Stein", beneficiary: "Clinton" }],
    options: [1],
  },
  spoilerUnits: {
    args: () => [CONTESTS(), QUESTION()],
    infinite: ["netShare", "preferenceIfAllVote"],
  },
  breakEven: { args: () => [10_704, 51_463], infinite: ["netShare", "preferenceIfAllVote"] },
  preferenceNeeded: { args: () => [0.2, 0.7] },
  turnoutNeeded: { args: () => [0.2, 0.7] },
  transferVotes: {
    args: () => [UNITS(), QUESTION(), { Stein: { beneficiary: 0.4, opponent: 0.1 } }],
  },
  transferOf: { args: () => [0.2] },
  leadRegion: { args: () => [UNITS()[0], { Stein: [0, 1] }] },
  jointFlip: {
    args: () => [UNITS(), {
      required: ["MI", "WI"],
      netShare: 0.24,
      commonError: 0.1,
      unitDeviation: 0.05,
      majority: 19,
    }],
    options: [1],
  },
  jointRegion: { args: () => [TWO_UNITS(), ["Z", "W"], 10] },
  pathToMajority: { args: () => [UNITS(), { majority: 19, all: true }], options: [1] },
  secondChoice: { args: () => [SHARES(), 0.9] },
  renormalizationTrap: { args: () => [{ beneficiary: 0.38, opponent: 0.14 }] },
  pooledNetShare: { args: () => [[{ votes: 51_463, result: secondChoice(SHARES()) }], 0.9] },
};
