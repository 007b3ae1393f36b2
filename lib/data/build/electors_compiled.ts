import { DataError } from "../data_error.ts";
import { findState } from "../states.ts";
import { usualName } from "./candidate_names.ts";
import type { RawFolder } from "./raw_folder.ts";
import { compiledState } from "./returns_compiled.ts";

interface CompiledYear {
  readonly candidates: Readonly<Record<string, string>>;
  readonly votes: Readonly<
    Record<string, {
      readonly electoral?: Readonly<Record<string, string>>;
      readonly popular?: Readonly<Record<string, string>>;
    }>
  >;
}

/** Electoral votes of a state for one name. */
export interface StateElectors {
  readonly year: number;
  readonly statePo: string;
  readonly candidate: string;
  readonly party: string | null;
  readonly electors: number;
  readonly source: string;
}

/** Every election that the compilation of electoral votes covers. */
export const compiledYears: readonly number[] = [
  1789,
  ...Array.from({ length: (2020 - 1792) / 4 + 1 }, (_, step) => 1792 + 4 * step),
];

/** The compilation's file for a year. */
export function compiledFile(year: number): string {
  return `clavesi-1789-2020/${year}.json`;
}

/** Electoral votes as cast in one year, by state. */
export function electorsCast(raw: RawFolder, year: number): StateElectors[] {
  const source = compiledFile(year);
  const { candidates, votes } = raw.json<CompiledYear>(source);
  const rows: StateElectors[] = [];
  for (const [state, { electoral = {} }] of Object.entries(votes)) {
    if (state === "Total") continue;
    for (const [candidate, electors] of Object.entries(electoral)) {
      if (candidate === "status" || electors === "0") continue;
      const party = candidates[candidate]?.replace("Repubican", "Republican");
      rows.push({
        year,
        statePo: compiledState(state),
        candidate: usualName(candidate).replace("Others and write-ins", "Others"),
        party: party === undefined || /Faithless|Various/.test(party) ? null : party,
        electors: Number(electors),
        source,
      });
    }
  }
  return rows;
}

/** States without a popular vote in one year, with the reason that the compilation gives. */
export function statesWithoutPopularVote(raw: RawFolder, year: number): Map<string, string> {
  const { votes } = raw.json<CompiledYear>(compiledFile(year));
  return new Map(
    Object.entries(votes).flatMap(([state, { popular }]) =>
      state !== "Total" && popular?.status !== undefined
        ? [[compiledState(state), popular.status] as const]
        : []
    ),
  );
}

/**
 * The compilation's vote for a name in a state; the declared list of broken pledges is checked
 * against it.
 *
 * @throws {DataError} when the compilation shows fewer electors for that name.
 */
export function confirmElectors(
  cast: readonly StateElectors[],
  year: number,
  statePo: string,
  candidate: string,
  electors: number,
): void {
  const found = cast.find((row) => row.statePo === statePo && row.candidate === candidate);
  if (found?.electors !== electors) {
    throw new DataError("Cannot confirm a broken pledge", [{
      file: compiledFile(year),
      expected: `${electors} of ${findState(statePo)?.name} for ${candidate}`,
      found: `${found?.electors ?? 0}`,
    }]);
  }
}
