import * as Plot from "@observablehq/plot";
import type { FigureOptions } from "tallybook/chart";

/** Two margins with intervals. */
export const data = [
  { state: "Michigan", point: -0.22, lower: -0.3, upper: -0.1 },
  { state: "Wisconsin", point: -0.76, lower: -0.9, upper: -0.6 },
];
/** A figure of them as points. */
export const options: FigureOptions = {
  id: "margins",
  title: "Two margins",
  source: "FEC",
  alt: "Michigan −0.22 points, Wisconsin −0.76.",
  data,
  plot: () => ({
    marginLeft: 80,
    height: 100,
    marks: [Plot.dot(data, { x: "point", y: "state" })],
  }),
};
