import { loadNationalCount } from "tallybook/data";
import { contestedCases, every, MODERN, pairCases, spoilerCases, YEARS } from "./elections.ts";

/** Values of one notebook's parameters, and parameters that only make sense together. */
export interface ParameterValues {
  /** What each parameter may be, the others at their defaults or drawn. */
  readonly values: Readonly<Record<string, readonly unknown[]>>;
  /** Parameters that depend on one another: a candidate stood in some elections only. */
  readonly cases?: readonly Readonly<Record<string, unknown>>[];
  /** What cannot be asked: the run stops with a `RangeError` whose sentence says these words. */
  readonly refused?: readonly {
    readonly given: Readonly<Record<string, unknown>>;
    readonly says: string;
  }[];
  /** What every run but the default's uses, to be quick. */
  readonly always?: Readonly<Record<string, unknown>>;
}

/** By notebook number: the values that a sweep tries. A parameter that is missing keeps its default. */
export const PARAMETER_VALUES: Readonly<Record<string, ParameterValues>> = {
  "00": {
    values: {
      year: [1804, 1820, 1824, 1872, 1876, 1960, 1976, 2000, 2004, 2008, 2012, 2020, 2024],
      shown: [1, 2, 100],
    },
    refused: [{ given: { year: 1789 }, says: "found no control total" }],
  },
  "01": {
    values: {
      asOf: [
        ...new Set(
          loadNationalCount().toRecords().map((row) => row.as_of).filter((day) =>
            day.length === 10
          ),
        ),
        "2016-11-30",
        "2016-12-31",
      ].filter((day) => day >= "2016-11-14"),
      tallyName: ["Cook tracker", "AP"],
    },
    refused: [
      { given: { asOf: "2016-11-09" }, says: "2016-11-14" },
      { given: { tallyName: "Cooks tracker" }, says: "Cook tracker" },
    ],
  },
  "02": {
    values: { year: YEARS.filter((year) => year !== 1824) },
    cases: [...contestedCases, { contested: ["FL"] }, { contested: ["FL", "MI"] }],
    refused: [{ given: { year: 1824 }, says: "the House chose" }, {
      given: { contested: ["CA"] },
      says: "did not win it",
    }],
  },
  "03": {
    values: { year: YEARS.filter((year) => ![1828, 1864, 1868].includes(year)) },
    refused: [1828, 1864, 1868].map((year) => ({
      given: { year },
      says: "expected somebody besides",
    })),
    cases: [
      ...spoilerCases,
      { candidates: "McMullin" },
      { candidates: "Stein" },
      { candidates: "Johnson", states: "MI, WI, PA" },
      { beneficiary: "Trump" },
      { states: "NH, NV" },
      { states: "WY" },
      { year: 2000, candidates: "Nader", states: "FL, NH" },
      { year: 2000, candidates: "Buchanan", beneficiary: "Bush" },
    ],
  },
  "04": {
    values: { year: YEARS, compareWith: [1876, 1888, 1960, 2000, 2016, 2020, 2024] },
    cases: [
      ...pairCases,
      { year: 2004, states: "CO, IA, NM" },
      { year: 2000, states: "FL" },
      { year: 2016, states: "MI, WI, PA", compareWith: 2020 },
      { year: 2016, compareWith: 2016 },
    ],
  },
  "05": {
    values: {
      unit: ["municipality", "county"],
      dose: ["share", "threshold"],
      threshold: [0.02, 0.1, 0.25, 0.5, 0.75],
      weights: ["votes", "equal"],
      seed: [1, 2],
    },
    cases: [
      ...["PA", "AR", "IN", "KS", "MS", "NC", "OH", "TN", "TX", "VA", "WV", "FL"].map((
        state,
      ) => ({ state, unit: "county" })),
      { state: "PA", unit: "county", weights: "equal" },
      { weights: "equal", dose: "threshold" },
      { unit: "county", dose: "threshold", threshold: 0.25 },
    ],
    refused: [
      {
        given: { state: "KY", unit: "county" },
        says: "expected units with and without the machines",
      },
      { given: { state: "MS" }, says: '"municipality" for WI' },
    ],
    always: { draws: 199 },
  },
  "06": {
    values: {
      weights: ["ballots", "equal"],
      covariates: [[], ["economy"], ["rural"], ["gore_share"], ["african_american_share"], [
        "economy",
        "rural",
      ]],
      outlier: [
        "Palm Beach",
        "Duval",
        "Miami-Dade",
        "Escambia",
        "Pinellas",
        "Liberty",
        "Calhoun",
        "Broward",
        "Orange",
        "Union",
      ],
      buchananCount: ["early", "certified"],
      level: [0.8, 0.9, 0.95, 0.999],
      overdispersion: [1, 2, 6],
    },
  },
  "07": {
    values: {
      asOf: ["2016-11-17", "2016-11-22", "2016-11-23", "2016-11-24", "2016-12-06"],
      since: ["2016-11-14", "2016-11-15", "2016-11-16"],
      remainingError: [0, 0.05, 0.1, 0.5, 1],
      // California counted so slowly that its lead could still have changed on the second morning.
      state: ["PA", "GA", "AZ", "NV", "MI", "CA"],
    },
    refused: [
      { given: { asOf: "2016-11-16" }, says: "at least three totals" },
      ...["WI", "NC", "FL", "TX"].map((state) => ({
        given: { state },
        says: "try AZ, GA, MI, NV or PA",
      })),
    ],
  },
  "08": {
    values: {
      year: every(1804, 2024),
      recordFrom: [1789, 1796, 1836, 1872, 1912, 1948, 1972, 2000, 2016, 2024],
    },
    refused: [{ given: { year: 1796 }, says: "when an elector had one vote for president" }],
  },
  "09": { values: { year: MODERN, census: every(1940, 2020, 10) } },
  "10": {
    values: {
      year: every(1980, 2016),
      campaignStates: ["CA", "NY FL CA", "TX", "NH", "CA TX NY FL IL", "WY AK"],
      commonError: [0.005, 0.01, 0.03, 0.05, 0.1],
      stateError: [0.005, 0.01, 0.03, 0.05, 0.1],
    },
  },
  "11": {
    values: {
      year: MODERN,
      earlier: MODERN,
      closest: [1, 2, 5, 20, 50],
      chosenStates: ["GA AZ WI", "FL", "WY", "CA NY"],
      riskLimit: [0.001, 0.01, 0.1, 0.2, 0.5],
    },
  },
  "12": {
    values: {
      verdicts: [
        ["true"],
        ["false"],
        ["misleading"],
        ["true-then"],
        ["imprecise"],
        ["unverifiable"],
        ["definition-dependent"],
        ["false", "misleading"],
      ],
    },
  },
  "13": {
    values: {
      year: MODERN,
      asked: ["AZ GA MI NC NV PA WI", "OH MN NJ RI", "MD MA UT", "ME", "GA NC", "CA NY TX FL"],
      since: [1976, 2020],
      usual: [0.5, 0.99],
      precinctState: ["WI", "PA", "WY"],
    },
    refused: [
      { given: { year: 2022 }, says: "expected one of 1976" },
      { given: { asked: "AZ XX" }, says: "expected postal codes" },
      { given: { since: 2011 }, says: "expected one of 1976" },
      { given: { usual: 0 }, says: "expected a share above 0 and below 1" },
      { given: { precinctState: "AZ" }, says: "expected one of" },
    ],
  },
  "14": {
    values: {
      least: [50, 200, 400],
      alpha: [0.01, 0.2],
    },
    cases: [
      { year: 2016, state: "WI", mode: "total" },
      { year: 2016, state: "IA", mode: "Absentee" },
      { state: "IA", mode: "absentee" },
      { state: "MD", mode: "early voting" },
      { state: "NV", mode: "total" },
      { state: "WI", mode: "total" },
    ],
    always: { elections: 40 },
    refused: [
      { given: { year: 2020 }, says: "expected 2016 or 2024" },
      { given: { least: 10 }, says: "from 50 to 400" },
      { given: { state: "SC", mode: "total" }, says: "expected one of absentee" },
      { given: { state: "CA" }, says: "expected one of AL" },
    ],
  },
  "15": {
    values: {
      asked: ["nader", "buchanan", "browne", "over", "under"],
      voted: ["all", "election day", "absentee"],
      voting: [0, 0.3, 0.7, 1],
    },
    refused: [
      { given: { asked: "gore" }, says: "expected one of nader" },
      { given: { voted: "early" }, says: "expected one of all" },
      { given: { voting: 1.5 }, says: "expected a share" },
    ],
  },
  "16": {
    values: {
      year: [2020, 2024],
      county: ["Adams", "Broomfield", "Denver", "Teller", "Yuma"],
      cardsMissing: [0, 1, 91, 5000],
    },
    refused: [
      { given: { year: 2022 }, says: "expected one of 2020 or 2024" },
      { given: { county: "Springfield" }, says: "expected one of" },
      { given: { cardsMissing: -1 }, says: "expected a whole number" },
    ],
  },
};
