import { percent } from "../../display/format.ts";

/** A percentage as somebody set it: "5%", "2.5%". What was not set is not shown. */
export const typedPercent = (value: string): string => `${Number(value)}%`;

/** A share with the two figures that say how large it is: "3.2%", "0.027%"; all is "100%". */
export function roughPercent(share: number): string {
  if (share === 1) return "100%";
  // Near all, two figures would say all; what is less than all never says so.
  if (share >= 0.995) return percent(Math.min(share, 0.9999), { digits: 2 });
  return `${new Intl.NumberFormat("en-US", { maximumSignificantDigits: 2 }).format(100 * share)}%`;
}
