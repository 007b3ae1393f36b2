import { secondChoice, spoilerUnits } from "tallybook/election";
import type { Examples } from "./example.ts";

const CONTESTS = () => [
  { unit: "MI", electors: 16, votes: { Clinton: 2_268_839, Trump: 2_279_543, Stein: 51_463 } },
  { unit: "WI", electors: 10, votes: { Clinton: 1_382_536, Trump: 1_405_284, Stein: 31_072 } },
  { unit: "MN", electors: 10, votes: { Clinton: 1_367_825, Trump: 1_323_232, Stein: 36_957 } },
];
const [MICHIGAN] = CONTESTS();
const REPORTED = () => ({ winner: 6_000, loser: 4_000, ballots: 11_000 });
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
const QUESTION = () => ({ beneficiary: "Clinton", opponent: "Trump", without: ["Stein"] });
const TWO = () => [
  { unit: "A", electors: 4, votes: { X: 50, Y: 40, Z: 20, W: 10 } },
  { unit: "B", electors: 3, votes: { X: 50, Y: 45, Z: 8, W: 12 } },
];
const TWO_UNITS = () =>
  spoilerUnits(TWO(), { beneficiary: "Y", opponent: "X", without: ["Z", "W"] });
const UNITS = () => spoilerUnits(CONTESTS(), QUESTION());
const SHARES = () => ({ candidate: "Stein", beneficiary: 0.38, opponent: 0.14, effectiveSize: 60 });
const SNAPSHOTS = () => [
  { asOf: "2016-11-15", votes: { Clinton: 100, Trump: 95 } },
  { asOf: "2016-11-18", votes: { Clinton: 150, Trump: 130 } },
  { asOf: "2016-11-23", votes: { Clinton: 190, Trump: 150 } },
];
const ELECTION = (year: number, X: number) => ({
  year,
  candidate: "X",
  against: "Y",
  contests: [
    { unit: "A", electors: 3, votes: { X, Y: 100 - X } },
    { unit: "B", electors: 3, votes: { X: 100 - X, Y: X } },
  ],
});
const FORECAST = () => [
  { unit: "A", electors: 3, votes: 1000, share: 0.52 },
  { unit: "B", electors: 4, votes: 2000, share: 0.49 },
];
const POPULATIONS = () => ({ A: 100_000, B: 250_000, C: 40_000 });
const WEIGHTS = () => ({ A: 4, B: 3, C: 2 });
const SLATES = () => [{ state: "TX", electors: 38 }, { state: "WI", electors: 10 }];
const CENSUS = () => ({
  VA: { total: 747_610, enslaved: 292_627 },
  PA: { total: 434_373, enslaved: 3_737 },
});

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

/** A valid call of each function that lib/election exports. */
export const ELECTION_EXAMPLES: Examples = {
  // Contests
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
  // Exact fractions
  addRatios: {
    args: () => [{ numerator: 1n, denominator: 3n }, { numerator: 1n, denominator: 6n }],
  },
  compareRatios: {
    args: () => [{ numerator: 1n, denominator: 3n }, { numerator: 1n, denominator: 6n }],
  },
  ratioToNumber: { args: () => [{ numerator: 3n, denominator: 4n }], infinite: ["answer"] },
  // Apportionment
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
  // Rules
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
  // Power
  banzhaf: { args: () => [WEIGHTS(), 5] },
  shapleyShubik: { args: () => [WEIGHTS(), 5] },
  coalitionCounts: { args: () => [WEIGHTS()] },
  coinTossChance: { args: () => [WEIGHTS(), 5] },
  // Electors
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
  // Spoilers
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
  // Late counts
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
  // Value of a vote
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
  // Inversions
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
  // Audits
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
  // Machines
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
  municipalUnits: {
    args: () => [[{
      county: "ADAMS",
      municipality: "TOWN OF ADAMS",
      votes_2016: 200,
      clinton_2016: 80,
      trump_2016: 100,
      votes_2012: 180,
      obama_2012: 90,
      romney_2012: 60,
      dre_share: 0.25,
      population: 500,
      income: 20_000,
      college_percent: 10,
      white_percent: 95,
      black_percent: 1,
      latino_percent: 2,
      median_age: 45,
      unemployment_percent: 5,
      density: 12,
    }]],
  },
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
