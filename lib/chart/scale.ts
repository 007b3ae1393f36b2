/** From values to pixels, for what a chart has to place by itself, such as labels. */
export interface Scale {
  (value: number): number;
  readonly domain: readonly [number, number];
}

/** A linear scale; a constant where the domain has no extent. */
export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): Scale {
  const slope = domain[1] === domain[0] ? 0 : (range[1] - range[0]) / (domain[1] - domain[0]);
  return Object.assign((value: number) => range[0] + (value - domain[0]) * slope, { domain });
}

/** The step of 1, 2 or 5 times a power of ten that divides an extent into about `count` parts. */
export function niceStep(extent: number, count = 6): number {
  const raw = extent / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const part = raw / power;
  return power * (part < 1.5 ? 1 : part < 3.5 ? 2 : part < 7.5 ? 5 : 10);
}

/**
 * The round values around some numbers: where an axis starts and ends.
 *
 * @param values The numbers that must lie inside.
 * @param options `include` names further values, such as zero; `round` false keeps the extent
 * itself with a margin of 4 percent.
 */
export function niceDomain(
  values: Iterable<number>,
  options: { readonly include?: readonly number[]; readonly round?: boolean } = {},
): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of [...values, ...options.include ?? []]) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const largest = Math.max(Math.abs(low), Math.abs(high));
  // Differences below a double's precision are none.
  if (high - low <= largest * 1e-12 || largest < 1e-290) {
    const margin = largest < 1e-290 ? 1 : largest * 0.1;
    return [low - margin, high + margin];
  }
  if (options.round === false) {
    const margin = (high - low) * 0.04;
    return [low - margin, high + margin];
  }
  const step = niceStep(high - low);
  return [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
}

/** The round values of an axis within a domain. */
export function tickValues(domain: readonly [number, number], count = 6): number[] {
  const step = niceStep(domain[1] - domain[0], count);
  const first = Math.ceil(domain[0] / step - 1e-9);
  const last = Math.floor(domain[1] / step + 1e-9);
  // Steps are powers of ten times 1, 2 or 5: rounding to 12 digits removes only binary residue.
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, i) => Number(((first + i) * step).toPrecision(12)),
  );
}

/** Powers of ten, with 2 and 5 where there are few of them. */
export function logTicks([low, high]: readonly [number, number]): number[] {
  const factors = high / low > 1000 ? [1] : [1, 2, 5];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
    for (const factor of factors) ticks.push(Number((factor * 10 ** power).toPrecision(6)));
  }
  return ticks.filter((tick) => tick >= low && tick <= high);
}
