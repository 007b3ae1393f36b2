import { Xoshiro128 } from "tallybook/stats";

/** Draws from the distributions that the simulations need, each exact but for rounding, from one seed. */
export class Draws {
  readonly #random: Xoshiro128;

  constructor(seed: number) {
    this.#random = new Xoshiro128(seed);
  }

  /** Above 0, so that its logarithm is finite. */
  uniform(): number {
    return 1 - this.#random.uniform();
  }

  /** Standard normal: Box and Muller (1958), one of the pair. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /** Gamma with scale 1: Marsaglia and Tsang (2000). */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * this.uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(this.uniform()) < x * x / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  /** Successes of n trials, by summing the probabilities from 0; many trials are drawn in parts. */
  binomial(n: number, p: number): number {
    if (p > 0.5) return n - this.binomial(n, 1 - p);
    const most = Math.max(1, Math.floor(500 / Math.max(p, 1e-12)));
    let successes = 0;
    for (let left = n; left > 0; left -= most) {
      const trials = Math.min(left, most);
      let [k, chance, u] = [0, (1 - p) ** trials, this.uniform()];
      while (u > chance && k < trials) {
        u -= chance;
        chance *= (trials - k) / (k + 1) * p / (1 - p);
        k++;
      }
      successes += k;
    }
    return successes;
  }

  /** Successes whose variance is `dispersion` times the binomial's: the chance is drawn from a beta. */
  overdispersed(n: number, p: number, dispersion: number): number {
    if (n < 2 || dispersion <= 1) return this.binomial(n, p);
    // Var = n p (1 − p) (1 + (n − 1) ρ), with ρ = 1 / (a + b + 1).
    const rho = Math.min(0.999, (dispersion - 1) / (n - 1));
    const [a, b] = [p * (1 / rho - 1), (1 - p) * (1 / rho - 1)];
    const [x, y] = [this.gamma(a), this.gamma(b)];
    return this.binomial(n, x === 0 ? 0 : x / (x + y));
  }
}
