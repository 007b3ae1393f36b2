import { secondChoice } from "tallybook/election";
import { logGamma, normalQuantile, proportionInterval } from "tallybook/stats";
import type { CoverageRow } from "./row.ts";

/** Shares for one, for the other and sample sizes, as the surveys of third-party voters have them. */
const SURVEYS = [
  [0.25, 0.15, 30],
  [0.25, 0.15, 66],
  [0.43, 0.21, 97],
  [0.43, 0.21, 193],
  [0.47, 0.21, 264],
] as const;
const SMALL = [[0.02, 60], [0.1, 20], [0.1, 100], [0.38, 60]] as const;

type Covers = (a: number, b: number) => boolean;

/** Exact coverage: the chances of all samples of n whose interval holds the truth, summed. */
export function shareRows(): CoverageRow[] {
  const z = normalQuantile(0.975);
  const exact = (design: string, shown: string, methods: Record<string, number>): CoverageRow[] =>
    Object.entries(methods).map(([method, coverage]) => ({
      design,
      method,
      shown: method === shown,
      coverage,
      error: 0,
    }));
  const rows: CoverageRow[] = [];
  for (const [p, q, n] of SURVEYS) {
    const truth = p - q;
    const answer = (a: number, b: number) =>
      secondChoice({ candidate: "x", beneficiary: a / n, opponent: b / n, effectiveSize: n });
    // Without anybody for either there is no estimate: such samples (3 in 10,000 at most) count as missed.
    const sums = trinomial(n, p, q, {
      "normal (Wald)": (a, b) =>
        Math.abs((a - b) / n - truth) <= z * Math.sqrt(Math.max(0, a + b - (a - b) ** 2 / n)) / n,
      "one more for each (Bonett and Price)": (a, b) => {
        if (a + b === 0) return false;
        const { lower, upper } = answer(a, b).netShare;
        return lower <= truth && truth <= upper;
      },
    });
    const design = `Net second choices, ${percent(p)} less ${percent(q)}, ${n} asked`;
    rows.push(...exact(design, "one more for each (Bonett and Price)", sums));
  }
  for (const [p, n] of SMALL) {
    const method = (name: "wilson" | "jeffreys" | "clopper-pearson"): Covers => (a) => {
      const { lower, upper } = proportionInterval(a, n, { method: name });
      return lower <= p && p <= upper;
    };
    rows.push(...exact(
      `A share of ${percent(p)}, ${n} trials`,
      "Wilson",
      trinomial(n, p, 0, {
        "normal (Wald)": (a) => Math.abs(a / n - p) <= z * Math.sqrt(a / n * (1 - a / n) / n),
        "Wilson": method("wilson"),
        "Jeffreys": method("jeffreys"),
        "Clopper and Pearson": method("clopper-pearson"),
      }),
    ));
  }
  return rows;
}

const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** The chance of each statement about a sample of n in which a chose the one and b the other. */
function trinomial(
  n: number,
  p: number,
  q: number,
  covers: Readonly<Record<string, Covers>>,
): Record<string, number> {
  const found = Object.fromEntries(Object.keys(covers).map((name) => [name, 0]));
  for (let a = 0; a <= n; a++) {
    for (let b = 0; b <= (q === 0 ? 0 : n - a); b++) {
      const rest = n - a - b;
      const chance = Math.exp(
        logGamma(n + 1) - logGamma(a + 1) - logGamma(b + 1) - logGamma(rest + 1) +
          a * Math.log(p) + (b === 0 ? 0 : b * Math.log(q)) + rest * Math.log(1 - p - q),
      );
      if (chance < 1e-12) continue;
      for (const [name, holds] of Object.entries(covers)) {
        if (holds(a, b)) found[name] = found[name]! + chance;
      }
    }
  }
  return found;
}
