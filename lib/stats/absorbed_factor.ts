import type { DesignMatrix } from "./design_matrix.ts";
import { minusDot, takeProducts, takeValues } from "./double_double.ts";
import { backSubstitute, inverseRows, orthogonalize } from "./householder.ts";
import { addStep, dot, forwardSubstitute } from "./refine.ts";
import type { SolvedDesign } from "./solve_design.ts";
import type { Term } from "./term.ts";

/** A factor with fewer columns saves nothing worth a second way. */
const LEAST_COLUMNS = 8;
/** What a column must have left, relative to its own length, beside the groups and the columns before it. */
const LEAST_LEFT = 1e-4;

/** Units by level of a factor, with what a weighted mean within levels needs. */
interface Levels {
  /** The level of each unit; 0 is the reference. */
  readonly of: Int32Array;
  /** √weight of each unit. */
  readonly root: Float64Array;
  /** Sum of weights by level. */
  readonly weight: Float64Array;
}

/**
 * A regression with an intercept and a factor of many levels, without a column a level: each other column
 * is taken as what is left of it beside its level's (weighted) mean, and the levels' coefficients follow
 * from the means (Frisch, Waugh and Lovell). The same solution as of all columns together, sharpened in the
 * same way, at O(n q²) where q columns remain, instead of O(n k²).
 *
 * The basis has a sparse column a level, first, and the q others after them. Undefined where there is no
 * such factor, or the columns are so nearly collinear that which of them is left out must be asked in the
 * order given.
 */
export function absorbedDesign(
  design: DesignMatrix,
  root: Float64Array | undefined,
  target: Float64Array,
): SolvedDesign | undefined {
  const found = largestFactor(design, root);
  if (found === undefined) return undefined;
  const { levels, first } = found;
  const count = levels.weight.length;
  const intercept = design.names.indexOf("(intercept)");
  const others = design.names.map((_, j) => j)
    .filter((j) => j !== intercept && (j < first || j >= first + count - 1));
  const left = others.map((j) => withoutMeans(design.columns[j]!, levels));
  const enough = left.every(({ rest }, j) =>
    dot(rest, rest) >= LEAST_LEFT ** 2 * weightedSquares(design.columns[others[j]!]!, levels)
  );
  if (!enough) return undefined;
  const names = others.map((j) => design.names[j]!);
  const { basis, triangle, dropped } = orthogonalize(
    left.map(({ rest }) => rest),
    names,
    LEAST_LEFT,
  );
  if (dropped.length > 0) return undefined;

  /** Coefficients of all columns from those of the levels and of the others. */
  const spread = (level: Float64Array, other: Float64Array): Float64Array => {
    const all = new Float64Array(design.names.length);
    all[intercept] = level[0]!;
    for (let g = 1; g < count; g++) all[first + g - 1] = level[g]! - level[0]!;
    for (const [j, position] of others.entries()) all[position] = other[j]!;
    return all;
  };
  /** Coefficients of all columns from scores on the levels' part of the basis and on the rest. */
  const fromScores = (level: ArrayLike<number>, other: Float64Array): Float64Array => {
    const b = backSubstitute(triangle, other);
    const a = Float64Array.from(level, (score, g) => score / Math.sqrt(levels.weight[g]!));
    for (const [j, { means }] of left.entries()) {
      for (let g = 0; g < count; g++) a[g] = a[g]! - means[g]! * b[j]!;
    }
    return spread(a, b);
  };

  const sharp = refineAbsorbed();
  const inverse = inverseRows(triangle);
  return {
    kept: design.names.map((_, j) => j),
    dropped: [],
    basis: [...levelBasis(levels), ...basis],
    inverseTriangle: inverseOf(),
    ...sharp,
  };

  /** As `refineSolution` does, from nothing: its first round is the solution itself. */
  function refineAbsorbed(): { coefficients: Float64Array; residuals: Float64Array } {
    const n = design.rows;
    const columns = others.map((j) => {
      const column = design.columns[j]!.slice();
      for (let i = 0; i < n; i++) column[i] = column[i]! * levels.root[i]!;
      return column;
    });
    const b = new Float64Array(design.names.length);
    const r = new Float64Array(n);
    const low = new Float64Array(n);
    const factor = new Float64Array(n);
    for (let round = 0; round < 4; round++) {
      const f = target.slice();
      low.fill(0);
      takeValues(f, low, r);
      takeProducts(f, low, levels.root, factor.fill(b[intercept]!));
      for (let i = 0; i < n; i++) {
        factor[i] = levels.of[i] === 0 ? 0 : b[first + levels.of[i]! - 1]!;
      }
      takeProducts(f, low, levels.root, factor);
      for (const [j, column] of columns.entries()) {
        takeProducts(f, low, column, factor.fill(b[others[j]!]!));
      }
      for (let i = 0; i < n; i++) f[i] = f[i]! + low[i]!;
      // Q'f − h, where h solves the triangle's transpose for what X'r lacks of 0.
      const along = byLevel(f, levels);
      const lack = byLevel(r, levels);
      const level = along.map((sum, g) => (sum + lack[g]!) / Math.sqrt(levels.weight[g]!));
      const h = forwardSubstitute(triangle, left.map(({ rest }) => minusDot(rest, r)));
      const other = Float64Array.from(basis, (q, j) => dot(q, f) - h[j]!);
      const settled = addStep(b, fromScores(level, other));
      for (let i = 0; i < n; i++) {
        const g = levels.of[i]!;
        f[i] = f[i]! - levels.root[i]! * level[g]! / Math.sqrt(levels.weight[g]!);
      }
      for (const [j, q] of basis.entries()) {
        const score = other[j]!;
        for (let i = 0; i < n; i++) f[i] = f[i]! - q[i]! * score;
      }
      for (let i = 0; i < n; i++) r[i] = r[i]! + f[i]!;
      if (settled) break;
    }
    return { coefficients: b, residuals: r };
  }

  function inverseOf(): Float64Array[] {
    const size = design.names.length;
    const rows = Array.from({ length: size }, () => new Float64Array(size));
    for (let g = 0; g < count; g++) {
      const one = 1 / Math.sqrt(levels.weight[g]!);
      if (g > 0) rows[first + g - 1]![g] = one;
      else {
        rows[intercept]![0] = one;
        for (let other = 1; other < count; other++) rows[first + other - 1]![0] = -one;
      }
    }
    for (let j = 0; j < others.length; j++) {
      const b = Float64Array.from(inverse, (row) => row[j]!);
      const a = new Float64Array(count);
      for (const [other, { means }] of left.entries()) {
        for (let g = 0; g < count; g++) a[g] = a[g]! - means[g]! * b[other]!;
      }
      for (const [position, value] of spread(a, b).entries()) rows[position]![count + j] = value;
    }
    return rows;
  }
}

