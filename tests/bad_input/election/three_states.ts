interface Contest {
  unit: string;
  electors: number;
  votes: Record<string, number>;
}

/** Three states of 2016, made anew for each call, since bad values are put into them. */
export const CONTESTS = (): Contest[] => [
  { unit: "MI", electors: 16, votes: { Clinton: 2_268_839, Trump: 2_279_543, Stein: 51_463 } },
  { unit: "WI", electors: 10, votes: { Clinton: 1_382_536, Trump: 1_405_284, Stein: 31_072 } },
  { unit: "MN", electors: 10, votes: { Clinton: 1_367_825, Trump: 1_323_232, Stein: 36_957 } },
];
