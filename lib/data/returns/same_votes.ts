import { candidateKind } from "./candidate_kind.ts";
import { fold } from "./fold.ts";
import { Kind } from "./kinds.ts";
import type { Work } from "./work.ts";

/** Two candidates with the same votes everywhere are one ticket from so many places and votes on. */
const LEAST_PLACES = 3;
const LEAST_VOTES = 20;
/** A write-in row is the sum of those with names in so many places, or with so many votes in one. */
const LEAST_WRITE_INS = 50;
const MOST = 0.95;

/**
 * Finds rows of running mates: a candidate of a party who has, in every place and mode, exactly the
 * votes of the party's candidate before it. Their votes are the ticket's, which would count twice:
 * they are left out and listed.
 */
export function runningMates(work: Work): void {
  const { table, kinds, votes } = work;
  if (table.text.party === undefined) return;
  const ballots = work.ballots();
  const people = work.combined("candidate", "party");
  const seen = new Int32Array(people.count);
  const sums = new Float64Array(people.count);
  const marks = new Float64Array(people.count);
  for (let row = 0; row < table.rows; row++) {
    if (kinds[row] !== Kind.candidate || !(votes[row]! > 0)) continue;
    const person = people.ids[row]!;
    seen[person]!++;
    sums[person]! += votes[row]!;
    // A sum of products with scattered numbers: equal only where all votes are.
    marks[person]! += votes[row]! * (Math.imul(ballots.ids[row]! + 1, 0x9e3779b1) >>> 8);
  }
  const leaders = new Map<string, number>();
  const mates = new Map<number, number>();
  for (let person = 0; person < people.count; person++) {
    if (seen[person]! < LEAST_PLACES || sums[person]! < LEAST_VOTES) continue;
    const party = fold(work.cell("party", people.first[person]!));
    const key = [party, seen[person], sums[person], marks[person]].join("\t");
    const leader = leaders.get(key);
    if (leader === undefined) leaders.set(key, person);
    else if (party !== "") mates.set(person, leader);
  }
  if (mates.size === 0) return;
  for (let row = 0; row < table.rows; row++) {
    const leader = mates.get(people.ids[row]!);
    if (leader === undefined || kinds[row] !== Kind.candidate) continue;
    kinds[row] = Kind.leftOut;
    work.mended.add({
      ...work.at(row, "candidate"),
      expected: "a ticket's votes once",
      found: `"${work.cell("candidate", row)}", with the votes of "${
        work.cell("candidate", people.first[leader]!)
      }" everywhere, as a running mate has: left out`,
    });
  }
}

/**
 * Finds rows of write-ins without a name that add up the write-ins with names beside them. They are
 * left out and listed.
 */
export function totalsOfNamedWriteIns(work: Work): void {
  const { table, kinds, votes } = work;
  if (!kinds.includes(Kind.writeIn)) return;
  const { codes, values } = table.text.candidate!;
  const unnamed = values.map((value) =>
    value === "" || candidateKind(value) === "write-in" && isUnnamed(value)
  );
  if (unnamed.every((is) => is)) return;
  const { ids, count } = work.ballots();
  const [sums, own] = [new Float64Array(count), new Float64Array(count)];
  const [parts, rows] = [new Int32Array(count), new Int32Array(count)];
  for (let row = 0; row < table.rows; row++) {
    if (kinds[row] !== Kind.writeIn || Number.isNaN(votes[row])) continue;
    const bare = unnamed[codes[row]!]!;
    (bare ? own : sums)[ids[row]!]! += votes[row]!;
    (bare ? rows : parts)[ids[row]!]!++;
  }
  let [compared, equal, most] = [0, 0, 0];
  for (let ballot = 0; ballot < count; ballot++) {
    if (rows[ballot] !== 1 || parts[ballot] === 0 || own[ballot]! + sums[ballot]! === 0) continue;
    compared++;
    if (own[ballot] !== sums[ballot]) continue;
    equal++;
    if (parts[ballot]! >= 2) most = Math.max(most, own[ballot]!);
  }
  if (equal < MOST * compared || equal < LEAST_PLACES && most < LEAST_WRITE_INS) return;
  for (let row = 0; row < table.rows; row++) {
    const ballot = ids[row]!;
    if (kinds[row] !== Kind.writeIn || !unnamed[codes[row]!] || parts[ballot] === 0) continue;
    if (rows[ballot] !== 1 || own[ballot] !== sums[ballot]) continue;
    kinds[row] = Kind.leftOut;
    work.mended.add({
      ...work.at(row, "candidate"),
      expected: "parts only",
      found: `"${
        work.cell("candidate", row)
      }", the sum of the write-ins with names beside it: left out`,
    });
  }
}

/** Whether nothing is left of a cell but words for write-ins. */
function isUnnamed(value: string): boolean {
  return fold(value).replace(
    /\b(write ?ins?|writeins?|scatter(ed|ing|ings)?|others?|all|votes?|candidates?|w i|wi|total|misc(ellaneous)?)\b/g,
    " ",
  ).trim() === "";
}
