import { refusal, requireList } from "../check/mod.ts";
import { frechetBounds, type Margins } from "./bounds.ts";

/** What a place says of its two kinds: shares, and between which ends the first kind's share lies. */
export interface EcologicalPlace {
  readonly first: number;
  readonly second: number;
  readonly total: number;
  /** The first kind's share of the place. */
  readonly make: number;
  /** The second kind's share of the place. */
  readonly share: number;
  /** Bounds of the share of the first kind that is also of the second; 0 and 1 where there is nobody. */
  readonly lower: number;
  readonly upper: number;
}

/** Checks places for ecological inference; those without anybody are left out. */
export function ecologicalPlaces(task: string, units: readonly Margins[]): EcologicalPlace[] {
  requireList(task, "units", units, { least: 3 });
  const places = units.map((unit) => ({ unit, bounds: frechetBounds(unit) }))
    .filter(({ unit }) => unit.total > 0)
    .map(({ unit: { first, second, total }, bounds }) => ({
      first,
      second,
      total,
      make: first / total,
      share: second / total,
      // Everybody of the first kind: the other kind's share is free.
      lower: first === 0 || first === total ? 0 : bounds.lower / first,
      upper: first === 0 || first === total ? 1 : bounds.upper / first,
    }));
  const different = new Set(places.map(({ make }) => make)).size;
  if (places.length < 3 || different < 2) {
    throw new RangeError(refusal({
      task,
      where: "units",
      found: `${places.length} with anybody and ${different} different shares of the first kind`,
      expected: "at least 3 and 2",
    }));
  }
  return places;
}