/** The factor with most columns, if they are many, each unit has one level and there is an intercept. */
function largestFactor(
  design: DesignMatrix,
  root: Float64Array | undefined,
): { readonly levels: Levels; readonly first: number } | undefined {
  if (design.terms[0]!.kind !== "intercept") return undefined;
  let largest: Term | undefined;
  let first = 0;
  let position = 0;
  for (const term of design.terms) {
    const most = largest?.columns.length ?? LEAST_COLUMNS - 1;
    if (term.kind === "factor" && term.columns.length > most) [largest, first] = [term, position];
    position += term.columns.length;
  }
  if (largest === undefined) return undefined;
  const of = new Int32Array(design.rows);
  for (const [j, { values }] of largest.columns.entries()) {
    for (let i = 0; i < design.rows; i++) {
      if (values[i] === 0) continue;
      if (values[i] !== 1 || of[i] !== 0) return undefined;
      of[i] = j + 1;
    }
  }
  const weight = new Float64Array(largest.columns.length + 1);
  const roots = root ?? new Float64Array(design.rows).fill(1);
  for (let i = 0; i < design.rows; i++) weight[of[i]!] = weight[of[i]!]! + roots[i]! ** 2;
  return weight.every((sum) => sum > 0)
    ? { levels: { of, root: roots, weight }, first }
    : undefined;
}

/** A column less its levels' means, times √weight, and the means. */
function withoutMeans(
  column: Float64Array,
  { of, root, weight }: Levels,
): { readonly rest: Float64Array; readonly means: Float64Array } {
  const rest = column.slice();
  const means = new Float64Array(weight.length);
  // Twice: the second time takes away what rounding left of the first.
  for (let turn = 0; turn < 2; turn++) {
    const mean = new Float64Array(weight.length);
    for (let i = 0; i < rest.length; i++) {
      mean[of[i]!] = mean[of[i]!]! + root[i]! ** 2 * rest[i]!;
    }
    for (let g = 0; g < mean.length; g++) mean[g] = mean[g]! / weight[g]!;
    for (let i = 0; i < rest.length; i++) rest[i] = rest[i]! - mean[of[i]!]!;
    for (let g = 0; g < mean.length; g++) means[g] = means[g]! + mean[g]!;
  }
  for (let i = 0; i < rest.length; i++) rest[i] = rest[i]! * root[i]!;
  return { rest, means };
}

function weightedSquares(column: Float64Array, { root }: Levels): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += (column[i]! * root[i]!) ** 2;
  return sum;
}

/** Sums of a weighted column by level. */
function byLevel(values: Float64Array, { of, root, weight }: Levels): Float64Array {
  const sums = new Float64Array(weight.length);
  for (let i = 0; i < values.length; i++) sums[of[i]!] = sums[of[i]!]! + root[i]! * values[i]!;
  return sums;
}

/** One column a level, of length 1. */
function levelBasis({ of, root, weight }: Levels): Float64Array[] {
  const columns = Array.from(weight, () => new Float64Array(of.length));
  for (let i = 0; i < of.length; i++) {
    columns[of[i]!]![i] = root[i]! / Math.sqrt(weight[of[i]!]!);
  }
  return columns;
}
