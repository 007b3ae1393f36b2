import { findState } from "../states.ts";
import { mixedCase, nameFromCapitals, OTHERS } from "./candidate_names.ts";
import type { TextRow } from "./corrections.ts";
import type { RawFolder } from "./raw_folder.ts";
import type { ReturnsLine } from "./returns_lines.ts";

/** The file of state returns 1976 to 2020. */
export const MEDSL = "medsl-state/1976-2020-president.csv";
const MEDSL_2024 = "medsl-state/2024-president-state.csv";

const PARTY: Readonly<Record<string, string>> = {
  "DEMOCRAT": "Democratic",
  "REPUBLICAN": "Republican",
  "LIBERTARIAN": "Libertarian",
  "GREEN": "Green",
};

/** The label under which a candidate got most votes in the nation, as the national party. */
function nationalParties(rows: readonly TextRow[], votes: string): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const label = row.party_detailed!;
    if (label === "" || label === "NA") continue;
    const key = `${row.year} ${nameFromCapitals(row.candidate!)}`;
    const labels = counts.get(key) ?? new Map<string, number>();
    counts.set(key, labels.set(label, (labels.get(label) ?? 0) + Number(row[votes])));
  }
  return new Map([...counts].map(([key, labels]) => {
    const [best] = [...labels].sort(([a, first], [b, second]) =>
      second - first || (a < b ? -1 : 1)
    );
    const label = best![0];
    return [key, PARTY[label] ?? mixedCase(label).replace(/ Party( Use)?$/, "")];
  }));
}

function linesOf(
  rows: readonly TextRow[],
  votes: string,
  source: string,
): ReturnsLine[] {
  const parties = nationalParties(rows, votes);
  return rows.map((row) => {
    const name = nameFromCapitals(row.candidate!);
    const label = row.party_detailed === "NA" ? "" : row.party_detailed!;
    return {
      year: Number(row.year),
      statePo: row.state_po!,
      state: findState(row.state_po!)!.name,
      name,
      party: name === OTHERS ? null : parties.get(`${row.year} ${name}`) ?? null,
      label: mixedCase(label),
      votes: Number(row[votes]),
      status: "certified",
      source,
    };
  });
}

/** Ballots without a vote for president, which are no votes; some states report them as one. */
const NO_VOTE = /^(BLANK VOTES?|VOID|UNDERVOTES?|OVERVOTES?)$/;

function isVote(row: TextRow): boolean {
  return Number(row.year) < 2020 || !NO_VOTE.test(row.candidate!);
}

/** The returns of 1976 to 2020 as MEDSL compiled them. */
export function medslReturns(raw: RawFolder): ReturnsLine[] {
  return linesOf(raw.csv(MEDSL).filter(isVote), "candidatevotes", MEDSL);
}

/** The returns of 2024. */
export function medslReturns2024(raw: RawFolder): ReturnsLine[] {
  return linesOf(raw.csv(MEDSL_2024).filter(isVote), "votes", MEDSL_2024);
}
