import { fold } from "./fold.ts";
import { Kind } from "./kinds.ts";
import { nearTotals } from "./near_totals.ts";
import { isModePlace, placeWords } from "./place_words.ts";
import { PlaceSums } from "./place_sums.ts";
import type { Work } from "./work.ts";
import { inVotes } from "../in_votes.ts";

/** Unnamed sums of a run of places must have so many votes, candidates and parts to be no chance. */
const LEAST_VOTES = 200;
const LEAST_CANDIDATES = 3;
const LEAST_PARTS = 3;
/** A place without a name with this share of all others' votes looks like their total, with an error in it. */
const NEAR = 0.98;

/**
 * Finds places that add up other places of their county, whatever they are called: the sum of all
 * others, or of the places just before or just after it in the file ("City of Ash Total" after its
 * wards). Such a place is left out and listed. One that is called a total, or nothing beside places
 * with names, and equals no such sum, is a problem, and so is one that equals it in two candidates
 * and not in all.
 */
export function totalsOfPlaces(work: Work): void {
  if (work.table.text.precinct === undefined && work.table.text.jurisdiction === undefined) {
    totalsWithin(work, "county");
    return;
  }
  totalsWithin(work, "place");
  totalsWithin(work, "county");
}

function totalsWithin(work: Work, level: "place" | "county"): void {
  const units = level === "place" ? work.places() : work.counties();
  const above = level === "place" ? work.counties() : work.combined("year", "stage", "state");
  if (units.count < 2) return;
  const sums = new PlaceSums(work, units, above);
  const totals = new Set<number>();
  // A grand total shows itself once the subtotals among its parts are known.
  for (let pass = 0; pass < 4; pass++) {
    const before = totals.size;
    for (const members of sums.groups) findTotals(work, sums, members, totals, level);
    if (totals.size === before) break;
  }
  const spelled = blameSpelled(work, sums, totals, level);
  if (totals.size === 0 && spelled.size === 0) return;
  const name = level === "place" && work.table.text.precinct !== undefined ? "precinct" : "county";
  for (let row = 0; row < work.table.rows; row++) {
    const unit = units.ids[row]!;
    if (work.kinds[row]! > Kind.totalOfWriteIns) continue;
    if (totals.has(unit)) {
      if (work.kinds[row]! <= Kind.writeIn) {
        const cell = work.cell(name, row);
        work.mended.add({
          ...work.at(row, name),
          expected: "parts only",
          found: `a row of totals, ${
            cell === "" ? "without a name" : `"${cell}"`
          }, which equals the sum of its places: left out`,
        });
      }
      work.kinds[row] = Kind.totalOfPlaces;
    } else if (spelled.has(unit)) work.kinds[row] = Kind.totalOfPlaces;
  }
}

function findTotals(
  work: Work,
  sums: PlaceSums,
  members: readonly number[],
  totals: Set<number>,
  level: "place" | "county",
): void {
  const open = members.filter((unit) => !totals.has(unit));
  if (open.length < 2) return;
  const all = sums.sum(open);
  for (const unit of open) {
    if (sums.votes[unit] === 0 || !sums.equalsHalf(unit, all)) continue;
    const words = wordsOf(work, sums, unit, level);
    const named = words === "total" || words === "maybe";
    const certain = open.length > 2 && sums.votes[unit]! >= 20 && sums.candidates[unit]! >= 2;
    if (named || certain) totals.add(unit);
  }
  if (open.some((unit) => totals.has(unit))) return;
  // "City of Ash Total" anywhere after or before "Ash 1" and "Ash 2".
  for (const unit of open) {
    if (sums.votes[unit] === 0 || wordsOf(work, sums, unit, level) !== "total") continue;
    const own = stem(nameOf(work, sums, unit, level));
    if (own === "") continue;
    const parts = open.filter((other) =>
      other !== unit && !totals.has(other) && isBelow(nameOf(work, sums, other, level), own)
    );
    if (parts.length > 0 && sums.equalsHalf(unit, sums.sum([...parts, unit]))) totals.add(unit);
  }
  // "Election Day Total" of the places beside "Mail Ballots" of all of them.
  const own = open.filter((unit) => !isModePlace(nameOf(work, sums, unit, level)));
  for (const unit of open) {
    if (sums.votes[unit] === 0 || wordsOf(work, sums, unit, level) !== "mode") continue;
    const parts = own.filter((other) => !totals.has(other));
    if (parts.length >= LEAST_PARTS && sums.equalsHalf(unit, sums.sum([...parts, unit]))) {
      totals.add(unit);
    }
  }
  // Sums of all places so far, by their hash: a place equals a run before it when the sum up to it,
  // less itself, is the sum up to an earlier place.
  for (const { unit, parts } of sums.runs(open)) {
    const named = wordsOf(work, sums, unit, level) === "total" ||
      sums.candidates[unit]! >= 2 && isPrefix(work, sums, unit, parts, level);
    const certain = parts.length >= LEAST_PARTS && sums.votes[unit]! >= LEAST_VOTES &&
      sums.candidates[unit]! >= LEAST_CANDIDATES;
    if (named || certain) totals.add(unit);
  }
}

