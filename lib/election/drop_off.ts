import { requireCount, requireRecord } from "../check/mod.ts";

/** Votes of one contest: those of the two parties, and all votes for somebody. */
export interface PartyVotes {
  /** Votes for the Republican. */
  readonly republican: number;
  /** Votes for the Democrat. */
  readonly democratic: number;
  /** Votes for all candidates; blank, void and overvoted ballots are not among them. */
  readonly all: number;
}

/** How much lower a contest's votes are than the president's, in percent of the president's. */
export interface DropOff {
  /** 100 × (president − other) / president, of the Republicans' votes. Negative: the other has more. */
  readonly republican: number;
  /** The same of the Democrats' votes. */
  readonly democratic: number;
  /** The same of all votes for somebody: the roll-off of the contest. */
  readonly all: number;
}

/**
 * Drop-off: by how many percent a party's votes for another office fall short of its votes for
 * president, in one state and year. It is no count of ballots with a president alone: split tickets,
 * other parties' candidates and blanks all go into it, in both directions.
 *
 * @param president Votes for president.
 * @param other Votes for the other office, of the same ballots.
 * @throws {RangeError} if a count is no whole number of 0 or more, or nobody voted for president.
 * @throws {TypeError} if an argument is of the wrong kind.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { dropOff } from "tallybook/election";
 *
 * const found = dropOff(
 *   { republican: 200, democratic: 100, all: 310 },
 *   { republican: 190, democratic: 105, all: 300 },
 * );
 * assertEquals([found.republican, found.democratic], [5, -5]);
 * ```
 */
export function dropOff(president: PartyVotes, other: PartyVotes): DropOff {
  const task = "compute drop-off";
  requireRecord(task, "president", president);
  requireRecord(task, "other office", other);
  const share = (key: keyof PartyVotes) => {
    const first = requireCount(task, `${key} votes for president`, president[key], { minimum: 1 });
    const second = requireCount(task, `${key} votes for the other office`, other[key]);
    return 100 * (first - second) / first;
  };
  return { republican: share("republican"), democratic: share("democratic"), all: share("all") };
}
