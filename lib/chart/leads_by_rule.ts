import * as Plot from "@observablehq/plot";
import { requireOneOf, requireOptions } from "../check/mod.ts";
import { column, type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { partyColor } from "./party_color.ts";
import type { SymbolName } from "./symbol_path.ts";
import { theme } from "./theme.ts";

const TASK = "draw leads by rule";

type Winner = "Democrat" | "Republican" | "nobody";

const MARKS: Readonly<Record<Winner, { readonly color: string; readonly symbol: SymbolName }>> = {
  Democrat: { color: partyColor("Democratic"), symbol: "circle" },
  Republican: { color: partyColor("Republican"), symbol: "triangle" },
  nobody: { color: theme.muted, symbol: "square" },
};

/** Options of {@linkcode leadsByRule}. */
export interface LeadsByRuleOptions<Row> {
  /** The rule by which votes became electors: a panel each, in the order of first appearance. */
  readonly rule: Field<Row, string>;
  /** The election. */
  readonly year: Field<Row, string | number>;
  /** The lead: above zero the Democrat's, below the Republican's. */
  readonly lead: Field<Row, number>;
  /** Who wins under the rule. */
  readonly winner: Field<Row, Winner>;
  /** Whether a dot is ringed: the winner had fewer votes than the loser. */
  readonly ringed: Field<Row, boolean>;
}

/**
 * Leads of the two parties under several rules: a panel a rule, a row an election, colored and
 * shaped by who wins; outcomes against the vote are ringed. All panels have one scale, as wide to
 * either side.
 *
 * @throws {TypeError|RangeError} for an unknown option, column or winner, or a value that is no number.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, leadsByRule } from "tallybook/chart";
 *
 * const rows = [
 *   { rule: "By district", year: 2016, lead: -5, winner: "Republican" as const, inversion: true },
 *   { rule: "In proportion", year: 2016, lead: 0.4, winner: "nobody" as const, inversion: false },
 * ];
 * const svg = figure({
 *   id: "rules",
 *   title: "Two rules",
 *   source: "made up",
 *   alt: "By district −5 points, in proportion +0.4.",
 *   ...leadsByRule(rows, { rule: "rule", year: "year", lead: "lead", winner: "winner", ringed: "inversion" }),
 * }).toSvg();
 * assertStringIncludes(svg, "By district");
 * ```
 */
export function leadsByRule<Row extends object>(
  rows: readonly Row[],
  options: LeadsByRuleOptions<Row>,
): ChartSpec {
  requireOptions(TASK, options, ["rule", "year", "lead", "winner", "ringed"]);
  const rules = textColumn(rows, options.rule);
  const years = textColumn(rows, options.year);
  const leads = numberColumn(rows, options.lead);
  const winners = column<Row, Winner>(rows, options.winner)
    .map((winner, i) =>
      requireOneOf(TASK, `row ${i}, winner`, winner, ["Democrat", "Republican", "nobody"])
    );
  const ringed = column<Row, boolean>(rows, options.ringed);
  const dots = rules.map((rule, i) => ({
    rule,
    year: years[i]!,
    lead: leads[i]!,
    ringed: ringed[i]!,
    ...MARKS[winners[i]!],
  }));
  const widest = 10 * Math.ceil(Math.max(...leads.map(Math.abs)) / 10);
  return {
    data: rows,
    columns: 2,
    height: 215,
    legend: [
      { label: "Democrat wins", ...MARKS.Democrat },
      { label: "Republican wins", ...MARKS.Republican },
      { label: "nobody", ...MARKS.nobody },
    ],
    plot: ({ width }) =>
      [...new Set(rules)].map((rule) => {
        const own = dots.filter((dot) => dot.rule === rule);
        return {
          title: rule,
          width,
          marginLeft: 44,
          x: {
            label: null,
            domain: [-widest, widest],
            grid: true,
            ticks: 5,
            tickFormat: (v: number) => v > 0 ? `+${v}` : String(v).replace("-", "\u2212"),
          },
          y: { label: null, domain: [...new Set(years)] },
          marks: [
            Plot.ruleX([0], { stroke: theme.rule }),
            Plot.dot(own.filter((dot) => dot.ringed), {
              x: "lead",
              y: "year",
              r: 9,
              stroke: theme.ink,
              strokeWidth: 1.5,
            }),
            Plot.dot(own, {
              x: "lead",
              y: "year",
              r: 4.5,
              symbol: (dot: { symbol: SymbolName }) => dot.symbol,
              fill: (dot: { color: string }) => dot.color,
            }),
          ],
        };
      }),
  };
}
