import { pooledNetShare, secondChoice } from "tallybook/election";
import { normalQuantile } from "tallybook/stats";
import { Draws } from "./random.ts";
import type { Simulation } from "./row.ts";

/** Shares for one, for the other, the numbers asked, and the votes: Johnson's and Stein's voters of 2016. */
const [JOHNSON, STEIN] = [
  { p: 0.25, q: 0.15, n: 370, votes: 4_489_341 },
  { p: 0.25, q: 0.14, n: 120, votes: 1_457_218 },
];
/** Small samples, and shares near the end. */
const SMALL = [{ p: 0.25, q: 0.15, n: 30, votes: 1 }, { p: 0.9, q: 0.05, n: 20, votes: 1 }];

type Survey = typeof JOHNSON;

const WALD = "normal (Wald)";
const OURS = "from each one's Bonett and Price (Zou, Huang and Zhang)";

/** The net share of two candidates' voters together, from a survey of each. */
export function pooledSimulations(): Simulation[] {
  return [
    pooled("Pooled net second choices, 370 and 120 asked", [JOHNSON!, STEIN!]),
    pooled("Pooled net second choices, 30 and 20 asked, of the latter 90% less 5%", SMALL),
  ];
}

function pooled(design: string, surveys: readonly Survey[]): Simulation {
  const all = surveys.reduce((sum, { votes }) => sum + votes, 0);
  const truth = surveys.reduce((sum, { p, q, votes }) => sum + votes / all * (p - q), 0);
  const z = normalQuantile(0.975);
  return {
    design,
    draws: 10_000,
    methods: [WALD, OURS],
    shown: OURS,
    *run(seed) {
      const random = new Draws(seed);
      for (;;) {
        const found = pooledNetShare(surveys.map(({ p, q, n, votes }) => {
          let [a, b] = [0, 0];
          // Nobody for either is no estimate: drawn again, 5 times in ten million.
          while (a + b === 0) {
            a = random.binomial(n, p);
            b = random.binomial(n - a, q / (1 - p));
          }
          const shares = { beneficiary: a / n, opponent: b / n };
          return { votes, result: secondChoice({ candidate: "x", ...shares, effectiveSize: n }) };
        }));
        yield {
          [WALD]: [Number(Math.abs(found.point - truth) <= z * found.standardError), 1],
          [OURS]: [Number(found.lower <= truth && truth <= found.upper), 1],
        };
      }
    },
  };
}
