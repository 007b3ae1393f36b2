import type { Apportionment } from "./apportionment.ts";

/**
 * Hamilton's method: each unit gets its quota without the fraction, at least the
 * minimum, and the seats left go to the largest fractions. Units lifted to the
 * minimum compete for no more; if the minimum leaves too few seats, the smallest
 * fractions give one back. All in integers: quotas are compared as remainders of
 * `population × seats` by the total population.
 */
export function apportionByRemainders(
  units: ReadonlyMap<string, bigint>,
  seats: number,
  minimum: number,
): Apportionment {
  const total = [...units.values()].reduce((sum, population) => sum + population, 0n);
  const shares = [...units].map(([unit, population]) => {
    const product = population * BigInt(seats);
    const whole = Number(product / total);
    return {
      unit,
      population,
      seats: Math.max(minimum, whole),
      remainder: product % total,
      lifted: whole < minimum,
    };
  });
  shares.sort((a, b) =>
    Number(b.remainder - a.remainder) || Number(b.population - a.population) ||
    (a.unit < b.unit ? -1 : 1)
  );
  let left = seats - shares.reduce((sum, share) => sum + share.seats, 0);
  const receivers = shares.filter((share) => !share.lifted);
  let tied: string[] = [];
  if (left > 0 && left < receivers.length) {
    const last = receivers[left - 1]!;
    if (receivers[left]!.remainder === last.remainder) {
      tied = receivers.filter((share) => share.remainder === last.remainder)
        .map((share) => share.unit);
    }
  }
  for (const share of receivers.slice(0, Math.max(0, left))) share.seats++;
  while (left < 0) {
    for (const share of [...receivers].reverse()) {
      if (left < 0 && share.seats > minimum) {
        share.seats--;
        left++;
      }
    }
  }
  const byUnit = new Map(shares.map((share) => [share.unit, share.seats]));
  return {
    method: "hamilton",
    seats: Object.fromEntries([...units.keys()].map((unit) => [unit, byUnit.get(unit)!])),
    order: [],
    next: [],
    tied,
  };
}