/** The name of a unit at its own level. */
function nameOf(work: Work, sums: PlaceSums, unit: number, level: "place" | "county"): string {
  const row = sums.units.first[unit]!;
  if (level === "county") return work.cell("county", row) || work.cell("fips", row);
  return work.table.text.precinct === undefined
    ? work.cell("jurisdiction", row)
    : work.cell("precinct", row);
}

function wordsOf(work: Work, sums: PlaceSums, unit: number, level: "place" | "county") {
  const row = sums.units.first[unit]!;
  const above = work.cell(level === "county" ? "state" : "county", row);
  return placeWords(nameOf(work, sums, unit, level), above);
}

/** Whether all parts are named after the place: "Ash 1" and "Ash 2" of "Ash". */
function isPrefix(
  work: Work,
  sums: PlaceSums,
  unit: number,
  parts: readonly number[],
  level: "place" | "county",
): boolean {
  const own = stem(nameOf(work, sums, unit, level));
  return own !== "" && parts.every((part) => isBelow(nameOf(work, sums, part, level), own));
}

/** What a place's name shares with its parts: "City of Ash Total" has the parts "Ash 1" and "Ash 2". */
function stem(name: string): string {
  return fold(name).replace(/\b((sub|grand) ?)?totals?( (for|of))?\b/g, " ")
    .replace(/\b(city|town|township|twp|village|vil|borough|boro|municipality)( of)?\b/g, " ")
    .replace(/\s+/g, " ").trim();
}

/** Whether a place's name is a longer one than its whole's, and begins with it. */
function isBelow(name: string, whole: string): boolean {
  return stem(name).startsWith(`${whole} `);
}

/** Names the places that are called totals and are none; gives those that an option leaves out. */
function blameSpelled(
  work: Work,
  sums: PlaceSums,
  totals: ReadonlySet<number>,
  level: "place" | "county",
): Set<number> {
  const accepted = new Set<number>();
  const wrong = new Map<number, string>();
  const groups = sums.groups.map((members) => members.filter((unit) => !totals.has(unit)));
  const alike = nearTotals(work, sums, groups);
  for (const open of groups) {
    if (open.length < 2) continue;
    const all = sums.sum(open);
    for (const unit of open) {
      const words = wordsOf(work, sums, unit, level);
      if (sums.votes[unit] === 0 || words === "mode") continue;
      const others = all.votes - sums.votes[unit]!;
      const near = alike.has(unit) ||
        sums.votes[unit]! > NEAR * others && sums.votes[unit]! < others / NEAR;
      if (words === "part" && !alike.has(unit) || words === "maybe" && !near) continue;
      wrong.set(unit, others.toLocaleString("en"));
    }
  }
  if (wrong.size === 0) return accepted;
  const field = level === "place" && work.table.text.precinct !== undefined ? "precinct" : "county";
  for (let row = 0; row < work.table.rows; row++) {
    const others = wrong.get(sums.units.ids[row]!);
    if (others === undefined || !work.isVote(row)) continue;
    const cell = work.cell(field, row);
    const ok = work.refuse({
      ...work.at(row, field),
      expected: `the sum of its places, which have ${inVotes(others)} together`,
      found: `a row of totals, ${
        cell === "" ? "without a name" : `"${cell}"`
      }, that is not their sum`,
      option: "totals",
    });
    if (ok) accepted.add(sums.units.ids[row]!);
  }
  return accepted;
}
