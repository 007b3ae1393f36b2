import { town } from "../../election/machines/municipal_row.ts";
import type { Examples } from "../example.ts";

const MACHINES = () =>
  [[0, 44, 20], [0.1, 46, 25], [0.3, 40, 19], [0.9, 30, 15], [1, 33, 22], [0.6, 41, 30]].map((
    [dose, share, college],
    i,
  ) => ({
    unit: `town ${i}`,
    group: i < 3 ? "ADAMS" : "BARRON",
    votes: 100 + 10 * i * i,
    votesBefore: 90 + 7 * i,
    share,
    shareBefore: 45,
    twoParty: share,
    twoPartyBefore: 45 + i % 4,
    dose,
    covariates: { college },
  }));
const RECOUNTED = () => [
  { unit: "1", technology: "DRE", original: { A: 10, B: 5 }, recount: { A: 11, B: 5 } },
  { unit: "2", technology: "scan", original: { A: 9, B: 9 }, recount: { A: 9, B: 9 } },
];

/** Valid calls of the functions on machines. */
export const MACHINES_EXAMPLES: Examples = {
  covariateOf: { args: () => [MACHINES(), "college"] },
  doseOf: { args: () => [MACHINES(), 0.5] },
  outcomeOf: { args: () => [MACHINES(), "change"] },
  controls: {
    args: () => [MACHINES(), {
      covariates: ["college"],
      before: true,
      withinGroups: true,
      size: true,
    }],
  },
  machineEffect: {
    args: () => [
      MACHINES(),
      {
        outcome: "share",
        dose: 0.5,
        weights: "votes",
        covariates: ["college"],
        before: false,
        withinGroups: false,
        size: false,
      },
      { errors: "HC3", level: 0.9 },
    ],
    options: [2],
  },
  thresholdCurve: { args: () => [MACHINES(), [0.25, 0.5], ["college"]] },
  specificationGrid: {
    args: () => [
      MACHINES(),
      {
        outcomes: ["two-party change"],
        doses: ["share"],
        weights: ["equal"],
        covariates: { none: [] },
        withinGroups: [false],
        size: [false],
      },
      { errors: "HC3", group: "county" },
    ],
    options: [2],
  },
  flipEffect: { args: () => [22_748, 2_976_150] },
  marginMoved: { args: () => [0.4, 2_976_150] },
  recountByTechnology: { args: () => [RECOUNTED(), "A", "B"] },
  recountChange: { args: () => [RECOUNTED()[0], "A"] },
  residualVotes: {
    args: () => [[{ technology: "scan", ballots: 10, votes: 9 }, {
      technology: "DRE",
      ballots: 100,
      votes: 99,
    }]],
  },
  absenteeContrast: {
    args: () => [
      [{ county: "A", votes: 1100, candidate: 21, absentee: 100, candidateAbsentee: 1 }],
      1.5,
    ],
  },
  butterflyCost: {
    args: () => [
      ["nelson", "mccollum", "writein"].flatMap((senate) => [
        { part: "election day", president: "buchanan", senate, ballots: 2 },
        { part: "election day", president: "gore", senate, ballots: 98 },
        { part: "absentee", president: "gore", senate, ballots: 100 },
      ]),
      { overdispersion: 2 },
    ],
    options: [1],
  },
  layoutEffect: {
    args: () => [
      [[1, 1], [1, 3], [2, 5], [2, 7], [1, 2], [2, 6]].map(([columns, spoiled], i) => ({
        county: `c${i}`,
        columns,
        machine: i % 3 === 0 ? "scan" : "punch",
        counting: "center",
        ballots: 100,
        spoiled,
      })),
      ["machine"],
    ],
  },
  borderPairs: {
    args: () => [
      MACHINES().map((unit, i) => ({ unit, longitude: -90 + i / 20, latitude: 45 })),
      { threshold: 0.5, within: 20 },
    ],
    options: [1],
  },
  municipalUnits: { args: () => [[{ ...town }]] },
  countyUnits: {
    args: () => [
      [{ fips: "42001", state_po: "PA", dre_share: 0.6, mixed_share: 0.3 }],
      [{
        fips: "42001",
        county: "Adams",
        clinton_2016: 10,
        trump_2016: 30,
        others_2016: 2,
        obama_2012: 15,
        romney_2012: 25,
        others_2012: 1,
        population: 100,
        white_percent: 90,
        less_than_college_percent: 80,
        median_income: 50_000,
        rural_percent: 50,
        foreign_born_percent: 3,
        over_64_percent: 18,
      }],
      "only",
    ],
  },
};
