import { isPresident } from "../president.ts";
import type { ReturnsProblem } from "../problem.ts";
import type { PlainResult, PlainRow } from "./plain_rows.ts";

/**
 * Adds up ballots by precinct, mode and choice, so that cast-vote records become returns. A choice
 * is a candidate, "Overvotes" or "Undervotes"; ballots of other contests only are counted by office.
 */
export class BallotTally {
  readonly #votes = new Map<string, { row: Omit<PlainRow, "votes">; votes: number }>();
  readonly #leftOut = new Map<string, number>();
  #ballots = 0;

  /** Counts one choice of one ballot. */
  add(choice: Omit<PlainRow, "votes">): void {
    const { precinct, mode, candidate, party, office } = choice;
    // Capitals and spaces make no other candidate.
    const name = candidate.toLowerCase().replace(/\s+/g, " ").trim();
    const key = [precinct, mode, name, party, office].join("\t");
    const known = this.#votes.get(key);
    if (known === undefined) this.#votes.set(key, { row: choice, votes: 1 });
    else known.votes++;
  }

  /** Counts a ballot that has the contest for president. */
  ballot(): void {
    this.#ballots++;
  }

  /** Notes a contest; gives whether it is for president. */
  contest(office: string): boolean {
    if (isPresident(office)) return true;
    this.#leftOut.set(office, (this.#leftOut.get(office) ?? 0) + 1);
    return false;
  }

  /** The rows of returns. */
  result(file: string): PlainResult {
    const rows = [...this.#votes.values()].map(({ row, votes }) => ({
      ...row,
      votes: String(votes),
    }));
    const office = rows[0]?.office;
    return {
      rows,
      leftOut: this.#leftOut,
      ballots: this.#ballots,
      notes: this.#ballots === 0 ? [] : [{
        file,
        expected: "counts",
        found: `${this.#ballots.toLocaleString("en")} ballots with "${office}": ` +
          "added up by precinct and choice",
      }],
    };
  }
}

/** Finds ballots that stand in a file again: counted twice they would be votes that nobody cast. */
export class BallotsAgain {
  readonly #lines = new Map<string, number>();
  readonly #problems: ReturnsProblem[] = [];

  constructor(readonly file: string) {}

  /** Whether a ballot of these marks of identity came before; one without any never did. */
  has(identity: readonly string[], line: number): boolean {
    if (identity.every((mark) => mark === "")) return false;
    const key = identity.join("\t");
    const before = this.#lines.get(key);
    if (before === undefined) {
      this.#lines.set(key, line);
      return false;
    }
    this.#problems.push({
      file: this.file,
      row: line,
      expected: "each ballot once",
      found: `the same ballot as row ${before}`,
      option: "duplicates",
    });
    return true;
  }

  get problems(): readonly ReturnsProblem[] {
    return this.#problems;
  }
}

/** A choice as a voting system writes it: code and party taken from the name. */
export function choiceName(cell: string): { candidate: string; party: string } {
  const name = cell.replace(/\s*\((CND)?\d+\)\s*$/i, "").trim();
  if (/^under-?votes?$/i.test(name)) return { candidate: "Undervotes", party: "" };
  if (/^over-?votes?$/i.test(name)) return { candidate: "Overvotes", party: "" };
  const match = /^(DEM|REP|LIB|LBT|GRN|GRE|CON|IND|NPA|NPP|PFP|AIP|REF)\s+(.+)$/.exec(name);
  return match === null
    ? { candidate: name, party: "" }
    : { candidate: match[2]!, party: match[1]! };
}

/** What is said of a contest whose ballots rank the candidates. */
export function firstChoices(file: string): { file: string; expected: string; found: string } {
  return {
    file,
    expected: "one choice a ballot",
    found: "ranked choices: the first choices are counted",
  };
}
