import type { FigureRecord } from "../../lib/report/figure_record.ts";

/** A figure of two margins, as a page has read it, without its drawing. */
export const sampleRecord = (changes: Partial<FigureRecord> = {}): FigureRecord => ({
  id: "margins",
  title: "Two margins",
  subtitle: "Points",
  caption: "n = 2 states.",
  source: "FEC",
  alt: "Two bars.",
  estimand: null,
  width: 680,
  height: 300,
  svg: "",
  narrow: "",
  csv: "",
  png: null,
  ...changes,
});
