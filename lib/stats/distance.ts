import { refusal, requireNumbers, requireRecord } from "../check/mod.ts";
import type { Column } from "./column.ts";

/** Places of units on the globe, in degrees: one longitude and one latitude a unit. */
export interface Coordinates {
  /** Degrees east, −180 to 180. */
  readonly longitude: Column;
  /** Degrees north, −90 to 90. */
  readonly latitude: Column;
}

/** The earth's mean radius in kilometers. */
const RADIUS = 6371.0088;

/** Distances between any two units on the globe. */
export interface Distances {
  /** The great-circle distance in kilometers, by the haversine formula. */
  readonly kilometers: (a: number, b: number) => number;
  /**
   * Whether two units are surely farther apart than so many kilometers. It compares chords through the globe,
   * which take no sine, and leaves what is near the bound to `kilometers`.
   */
  readonly beyond: (limit: number) => (a: number, b: number) => boolean;
  /** The squared chord between two units on a globe of radius 1: it orders pairs as distances do. */
  readonly chord: (a: number, b: number) => number;
}

/** More than rounding may move a squared chord: what lies beyond this above a bound lies beyond the bound. */
export function chordLimit(chord: number): number {
  return chord * (1 + 1e-6) + 1e-12;
}

/** Distances between units at these places. */
export function distances(task: string, coordinates: Coordinates, n: number): Distances {
  requireRecord(task, "coordinates", coordinates);
  const radians = (where: "longitude" | "latitude", most: number): Float64Array => {
    const values = coordinates[where];
    requireNumbers(task, where, values as readonly number[], { length: n });
    return Float64Array.from(values, (value, i) => {
      if (Math.abs(value) <= most) return value * Math.PI / 180;
      throw new RangeError(refusal({
        task,
        where: `${where}[${i}]`,
        found: value,
        expected: `degrees from -${most} to ${most}`,
      }));
    });
  };
  const east = radians("longitude", 180);
  const north = radians("latitude", 90);
  const cosine = north.map(Math.cos);
  const x = east.map((angle, i) => cosine[i]! * Math.cos(angle));
  const y = east.map((angle, i) => cosine[i]! * Math.sin(angle));
  const z = north.map(Math.sin);
  const chord = (a: number, b: number): number =>
    (x[a]! - x[b]!) ** 2 + (y[a]! - y[b]!) ** 2 + (z[a]! - z[b]!) ** 2;
  return {
    kilometers: (a, b) => {
      const up = Math.sin((north[a]! - north[b]!) / 2);
      const along = Math.sin((east[a]! - east[b]!) / 2);
      const half = up * up + cosine[a]! * cosine[b]! * along * along;
      return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
    },
    beyond: (limit) => {
      const angle = Math.min(Math.PI, limit / RADIUS);
      const most = chordLimit((2 * Math.sin(angle / 2)) ** 2);
      return (a, b) => chord(a, b) > most;
    },
    chord,
  };
}
