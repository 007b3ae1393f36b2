import { activeColumns } from "./basis_support.ts";
import type { LeastSquaresFit } from "./least_squares.ts";

/**
 * One coefficient under a wild cluster bootstrap: what of each cluster its draws need, computed once.
 *
 * With residuals ẽ restricted to a coefficient of θ and a weight v_g a cluster, the drawn outcome is the
 * restricted fit plus ẽ v. Let r be the row of (X'X)⁻¹X' for the coefficient: b* − θ is the sum of v_g r_g'ẽ_g,
 * and cluster g's score is v_g r_g'ẽ_g − (r_g'Q_g)(Σ_h v_h Q_h'ẽ_h). Both are linear in θ, so that one draw
 * serves every θ: it is kept as its value at θ = 0 and its slope.
 * Of the basis, each cluster keeps the columns that are not 0 in it. Roodman, MacKinnon, Nielsen and Webb
 * (2019).
 */
export class WildCoefficient {
  readonly #clusters: number;
  /** The basis's columns that are not 0 in a cluster, one cluster after another, and where each begins. */
  readonly #columns: Int32Array;
  readonly #starts: Int32Array;
  /** r_g'ẽ_g at θ = 0, and minus its slope in θ. */
  readonly #own: Float64Array;
  readonly #ownSlope: Float64Array;
  /** Q_g'ẽ_g by cluster, at θ = 0, and minus its slope in θ. */
  readonly #cross: Float64Array;
  readonly #crossSlope: Float64Array;
  /** r_g'Q_g by cluster. */
  readonly #through: Float64Array;
  readonly #sum: Float64Array;
  readonly #sumSlope: Float64Array;

  constructor(fit: LeastSquaresFit, index: number, members: readonly (readonly number[])[]) {
    const k = fit.basis.length;
    const G = members.length;
    const inverse = fit.inverseTriangle[index]!;
    const row = new Float64Array(fit.n);
    for (let a = 0; a < k; a++) {
      const factor = inverse[a]!;
      if (factor === 0) continue;
      for (let i = 0; i < fit.n; i++) row[i] = row[i]! + factor * fit.basis[a]![i]!;
    }
    const length = row.reduce((sum, value) => sum + value * value, 0);
    const b = fit.coefficients[index]!;
    this.#clusters = G;
    const active = members.map((rows) => activeColumns(fit.basis, rows));
    this.#starts = new Int32Array(G + 1);
    for (let g = 0; g < G; g++) this.#starts[g + 1] = this.#starts[g]! + active[g]!.length;
    const size = this.#starts[G]!;
    this.#columns = new Int32Array(size);
    for (let g = 0; g < G; g++) this.#columns.set(active[g]!, this.#starts[g]);
    this.#own = new Float64Array(G);
    this.#ownSlope = new Float64Array(G);
    this.#cross = new Float64Array(size);
    this.#crossSlope = new Float64Array(size);
    this.#through = new Float64Array(size);
    this.#sum = new Float64Array(k);
    this.#sumSlope = new Float64Array(k);
    for (const [g, rows] of members.entries()) {
      for (const i of rows) {
        const r = row[i]!;
        const slope = r / length;
        const root = fit.weights ? Math.sqrt(fit.weights[i]!) : 1;
        const residual = root * fit.residuals[i]! + b * slope;
        this.#own[g] = this.#own[g]! + r * residual;
        this.#ownSlope[g] = this.#ownSlope[g]! + r * slope;
        for (let at = this.#starts[g]!; at < this.#starts[g + 1]!; at++) {
          const q = fit.basis[this.#columns[at]!]![i]!;
          this.#cross[at] = this.#cross[at]! + q * residual;
          this.#crossSlope[at] = this.#crossSlope[at]! + q * slope;
          this.#through[at] = this.#through[at]! + r * q;
        }
      }
    }
  }

  /** One draw at θ = 0: b* and the sum of squared scores. */
  drawAtZero(weights: ArrayLike<number>): { readonly move: number; readonly squares: number } {
    const G = this.#clusters;
    const sum = this.#sum.fill(0);
    const [own, cross, through] = [this.#own, this.#cross, this.#through];
    const [columns, starts] = [this.#columns, this.#starts];
    let move = 0;
    for (let g = 0; g < G; g++) {
      const v = weights[g]!;
      move += v * own[g]!;
      for (let c = starts[g]!; c < starts[g + 1]!; c++) {
        const a = columns[c]!;
        sum[a] = sum[a]! + v * cross[c]!;
      }
    }
    let squares = 0;
    for (let g = 0; g < G; g++) {
      let score = weights[g]! * own[g]!;
      for (let c = starts[g]!; c < starts[g + 1]!; c++) score -= through[c]! * sum[columns[c]!]!;
      squares += score * score;
    }
    return { move, squares };
  }

  /**
   * One draw, from the clusters' weights: b* − θ is `at[0] − θ at[1]`, and the sum of squared scores
   * `at[2] − 2 θ at[3] + θ² at[4]`.
   */
  draw(weights: ArrayLike<number>, at: Float64Array): void {
    const G = this.#clusters;
    const sum = this.#sum.fill(0);
    const sumSlope = this.#sumSlope.fill(0);
    const [columns, starts] = [this.#columns, this.#starts];
    let move = 0;
    let moveSlope = 0;
    for (let g = 0; g < G; g++) {
      const v = weights[g]!;
      move += v * this.#own[g]!;
      moveSlope += v * this.#ownSlope[g]!;
      for (let c = starts[g]!; c < starts[g + 1]!; c++) {
        const a = columns[c]!;
        sum[a] = sum[a]! + v * this.#cross[c]!;
        sumSlope[a] = sumSlope[a]! + v * this.#crossSlope[c]!;
      }
    }
    let squares = 0;
    let mixed = 0;
    let slopes = 0;
    for (let g = 0; g < G; g++) {
      let score = weights[g]! * this.#own[g]!;
      let slope = weights[g]! * this.#ownSlope[g]!;
      for (let c = starts[g]!; c < starts[g + 1]!; c++) {
        const a = columns[c]!;
        score -= this.#through[c]! * sum[a]!;
        slope -= this.#through[c]! * sumSlope[a]!;
      }
      squares += score * score;
      mixed += score * slope;
      slopes += slope * slope;
    }
    at[0] = move;
    at[1] = moveSlope;
    at[2] = squares;
    at[3] = mixed;
    at[4] = slopes;
  }
}

/** CR1's factor on the sum of squared scores. */
export function smallSampleFactor(fit: LeastSquaresFit, clusters: number): number {
  return clusters / (clusters - 1) * (fit.n - 1) / (fit.n - fit.basis.length);
}
