import { candidateKind } from "./candidate_kind.ts";
import { fold } from "./fold.ts";
import { type GroupIds, groupPairs } from "./group_ids.ts";
import { Kind } from "./kinds.ts";
import type { Work } from "./work.ts";
import { inVotes } from "../in_votes.ts";

/** A total that is not called one must be the sum of its parts in so many places with votes. */
const LEAST_PLACES = 3;
/** Sums of two lines and so many votes are no chance in fewer places. */
const LEAST_VOTES = 20;
const MOST = 0.95;

/** What a row that adds up other rows of its candidate is marked by, and what its parts are. */
interface Sums {
  /** Whether a row is marked as the sum of the group's others. */
  readonly isTotal: (row: number) => boolean;
  /** Whether the mark says "total" itself, so that a wrong sum is a problem. */
  readonly isCalled: (row: number) => boolean;
  readonly groups: GroupIds;
  /** What the total is, for the list. */
  readonly words: string;
  readonly field: "candidate" | "party" | "district";
  /** Whether rows of write-ins are added up, too. */
  readonly writeIns: boolean;
}

/**
 * Finds rows that add up a candidate's ballot lines, where a candidate stands for several parties:
 * party "Total", a candidate "Ada Red Total", or no party beside the lines. They are left out and
 * listed; one that is called a total and is none is a problem.
 */
export function totalsOfLines(work: Work): void {
  const { text } = work.table;
  const candidates = work.groups("candidate");
  const party = text.party;
  const called = text.candidate!.values.map((value) =>
    /\btotals?$/i.test(value) && candidateKind(value) === "candidate"
  );
  const totals = party?.values.map((value) => candidateKind(value) === "total of candidates");
  if (!called.includes(true) && !hasLines(work)) return;
  const isCalled = (row: number) =>
    called[text.candidate!.codes[row]!] === true || totals?.[party!.codes[row]!] === true;
  settle(work, {
    isTotal: (row) => isCalled(row) || party !== undefined && party.codes[row] === 0,
    isCalled,
    groups: groupPairs(work.ballots(), called.includes(true) ? withoutTotal(work) : candidates),
    words: "of a candidate's lines",
    field: called.includes(true) ? "candidate" : "party",
    writeIns: false,
  });
}

/** Whether some candidate has rows with a party and rows without one, or with a total's name there. */
function hasLines(work: Work): boolean {
  const { party } = work.table.text;
  if (party === undefined) return false;
  const lines = new Map<number, number>();
  for (const row of work.combined("candidate", "party").first) {
    const cell = party.values[party.codes[row]!]!;
    const marked = cell === "" || candidateKind(cell) === "total of candidates" ? 1 : 2;
    const candidate = work.groups("candidate").ids[row]!;
    lines.set(candidate, (lines.get(candidate) ?? 0) | marked);
  }
  return [...lines.values()].includes(3);
}

/** Finds rows of the whole state beside rows of its districts, for the same candidate and place. */
export function totalsOfDistricts(work: Work): void {
  const district = work.table.text.district;
  if (district === undefined) return;
  const whole = district.values.map((value) =>
    /^(|statewide|state|all|at[ -]?large|total)$/i.test(value)
  );
  if (whole.every((is) => is)) return;
  settle(work, {
    isTotal: (row) => whole[district.codes[row]!]!,
    isCalled: () => false,
    groups: groupPairs(work.ballots(), work.combined("candidate", "party", "writein", "office")),
    words: "of its districts",
    field: "district",
    writeIns: true,
  });
}

/** Candidates numbered without the word "total" at the end of a name. */
function withoutTotal(work: Work): GroupIds {
  const { codes, values } = work.table.text.candidate!;
  const numbers = new Map<string, number>();
  const of = values.map((value) => {
    const name = fold(value.replace(/[\s:(–—-]*\btotals?\)?$/i, ""));
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
  const first = new Int32Array(numbers.size);
  return { ids: codes.map((code) => of[code]!), count: numbers.size, first };
}

/** Leaves out the totals that are the sum of their parts. */
function settle(work: Work, { isTotal, isCalled, groups, words, field, writeIns }: Sums): void {
  const { table, kinds, votes } = work;
  const sums = new Float64Array(groups.count);
  const parts = new Int32Array(groups.count);
  const totals: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (kinds[row]! > (writeIns ? Kind.writeIn : Kind.candidate)) continue;
    if (Number.isNaN(votes[row])) continue;
    if (isTotal(row)) totals.push(row);
    else {
      sums[groups.ids[row]!]! += votes[row]!;
      parts[groups.ids[row]!]!++;
    }
  }
  const beside = totals.filter((row) => parts[groups.ids[row]!]! > 0);
  if (beside.length === 0) return;
  const counted = beside.filter((row) => votes[row]! > 0 || sums[groups.ids[row]!]! > 0);
  const equal = counted.filter((row) => votes[row] === sums[groups.ids[row]!]);
  const sure = equal.filter((row) =>
    parts[groups.ids[row]!]! >= 2 && votes[row]! >= LEAST_VOTES && sums[groups.ids[row]!]! > 0
  );
  const known = equal.length >= MOST * counted.length &&
    (equal.length >= LEAST_PLACES || sure.length >= 2 && sure.length === equal.length);
  for (const row of beside) {
    const cell = work.cell(field, row);
    const found = `a total ${words}, ${cell === "" ? `without a ${field}` : `"${cell}"`}`;
    if (votes[row] === sums[groups.ids[row]!] && (known || isCalled(row))) {
      kinds[row] = Kind.leftOut;
      work.mended.add({
        ...work.at(row, field),
        expected: "parts only",
        found: `${found}: left out`,
      });
    } else if (known || isCalled(row)) {
      const accepted = work.refuse({
        ...work.at(row, field),
        expected: `the sum of its parts, ${sums[groups.ids[row]!]!.toLocaleString("en")}`,
        found: `${found}, of ${inVotes(votes[row]!)}`,
        option: "totals",
      });
      if (accepted) kinds[row] = Kind.leftOut;
    }
  }
}
