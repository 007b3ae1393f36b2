/** Exports that no task, notebook or panel reaches, and why they stay. */
export interface Exception {
  /** The start of the exports' names: a folder, a file, or one export. */
  readonly start: string;
  readonly reason: string;
}

/**
 * What `tallybook/…` offers to a researcher's own notebook, though no page of ours uses it. Only what
 * a room's mod.ts exports, and what that rests on, may stand here.
 */
export const OFFERED: readonly Exception[] = [
  { start: "lib/data/tables/", reason: "each table of data/ can be loaded, shown or not" },
  { start: "lib/data/load_frame.ts", reason: "a frame, where somebody asks for one" },
  { start: "lib/data/", reason: "reads and checks a researcher's own returns" },
  { start: "lib/election/", reason: "a method, tested against an independent source" },
  { start: "lib/stats/", reason: "a method, tested against an independent source" },
  { start: "lib/chart/dose_response.ts", reason: "one response by dose, with means" },
  { start: "lib/chart/margin_dots.ts", reason: "margins by party" },
  {
    start: "lib/chart/probability_curve.ts",
    reason: "a chance on one side of a lead",
  },
  {
    start: "lib/chart/distribution.ts",
    reason: "a value among permutations; no page shows one now",
  },
  { start: "lib/chart/slope_chart.ts", reason: "two times beside each other" },
  { start: "lib/chart/state_map.ts", reason: "states on a map, true in shape" },
  { start: "lib/chart/tile_map.ts", reason: "states as equal tiles" },
];

/** What only tests use, by name. */
export const TEST_ONLY: readonly Exception[] = [
  {
    start: "lib/notebook/execute.ts#executeNotebook",
    reason: "runs one notebook in a test, without its command",
  },
];

/** Names that two files export, and why both keep them. */
export const AMBIGUOUS: readonly Exception[] = ["beta", "normal", "student"].map((family) => ({
  start: `${family}Quantile`,
  reason: "the same function: one checks its arguments, the other is what both rooms rest on",
}));
