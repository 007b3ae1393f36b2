import type { Row } from "./table_build.ts";

/** Votes for a candidate in a state, on the way to a table's row. */
export interface ReturnsLine {
  readonly year: number;
  readonly statePo: string;
  readonly state: string;
  readonly name: string;
  readonly party: string | null;
  /** The label under which these votes were counted, where the source gives it. */
  readonly label: string;
  readonly votes: number;
  readonly status: string;
  readonly source: string;
}

/**
 * Adds up the lines of each candidate in each state, and orders states by postal code and
 * candidates by votes. A candidate without a vote in a state has no row there.
 */
export function addUp(lines: Iterable<ReturnsLine>): Row[] {
  const sums = new Map<string, { line: ReturnsLine; labels: string[]; votes: number }>();
  for (const line of lines) {
    const key = `${line.year}\t${line.statePo}\t${line.name}`;
    const sum = sums.get(key) ?? { line, labels: [], votes: 0 };
    sums.set(key, sum);
    sum.votes += line.votes;
    if (line.label !== "" && !sum.labels.includes(line.label)) sum.labels.push(line.label);
  }
  return [...sums.values()]
    .filter(({ votes }) => votes !== 0)
    .sort((a, b) =>
      a.line.year - b.line.year ||
      (a.line.statePo < b.line.statePo ? -1 : a.line.statePo > b.line.statePo ? 1 : 0) ||
      b.votes - a.votes || (a.line.name < b.line.name ? -1 : 1)
    )
    .map(({ line, labels, votes }) => ({
      year: line.year,
      state_po: line.statePo,
      state: line.state,
      candidate: line.name,
      party: line.party,
      ballot_lines: labels.join("+") || null,
      votes,
      status: line.status,
      source: line.source,
    }));
}
