import type { Column } from "./column.ts";

/** Units by group, with their weights' square roots: what comparisons within groups are computed on. */
export interface Groups {
  /** The rows of each group. */
  readonly members: readonly (readonly number[])[];
  /** √weight of each unit. */
  readonly root: Float64Array;
}

/** Rows by label, in the order in which labels first occur; weights are 1 unless given. */
export function groupUnits(labels: ArrayLike<string>, weights?: Column): Groups {
  const members = new Map<string, number[]>();
  for (let i = 0; i < labels.length; i++) {
    const rows = members.get(labels[i]!);
    if (rows) rows.push(i);
    else members.set(labels[i]!, [i]);
  }
  const root = Float64Array.from(labels, (_, i) => Math.sqrt(weights ? weights[i]! : 1));
  return { members: [...members.values()], root };
}

/**
 * A column minus its group's (weighted) mean, times √weight: what is left of it once each group has its
 * own level (Frisch, Waugh and Lovell), so that no group needs a column in a regression.
 */
export function withinGroups(values: Column, groups: Groups): Float64Array {
  const { members, root } = groups;
  const result = new Float64Array(values.length);
  for (const rows of members) {
    let total = 0;
    let mean = 0;
    for (const i of rows) {
      const weight = root[i]! ** 2;
      total += weight;
      mean += weight * (values[i]! - mean) / total;
    }
    for (const i of rows) result[i] = root[i]! * (values[i]! - mean);
  }
  return result;
}
