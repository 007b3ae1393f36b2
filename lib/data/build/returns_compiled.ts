import { unknownName } from "../../check/mod.ts";
import { findState, states } from "../states.ts";
import { usualName } from "./candidate_names.ts";
import type { TextRow } from "./corrections.ts";
import type { RawFolder } from "./raw_folder.ts";
import type { ReturnsLine } from "./returns_lines.ts";

interface WikiYear {
  readonly candidates: readonly { readonly name: string; readonly party: string | null }[];
  readonly stateResults: readonly {
    readonly name: string;
    readonly candidateData: Readonly<
      Record<string, { readonly popularVoteTotal: number | null }>
    >;
  }[];
}

interface EarlyYear {
  readonly candidates: Readonly<Record<string, string>>;
  readonly votes: Readonly<
    Record<string, { readonly popular?: Readonly<Record<string, string>> }>
  >;
}

/** Parties by the name that every table uses. */
const PARTIES: Readonly<Record<string, string>> = {
  "Democratic/Liberal Republican": "Liberal Republican",
  "Democratic/Populist": "Democratic",
  "Dixiecrat": "States' Rights Democratic",
  "Straight-Out Democrat": "Straight-Out Democratic",
};

/** Headings of the tables that were shifted or left open when they were compiled. */
const HEADINGS: Readonly<Record<string, readonly [name: string, party: string | null]>> = {
  "1916 No Candidate": ["Progressive electors", "Progressive"],
  "1944 No Candidate": ["Southern Democratic electors", "Southern Democratic"],
  "1944 Texas Regulars": ["Norman Thomas", "Socialist"],
  "1944 Socialist": ["Others", null],
};

function years(from: number, to: number): number[] {
  return Array.from({ length: (to - from) / 4 + 1 }, (_, step) => from + 4 * step);
}

/** The state's postal code for a name as these compilations write it. */
export function compiledState(name: string): string {
  const usual = /^(D\.C\.|Distric of Columbia)$/.test(name) ? "District of Columbia" : name;
  const state = findState(usual);
  if (state === undefined) {
    throw new TypeError(
      unknownName("build", "a state's name", usual, states.map(({ name }) => name)),
    );
  }
  return state.po;
}

/** One year of the compilation of 1840 to 2016, as rows of text, with corrections made. */
function wikiRows(raw: RawFolder, year: number, file: string): TextRow[] {
  const { candidates, stateResults } = raw.json<WikiYear>(file);
  const parties = new Map(candidates.map(({ name, party }) => [name, party]));
  const rows = stateResults.flatMap(({ name: state, candidateData }) =>
    Object.entries(candidateData).map(([candidate, { popularVoteTotal }]) => ({
      year: String(year),
      state,
      candidate,
      party: parties.get(candidate) ?? "",
      votes: String(popularVoteTotal ?? 0),
    }))
  );
  return raw.corrections.apply(file, rows);
}

/** Returns of 1840 to 2000 by state, with every candidate that the compilation names. */
export function wikiReturns(raw: RawFolder): ReturnsLine[] {
  return years(1840, 2000).flatMap((year) => {
    const file = `wiki-state-1840-2016/voting_data_${year}.json`;
    return wikiRows(raw, year, file).map((row) => {
      const [heading, party] = HEADINGS[`${year} ${row.candidate}`] ?? [row.candidate!, row.party!];
      const statePo = compiledState(row.state!);
      return {
        year,
        statePo,
        state: findState(statePo)!.name,
        name: usualName(heading),
        party: party ? PARTIES[party] ?? party : null,
        label: "",
        votes: Number(row.votes),
        status: "compiled",
        source: file,
      };
    });
  });
}

/** Returns of 1824 to 1836 by state. */
export function earlyReturns(raw: RawFolder): ReturnsLine[] {
  return years(1824, 1836).flatMap((year) => {
    const file = `clavesi-1789-2020/${year}.json`;
    const { candidates, votes } = raw.json<EarlyYear>(file);
    return Object.entries(votes).filter(([name]) => name !== "Total").flatMap(
      ([name, { popular = {} }]) => {
        const statePo = compiledState(name);
        return Object.entries(popular).filter(([candidate]) => candidate !== "status").map(
          ([candidate, count]) => ({
            year,
            statePo,
            state: findState(statePo)!.name,
            name: usualName(candidate),
            party: candidates[candidate] ?? null,
            label: "",
            votes: Number(count),
            status: "compiled",
            source: file,
          }),
        );
      },
    );
  });
}
