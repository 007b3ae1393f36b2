import { requireList, requireNumber, requireOptions, requireRecord } from "../../check/mod.ts";
import { requireWork } from "../../stats/work.ts";
import { doseOf } from "./machine_model.ts";
import { type MachineUnit, requireMachineUnits } from "./machine_unit.ts";

/** A unit and where it lies. */
export interface PlacedUnit {
  /** The place. */
  readonly unit: MachineUnit;
  /** Degrees east and north of a point in the middle of its area. */
  readonly longitude: number;
  /** Degrees north. */
  readonly latitude: number;
}

/** An electronic unit and its nearest free neighbor of another group that is not. */
export interface BorderPair {
  /** The place with electronic machines. */
  readonly electronic: MachineUnit;
  /** Its neighbor without. */
  readonly other: MachineUnit;
  /** Kilometers between the two points. */
  readonly distance: number;
}

const TASK = "pair units across borders";
const EARTH_RADIUS = 6371;
/** Pairs within the distance are held and sorted. */
const MOST_PAIRS = 1_000_000;

/**
 * Pairs of neighboring units on two sides of a group's (county's) border, one electronic, the other not:
 * places that share a landscape and a market, but not who chose the machines. Pairs are made from the
 * nearest on; each unit is in one pair at most.
 *
 * @throws {TypeError} if a coordinate is no number
 * @throws {RangeError} if the greatest distance is not above 0, or units are too many, or too many of them
 *   lie within it
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { borderPairs } from "tallybook/election";
 *
 * const place = (unit: string, group: string, dose: number, longitude: number) => ({
 *   unit: {
 *     unit, group, dose, votes: 100, votesBefore: 100, share: 50, shareBefore: 50, twoParty: 50,
 *     twoPartyBefore: 50, covariates: {},
 *   },
 *   longitude, latitude: 45,
 * });
 * const places = [place("a", "ADAMS", 1, -90), place("b", "ADAMS", 0, -89.95), place("c", "BARRON", 0, -89.9)];
 * const [pair] = borderPairs(places, { threshold: 0.5, within: 20 });
 * assertEquals([pair!.electronic.unit, pair!.other.unit, Math.round(pair!.distance)], ["a", "c", 8]);
 * ```
 */
export function borderPairs(
  places: readonly PlacedUnit[],
  options: { readonly threshold: number; readonly within: number },
): BorderPair[] {
  requireList(TASK, "places", places);
  requireOptions(TASK, options, ["threshold", "within"]);
  const within = requireNumber(TASK, 'option "within"', options.within, { above: 0 });
  for (const [i, place] of places.entries()) {
    const { unit, longitude, latitude } = requireRecord(TASK, `places[${i}]`, place);
    requireMachineUnits(TASK, [unit]);
    requireNumber(TASK, `longitude of ${unit.unit}`, longitude, { minimum: -180, maximum: 180 });
    requireNumber(TASK, `latitude of ${unit.unit}`, latitude, { minimum: -90, maximum: 90 });
  }
  const flags = doseOf(places.map(({ unit }) => unit), options.threshold);
  const electronic = places.filter((_, i) => flags[i] === 1);
  const others = places.filter((_, i) => flags[i] === 0);
  requireWork(TASK, { electronic: electronic.length, others: others.length, steps: 30 });
  const near: { readonly i: number; readonly j: number; readonly distance: number }[] = [];
  for (const [i, from] of electronic.entries()) {
    for (const [j, to] of others.entries()) {
      if (from.unit.group === to.unit.group) continue;
      const distance = kilometers(from, to);
      if (distance <= within) near.push({ i, j, distance });
    }
    if (near.length > MOST_PAIRS) refuseMany(within);
  }
  near.sort((a, b) => a.distance - b.distance || a.i - b.i || a.j - b.j);
  const taken = { electronic: new Set<number>(), other: new Set<number>() };
  return near.flatMap(({ i, j, distance }) => {
    if (taken.electronic.has(i) || taken.other.has(j)) return [];
    taken.electronic.add(i);
    taken.other.add(j);
    return [{ electronic: electronic[i]!.unit, other: others[j]!.unit, distance }];
  });
}

function refuseMany(within: number): never {
  throw new RangeError(
    `Cannot ${TASK}: option "within": found ${within}, expected a distance within which at most ${MOST_PAIRS} pairs lie`,
  );
}

/** Great-circle distance by the haversine formula. */
function kilometers(from: PlacedUnit, to: PlacedUnit): number {
  const radians = (degrees: number) => degrees * Math.PI / 180;
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2;
  const h = half(from.latitude, to.latitude) +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) *
      half(from.longitude, to.longitude);
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(h));
}
