import { refusal, requireList, requireNumbers } from "../check/mod.ts";

/** One value a unit, in the units' order: a plain or a typed array. */
export type Column = ArrayLike<number>;

/**
 * Refuse a column that arithmetic would turn into NaN: wrong length, empty, or a value that is not
 * finite. Every function of this room calls it first, so that a bad value is named where it enters.
 */
export function checkColumn(name: string, column: Column, length?: number): void {
  if (column.length === 0) {
    throw new RangeError(`Column "${name}" is empty, expected a value a unit`);
  }
  if (length !== undefined && column.length !== length) {
    throw new RangeError(
      `Column "${name}" has ${column.length} values, expected ${length}, one a unit`,
    );
  }
  for (let i = 0; i < column.length; i++) {
    const value = column[i];
    if (typeof value !== "number") {
      throw new TypeError(`Column "${name}" has ${value} at row ${i}, expected a number`);
    }
    if (!Number.isFinite(value)) {
      throw new RangeError(`Column "${name}" has ${value} at row ${i}, expected a finite number`);
    }
  }
}

/** Refuse weights that are not finite, negative, zero, or not one a unit. */
export function checkWeights(name: string, weights: Column, length: number): void {
  checkColumn(name, weights, length);
  for (let i = 0; i < length; i++) {
    if (weights[i]! <= 0) {
      throw new RangeError(
        `Weights "${name}" have ${
          weights[i]
        } at row ${i}, expected more than 0: leave out the units that should not count`,
      );
    }
  }
}

/** Refuse a treatment column that holds anything but 0 and 1, or only one of them. */
export function checkTreatment(name: string, treated: Column, length?: number): void {
  checkColumn(name, treated, length);
  let ones = 0;
  for (let i = 0; i < treated.length; i++) {
    const value = treated[i]!;
    if (value !== 0 && value !== 1) {
      throw new RangeError(`Column "${name}" has ${value} at row ${i}, expected 0 or 1`);
    }
    ones += value;
  }
  if (ones === 0 || ones === treated.length) {
    throw new RangeError(
      `Column "${name}" is ${ones === 0 ? 0 : 1} for every unit, expected both 0 and 1`,
    );
  }
}

/** Refuse a level outside the open interval (0, 1). */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`Level is ${level}, expected a number between 0 and 1`);
  }
}

/** Returns the column if it has a finite number a unit: `length` of them, or at least one. */
export function requireColumn(
  task: string,
  where: string,
  column: Column,
  length?: number,
): Column {
  const lengths = length === undefined ? { least: 1 } : { least: 1, length };
  return requireNumbers(task, where, column as readonly number[], lengths);
}

/** Returns the weights if they are one a unit, finite and above 0. */
export function requireWeights(
  task: string,
  where: string,
  weights: Column,
  length: number,
): Column {
  requireColumn(task, where, weights, length);
  for (let i = 0; i < length; i++) {
    if (weights[i]! > 0) continue;
    throw new RangeError(refusal({
      task,
      where: `${where}[${i}]`,
      found: weights[i],
      expected: "a weight above 0 (leave out the units that should not count)",
    }));
  }
  return weights;
}

/** Returns the labels if they are text, one a unit, and of at least so many kinds. */
export function requireLabels(
  task: string,
  where: string,
  labels: ArrayLike<string>,
  length: number,
  kinds = 1,
): ArrayLike<string> {
  requireList(task, where, labels, { length });
  for (let i = 0; i < length; i++) {
    if (typeof labels[i] === "string") continue;
    throw new TypeError(
      refusal({ task, where: `${where}[${i}]`, found: labels[i], expected: "a label (text)" }),
    );
  }
  const found = new Set(Array.from(labels)).size;
  if (found < kinds) {
    throw new RangeError(
      `Cannot ${task}: ${where}: found ${found} kind${
        found === 1 ? "" : "s"
      } of label, expected at least ${kinds}`,
    );
  }
  return labels;
}
