import { normalQuantile } from "../../stats/mod.ts";

/**
 * Bonett and Price's (2012) interval for a − b, two shares of one sample of n: the normal interval
 * of multinomial shares after one more answer for each of the two. Kept within −1 and 1, and never
 * without a − b itself, which at low levels the two answers would pull the interval away from.
 */
export function netShareInterval(
  { beneficiary, opponent }: { readonly beneficiary: number; readonly opponent: number },
  n: number,
  level: number,
): { readonly lower: number; readonly upper: number } {
  const z = normalQuantile(1 - (1 - level) / 2);
  const [more, fewer] = [(beneficiary * n + 1) / (n + 2), (opponent * n + 1) / (n + 2)];
  const reach = z * Math.sqrt((more + fewer - (more - fewer) ** 2) / (n + 2));
  const share = beneficiary - opponent;
  return {
    lower: Math.min(share, Math.max(-1, more - fewer - reach)),
    upper: Math.max(share, Math.min(1, more - fewer + reach)),
  };
}
