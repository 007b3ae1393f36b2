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

/** The great-circle distance between any two units in kilometers, by the haversine formula. */
export function distances(
  task: string,
  coordinates: Coordinates,
  n: number,
): (a: number, b: number) => number {
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
  return (a, b) => {
    const up = Math.sin((north[a]! - north[b]!) / 2);
    const along = Math.sin((east[a]! - east[b]!) / 2);
    const half = up * up + cosine[a]! * cosine[b]! * along * along;
    return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
  };
}
