import type { DataProblem } from "../data_error.ts";

/** The ways of going on with a file that has problems, each named by what it mends. */
export const mends = [
  "thousands",
  "blanks",
  "suppressed",
  "negatives",
  "totals",
  "codes",
  "duplicates",
  "lines",
  "cells",
  "encoding",
  "last line",
  "modes",
  "quotes",
] as const;

/** One of {@linkcode mends}. */
export type Mend = typeof mends[number];

/** A problem with the option that goes on in spite of it, where there is one. */
export interface ReturnsProblem extends DataProblem {
  readonly option?: Mend;
}

/** So many problems that differ only in the cell found stay apart. */
const MOST_ALIKE = 10;

/** Joins equal problems of different rows into one with all rows. */
export class ProblemList {
  readonly #groups = new Map<string, { problem: ReturnsProblem; rows: number[] }>();

  /** Adds a problem; one like an earlier one, but for the row, is counted there. */
  add(problem: ReturnsProblem): void {
    const { column, expected, found, option } = problem;
    const key = `${column ?? ""}\t${expected}\t${found}\t${option ?? ""}`;
    const rows = problem.rows ?? (problem.row === undefined ? [] : [problem.row]);
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, { problem, rows: [...rows] });
    else for (const row of rows) group.rows.push(row);
  }

  /** How many different problems there are. */
  get size(): number {
    return this.#groups.size;
  }

  /**
   * The problems in the order of their first rows. Many that differ only in the cell found are one,
   * with the first cell as the example.
   */
  list(): ReturnsProblem[] {
    const alike = new Map<string, { problem: ReturnsProblem; rows: number[] }[]>();
    for (const group of this.#groups.values()) {
      const { column, option, found } = group.problem;
      const kind = `${column ?? ""}\t${option ?? ""}\t${found.replace(/"[^"]*"|[\d,.]+/g, "")}`;
      const others = alike.get(kind);
      if (others === undefined) alike.set(kind, [group]);
      else others.push(group);
    }
    return [...alike.values()].flatMap((groups) => {
      if (groups.length <= MOST_ALIKE) return groups;
      const { problem } = groups[0]!;
      const found = `${problem.found} (and the like in ${groups.length - 1} other ways)`;
      return [{ problem: { ...problem, found }, rows: groups.flatMap(({ rows }) => rows) }];
    }).map(({ problem, rows }) => {
      if (rows.length === 0) return problem;
      // A row of a wide file is a row for each candidate.
      const sorted = [...new Set(rows)].sort((a, b) => a - b);
      return {
        ...problem,
        row: sorted[0]!,
        ...(sorted.length > 1 ? { rows: sorted } : {}),
      };
    }).sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  }
}
