/**
 * Values by key, keys in the order of their first values: what `Map.groupBy` does, which Node 20
 * lacks.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { groupBy } from "./group_by.ts";
 *
 * const units = groupBy(["ME-01", "NE-01", "ME-02"], (unit) => unit.slice(0, 2));
 * assertEquals([...units], [["ME", ["ME-01", "ME-02"]], ["NE", ["NE-01"]]]);
 * ```
 */
export function groupBy<Key, Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => Key,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
