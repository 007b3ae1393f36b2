import type { CoverageRow } from "./row.ts";

const HEAD = `# How often the intervals hold the truth

Written by \`deno task coverage\`; run it again after a change of an interval.

Each interval of the pages is made again and again from data whose truth is known: the units, groups, sizes
and covariates are those of our tables, and only the outcome is drawn. A 95% interval should hold the truth in
95 of 100. Where a method falls short, the pages use another; the one that they use is marked. "Of the first
ten" is what the test of this table runs again.

- Regressions: the outcome is a normal error of the group and one of the unit, in the proportion that the
  recorded residuals have; the coefficient is 0. The cut-off's groups are counties, the others' states.
- Where a few large counties carry the contrast (by votes), CR2's few degrees of freedom make it wide, and the
  others hold somewhat too rarely.
- Counts: successes vary by the recorded dispersion times the binomial variance, with beta chances, around the
  fitted shares. A left-out count's interval is to hold the count itself.
- Shares: the chances of all samples whose interval holds the truth, summed; nothing is drawn. Wilson's
  coverage moves around its level with the share; its mean over shares is at it.
- No page shows a bootstrap percentile interval, so none is here. The wild cluster bootstrap's interval is an
  inverted test, of 399 draws here.
`;

/** The table with its seed, as docs/coverage.md has it before it is formatted. */
export function document(rows: readonly CoverageRow[], seed: number): string {
  const cells = rows.map((row, i) => [
    rows[i - 1]?.design === row.design ? "" : row.design,
    row.method + (row.shown ? " (used)" : ""),
    `${(100 * row.coverage).toFixed(1)}%`,
    row.draws === undefined ? "exact" : `± ${(100 * row.error).toFixed(1)}`,
    row.draws?.toLocaleString("en-US") ?? "all samples",
    row.firstTen?.toString() ?? "",
  ]);
  const table = [
    ["Design", "Method", "Coverage", "Standard error", "Intervals", "Of the first ten"],
    ["---", "---", "--:", "--:", "--:", "--:"],
    ...cells,
  ].map((line) => `| ${line.join(" | ")} |`).join("\n");
  return `${HEAD}\nSeed: ${seed}.\n\n${table}\n`;
}

/** The rows of such a table, by design and method. */
export function readDocument(text: string): { seed: number; rows: Map<string, string[]> } {
  const rows = new Map<string, string[]>();
  let design = "";
  for (const line of text.split("\n").filter((line) => /^\|(?! *(Design|-))/.test(line))) {
    const cells = line.split("|").slice(1, -1).map((cell) => cell.trim());
    design = cells[0] || design;
    rows.set(`${design}: ${cells[1]}`, cells.slice(2));
  }
  return { seed: Number(/^Seed: (\d+)\.$/m.exec(text)?.[1]), rows };
}
