/** A distribution over numbers of electors: the chance of k at index k. */
export type Polynomial = Float64Array;

/** The distribution of the sum of independent units, each with its electors and its chance. */
export function product(
  units: readonly (readonly [electors: number, chance: number])[],
): Polynomial {
  const total = units.reduce((sum, [electors]) => sum + electors, 0);
  const chances = new Float64Array(total + 1);
  chances[0] = 1;
  let reached = 0;
  for (const [electors, chance] of units) {
    if (electors === 0) continue;
    for (let won = reached; won >= 0; won--) {
      const here = chances[won]!;
      chances[won + electors]! += here * chance;
      chances[won] = here * (1 - chance);
    }
    reached += electors;
  }
  return chances;
}

/** The mean of distributions from number `from` on, with these weights. */
export function mixed(
  distributions: readonly Polynomial[],
  from: number,
  weights: readonly number[],
): Polynomial {
  if (weights.length === 1) return distributions[from]!;
  const result = new Float64Array(distributions[from]!.length);
  weights.forEach((weight, i) => {
    const here = distributions[from + i]!;
    for (let won = 0; won < result.length; won++) result[won]! += weight * here[won]!;
  });
  return result;
}

/** The distribution of the sum of two independent numbers. */
export function convolved(a: Polynomial, b: Polynomial): Polynomial {
  const result = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i++) {
    const here = a[i]!;
    if (here < 1e-300) continue;
    for (let j = 0; j < b.length; j++) result[i + j]! += here * b[j]!;
  }
  return result;
}
