/**
 * The minimum of a function of a few numbers by Nelder and Mead's simplex (1965), started again from where it
 * ends until it gains nothing: for likelihoods without derivatives. Infinity marks what is not allowed.
 */
export function nelderMead(
  f: (x: Float64Array) => number,
  start: readonly number[],
  step: number,
): { x: Float64Array; value: number } {
  let best: { x: Float64Array; value: number } = {
    x: Float64Array.from(start),
    value: f(Float64Array.from(start)),
  };
  for (let round = 0; round < 8; round++) {
    const found = simplex(f, best.x, step);
    const gain = best.value - found.value;
    best = found.value <= best.value ? found : best;
    if (round > 0 && !(gain > 1e-9 * Math.max(1, Math.abs(best.value)))) break;
  }
  return best;
}

function simplex(
  f: (x: Float64Array) => number,
  start: Float64Array,
  step: number,
): { x: Float64Array; value: number } {
  const n = start.length;
  const points = Array.from({ length: n + 1 }, (_, i) => {
    const x = Float64Array.from(start);
    if (i > 0) x[i - 1]! += step;
    return { x, value: f(x) };
  });
  for (let round = 0; round < 400 * n; round++) {
    points.sort((a, b) => a.value - b.value);
    const worst = points[n]!;
    if (worst.value - points[0]!.value < 1e-10 * Math.max(1, Math.abs(points[0]!.value))) break;
    const center = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < n; k++) center[k]! += points[i]!.x[k]! / n;
    }
    const along = (t: number) => {
      const x = center.map((c, k) => c + t * (worst.x[k]! - c));
      return { x, value: f(x) };
    };
    const reflected = along(-1);
    if (reflected.value < points[0]!.value) {
      const expanded = along(-2);
      points[n] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < points[n - 1]!.value) {
      points[n] = reflected;
    } else {
      const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
      if (contracted.value < Math.min(reflected.value, worst.value)) {
        points[n] = contracted;
      } else {
        for (let i = 1; i <= n; i++) {
          const x = points[i]!.x.map((v, k) => (v + points[0]!.x[k]!) / 2);
          points[i] = { x, value: f(x) };
        }
      }
    }
  }
  points.sort((a, b) => a.value - b.value);
  return points[0]!;
}
