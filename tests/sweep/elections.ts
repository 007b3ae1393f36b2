import { loadContests, loadElectoralVotes } from "tallybook/data";
import { popularVote, sumVotes } from "tallybook/election";

/** The years from one to another. */
export const every = (from: number, to: number, step = 4): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);

/** Elections with a popular vote. */
export const YEARS = every(1824, 2024);
/** Elections with 51 jurisdictions and both parties on nearly all ballots. */
export const MODERN = every(1976, 2024);

const ranked = (year: number) =>
  Object.entries(popularVote(loadContests({ year }))).sort((a, b) => b[1] - a[1])
    .map(([name]) => name).filter((name) => !/^(?:Others?\b|Unpledged|Write)/i.test(name));

/** States that the winner won, for the states said to decide an election. */
function wonStates(year: number): string[] {
  const contests = loadContests({ year });
  const electors = sumVotes(
    loadElectoralVotes({ year, status: "won" }).toRecords()
      .map(({ candidate, electors }) => ({ candidate, votes: electors })),
  );
  const winner = Object.entries(electors).sort((a, b) => b[1] - a[1])[0]![0];
  return contests
    .filter(({ unit, votes }) =>
      unit.length === 2 && Object.entries(votes).sort((a, b) => b[1] - a[1])[0]?.[0] === winner
    )
    .map(({ unit }) => unit);
}

/** Elections with states that are said to have decided them. */
export const contestedCases = [1876, 1888, 1916, 1948, 1960, 1976, 2000, 2004, 2016, 2020].flatMap(
  (year) => {
    const states = wonStates(year);
    return [states.slice(0, 1), states.slice(-1), states.slice(2, 5)].map((contested) => ({
      year,
      contested,
    }));
  },
);

/** Elections with candidates without whom they are looked at. */
export const spoilerCases = [
  1824,
  1848,
  1860,
  1884,
  1892,
  1912,
  1924,
  1948,
  1968,
  1980,
  1992,
  1996,
  2000,
  2004,
  2016,
  2020,
  2024,
]
  .flatMap((year) => {
    const [first, second, ...others] = ranked(year);
    return [
      { year, beneficiary: first },
      { year, beneficiary: second },
      ...others.slice(0, 4).map((candidates) => ({ year, candidates })),
      ...(others.length > 1 ? [{ year, candidates: others.slice(0, 2).join(", ") }] : []),
    ];
  });

/** Elections with their two leading candidates. */
export const pairCases = [1876, 1888, 1912, 1948, 1960, 1976, 2000, 2004, 2016, 2020].map((
  year,
) => ({
  year,
  candidates: ranked(year).slice(0, 2).join(", "),
}));
