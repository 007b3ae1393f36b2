import { candidateKind } from "./candidate_kind.ts";
import { groupPairs } from "./group_ids.ts";
import { Kind } from "./kinds.ts";
import type { Work } from "./work.ts";

/**
 * Finds a candidate's second row in a place, capitals and spaces aside. Several rows of write-ins
 * are several names, and stay. A row that repeats another's votes can be left out, and rows with
 * other votes added up as ballot lines, each where an option says so.
 */
export function checkDuplicates(work: Work): void {
  const { kinds, table, votes } = work;
  const lines = groupPairs(
    work.ballots(),
    work.combined("candidate", "party", "writein", "district", "office"),
  );
  twoContests(work);
  if (lines.count === table.rows) return;
  const unnamed = table.text.candidate!.values.map((value) =>
    value === "" || candidateKind(value) === "write-in"
  );
  const first = new Int32Array(lines.count).fill(-1);
  const again: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (kinds[row]! > Kind.writeIn || unnamed[table.text.candidate!.codes[row]!]) continue;
    const line = lines.ids[row]!;
    const before = first[line]!;
    if (before === -1) {
      first[line] = row;
      continue;
    }
    if (votes[row] === 0 || votes[before] === 0) {
      // Tables of all modes by all candidates are often filled up with zeros.
      work.mended.add({
        ...work.at(row),
        expected: "each candidate once in each place",
        found: "a candidate's second row in a place, one of them without votes: both are kept",
      });
      if (votes[before] === 0) first[line] = row;
      continue;
    }
    const same = votes[row] === votes[before];
    const cell = work.cell("candidate", row);
    const spelled = cell === work.cell("candidate", before) &&
        work.cell("precinct", row) === work.cell("precinct", before)
      ? ""
      : ", capitals, signs and spaces aside";
    const accepted = work.refuse({
      ...work.at(row),
      expected: `each candidate once in each place${
        same ? "" : ` (${votes[row]} votes here, ${votes[before]} there)`
      }`,
      found: `the same as row ${table.lineOf(before)}${spelled}`,
      option: same ? "duplicates" : "lines",
    });
    if (accepted && same) {
      kinds[row] = Kind.leftOut;
      again.push(row);
    }
  }
  writeInsAgain(work, again, unnamed);
}

/**
 * Leaves out the write-ins of a place that stands in the file twice: several rows of write-ins are
 * several names, but not where all the candidates with votes come again, too.
 */
function writeInsAgain(work: Work, again: readonly number[], unnamed: readonly boolean[]): void {
  if (again.length === 0) return;
  const { table, kinds, votes } = work;
  const ballots = work.ballots();
  const repeated = new Int32Array(ballots.count);
  const counted = new Int32Array(ballots.count);
  for (const row of again) repeated[ballots.ids[row]!]!++;
  const isUnnamed = (row: number) => unnamed[table.text.candidate!.codes[row]!]!;
  for (let row = 0; row < table.rows; row++) {
    const is = kinds[row]! <= Kind.writeIn && votes[row]! > 0 && !isUnnamed(row);
    if (is) counted[ballots.ids[row]!]!++;
  }
  const first = new Map<string, number>();
  for (let row = 0; row < table.rows; row++) {
    const ballot = ballots.ids[row]!;
    if (kinds[row]! > Kind.writeIn || !isUnnamed(row) || repeated[ballot]! < 2) continue;
    if (repeated[ballot] !== counted[ballot]) continue;
    const key = `${ballot}\t${work.groups("candidate").ids[row]}\t${votes[row]}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, row);
      continue;
    }
    kinds[row] = Kind.leftOut;
    work.mended.add({
      ...work.at(row),
      expected: "each candidate once in each place",
      found: `the same as row ${table.lineOf(before)}, as are the place's candidates`,
    });
  }
}

/** Names candidates with votes in two contests of one place: a second one is counted with the first. */
function twoContests(work: Work): void {
  const { table, kinds, votes } = work;
  const office = table.text.office;
  // Each ballot has one contest, whatever its style calls it.
  if (office === undefined || table.ballots !== undefined) return;
  const wanted = new Set<number>();
  for (let row = 0; row < table.rows; row++) {
    if (kinds[row] === Kind.candidate) wanted.add(office.folded[office.codes[row]!]!);
  }
  if (wanted.size < 2) return;
  const lines = groupPairs(work.ballots(), work.combined("candidate", "party", "district"));
  const first = new Int32Array(lines.count).fill(-1);
  for (let row = 0; row < table.rows; row++) {
    if (kinds[row] !== Kind.candidate || !(votes[row]! > 0)) continue;
    const before = first[lines.ids[row]!]!;
    if (before === -1) {
      first[lines.ids[row]!] = row;
      continue;
    }
    if (office.folded[office.codes[row]!] === office.folded[office.codes[before]!]) continue;
    work.refuse({
      ...work.at(row, "office"),
      expected: "one contest for president in each place",
      found: `the same candidate under "${work.cell("office", before)}" and "${
        work.cell("office", row)
      }"`,
      option: "lines",
    });
  }
}
