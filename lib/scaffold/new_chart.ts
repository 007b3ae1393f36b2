import { camelCase, gap, pascalCase, type Skeleton } from "./skeleton.ts";

// What the skeleton imports, not this file: apart, so that it does not read as an import here.
const CHART = ["tallybook", "chart"].join("/");
const FOLDER = "../../lib/chart";

const code = (name: string) => {
  const [value, type] = [camelCase(name), pascalCase(name)];
  return `import * as Plot from "@observablehq/plot";
import { numberAxisX } from "./axes.ts";
import { type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { theme } from "./theme.ts";

/** Options of {@linkcode ${value}}. */
export interface ${type}Options<Row> {
  /** A row's name. */
  readonly label: Field<Row, string | number>;
  /** What a row is placed by. */
  readonly value: Field<Row, number>;
  /** What is measured, with its unit. */
  readonly axis: string;
}

/**
 * ${gap("what the chart shows, and when to prefer it to the others; an example that runs")}
 */
export function ${value}<Row extends object>(
  rows: readonly Row[],
  options: ${type}Options<Row>,
): ChartSpec {
  const labels = textColumn(rows, options.label);
  const values = numberColumn(rows, options.value);
  const dots = rows.map((_, i) => ({ label: labels[i]!, value: values[i]! }));
  return {
    data: rows,
    height: dots.length * 24 + 58,
    plot: () => ({
      marginLeft: 120,
      marks: [
        numberAxisX({ label: options.axis }),
        Plot.dot(dots, { x: "value", y: "label", fill: theme.accent }),
      ],
    }),
  };
}
`;
};

const test = (name: string) =>
  `import { figure } from "${CHART}";
import { ${camelCase(name)} } from "${FOLDER}/${name}.ts";
import { assertFigure } from "./snapshot.ts";

Deno.test("${camelCase(name)}() ${gap("what the picture must show")}", () => {
  const rows = [{ state: "Nevada", share: 0.4792 }, { state: "Ohio", share: 0.4356 }];
  assertFigure(figure({
    id: "${name.replaceAll("_", "-")}",
    title: "${gap("the finding")}",
    source: "Made for this test",
    alt: "${gap("the main numbers")}",
    ...${camelCase(name)}(rows, { label: "state", value: "share", axis: "Share" }),
  }));
});
`;

/** The skeleton of a chart function and of its snapshot test. */
export function newChart(name: string): Skeleton {
  return {
    files: {
      [`lib/chart/${name}.ts`]: code(name),
      [`tests/chart/${name}_test.ts`]: test(name),
    },
    next: [
      `draw in lib/chart/${name}.ts, and export it from lib/chart/mod.ts`,
      `UPDATE_SNAPSHOTS=1 deno test -A tests/chart/${name}_test.ts`,
      `look at tests/chart/snapshots/${name.replaceAll("_", "-")}.svg, in color and in grey`,
      "draw a notebook's figure with it, and run that notebook",
      `or, where it is offered to others' notebooks alone, add { start: "lib/chart/${name}.ts", reason: "what it is for" } to OFFERED in tests/house/exceptions.ts`,
      "deno test -A tests/house lists each gap that is left, and a chart that neither of the two reaches; deno task ok needs that list to be empty",
    ],
  };
}
