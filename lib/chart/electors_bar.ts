import * as Plot from "@observablehq/plot";
import { marginFor, nameAxisY } from "./axes.ts";
import { type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { measureText } from "./fonts.ts";
import { partyMark } from "./party_color.ts";
import { theme } from "./theme.ts";

/** Options of {@linkcode electorsBar}. */
export interface ElectorsBarOptions<Row> {
  /** Which bar: "projected", "won", "cast", or a year. */
  readonly bar: Field<Row, string | number>;
  /** Who has the electors: a candidate, or what is still open. */
  readonly name: Field<Row, string>;
  /** Party of the candidate; "open" for electors not yet assigned. */
  readonly party: Field<Row, string>;
  /** The electors of a part of the bar. */
  readonly electors: Field<Row, number>;
}

interface Segment {
  readonly bar: string;
  readonly name: string;
  readonly party: string;
  readonly electors: number;
  x1: number;
  x2: number;
}

const OPEN = "#eef1f4";
const ROW = 62;
/** From a bar to the label above it, in pixels. */
const POINTER = 7;
/** Between a label and the line of the majority. */
const GAP = 8;

/** Democrats start at the left end, Republicans at the right, all others stand between. */
function side(party: string): number {
  if (partyMark(party) === partyMark("democratic")) return 0;
  return partyMark(party) === partyMark("republican") ? 2 : 1;
}

/**
 * One stacked bar of electors a row, with the line that half of them marks: who reaches beyond
 * it has a majority. Segments too narrow for their label have it above the bar, beside that line.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { electorsBar, figure } from "tallybook/chart";
 *
 * const rows = [
 *   { status: "won", candidate: "Clinton", party: "Democratic", electors: 232 },
 *   { status: "won", candidate: "Trump", party: "Republican", electors: 306 },
 * ];
 * const svg = figure({
 *   id: "electors",
 *   title: "Trump won 306 electors, 36 more than a majority",
 *   source: "National Archives",
 *   alt: "Clinton won 232 electors, Trump 306; 270 are a majority.",
 *   ...electorsBar(rows, { bar: "status", name: "candidate", party: "party", electors: "electors" }),
 * }).toSvg();
 * assertStringIncludes(svg, "270 of 538 are a majority");
 * ```
 */
export function electorsBar<Row extends object>(
  rows: readonly Row[],
  options: ElectorsBarOptions<Row>,
): ChartSpec {
  const bars = textColumn(rows, options.bar);
  const names = textColumn(rows, options.name);
  const parties = textColumn(rows, options.party);
  const electors = numberColumn(rows, options.electors);
  const order = [...new Set(bars)];
  const segments = order.flatMap((bar) =>
    stack(
      rows.map((_, i) => ({
        bar: bars[i]!,
        name: names[i]!,
        party: parties[i]!,
        electors: electors[i]!,
        x1: 0,
        x2: 0,
      })).filter((segment) => segment.bar === bar && segment.electors > 0),
    )
  );
  const total = Math.max(...segments.map((segment) => segment.x2));
  const majority = Math.floor(total / 2) + 1;
  const marginLeft = marginFor(order);
  return {
    data: rows,
    height: order.length * ROW + 26,
    plot: ({ width }) => {
      const scale = (width - marginLeft) / total;
      // Plot's band scale of these paddings: each bar is half a step high.
      const bandHeight = order.length * ROW / (order.length + 0.3) / 2;
      const wide = (segment: Segment) => (segment.x2 - segment.x1) * scale;
      // White between neighbors, less where it would swallow a segment of one elector.
      const gap = (segment: Segment) => Math.min(0.5, wide(segment) / 6) / scale;
      const text = (segment: Segment) => `${segment.name} ${segment.electors}`;
      const inside = segments.filter((s) => measureText(text(s), 13, 600) + 8 <= wide(s));
      const narrow = order
        .map((bar) => segments.filter((s) => s.bar === bar && !inside.includes(s)))
        .filter((group) => group.length > 0);
      const above = narrow.map((group) => {
        const label = group.map(text).join(", ");
        const middle = (group[0]!.x1 + group.at(-1)!.x2) / 2;
        const at = (value: number) => marginLeft + value * scale;
        const room = measureText(label, theme.size.small);
        const place = besideLine(at(middle), room, at(total / 2), width);
        // A pointer needs one place: the narrow segments side by side, with nothing wide between.
        const together = group.every((s, i) => i === 0 || s.x1 === group[i - 1]!.x2);
        return { bar: group[0]!.bar, label, middle, dx: place - at(middle), together };
      });
      return {
        marginLeft,
        marginRight: 0,
        marginTop: 22,
        marginBottom: 4,
        x: { axis: null, domain: [0, total] },
        y: { domain: order, paddingInner: 0.5, paddingOuter: 0.4, align: 1 },
        marks: [
          Plot.ruleX([total / 2], { stroke: theme.rule }),
          nameAxisY(),
          Plot.barX(segments, {
            x1: (s: Segment) => s.x1 + gap(s),
            x2: (s: Segment) => s.x2 - gap(s),
            y: "bar",
            fill: (s: Segment) => s.party === "open" ? OPEN : partyMark(s.party).color,
            stroke: (s: Segment) => s.party === "open" ? theme.rule : "none",
            strokeDasharray: "3,2",
          }),
          Plot.tickX(order, {
            x: () => total / 2,
            y: (bar: string) => bar,
            stroke: theme.ink,
            strokeWidth: 2,
            insetTop: -4,
            insetBottom: -4,
          }),
          Plot.text(inside, {
            x: (s: Segment) => (s.x1 + s.x2) / 2,
            y: "bar",
            text,
            fontSize: 13,
            fontWeight: 600,
            fill: (s: Segment) => s.party === "open" ? theme.ink : theme.background,
          }),
          Plot.tickX(above.filter(({ together }) => together), {
            x: "middle",
            y: "bar",
            stroke: theme.muted,
            insetTop: -POINTER - 1,
            insetBottom: bandHeight + 1,
          }),
          above.map((group) =>
            Plot.text([group], {
              x: "middle",
              y: "bar",
              dx: group.dx,
              dy: -bandHeight / 2 - POINTER - theme.size.small / 2 - 1,
              text: "label",
              fontSize: theme.size.small,
              fill: theme.ink,
              // Where the label crosses the line of the majority, the line gives way.
              stroke: theme.background,
              strokeWidth: 4,
            })
          ),
          Plot.text([total / 2], {
            x: (value: number) => value,
            frameAnchor: "top",
            dy: -13,
            text: () => `${majority} of ${total} are a majority`,
            fontSize: theme.size.small,
          }),
        ],
      };
    },
  };
}

function stack(segments: Segment[]): Segment[] {
  let start = 0;
  const sorted = segments.map((segment, index) => ({ segment, index }))
    .sort((a, b) => side(a.segment.party) - side(b.segment.party) || a.index - b.index);
  for (const { segment } of sorted) {
    segment.x1 = start;
    segment.x2 = start += segment.electors;
  }
  return sorted.map(({ segment }) => segment);
}

/** The middle of a label of this width, near its own place, within the chart and off the line. */
function besideLine(middle: number, width: number, line: number, end: number): number {
  const left = line - GAP - width / 2, right = line + GAP + width / 2;
  const inside = (place: number) => Math.max(width / 2, Math.min(end - width / 2, place));
  const wanted = middle < line ? Math.min(middle, left) : Math.max(middle, right);
  // A label too long for its side of the line keeps within the chart.
  return inside(wanted);
}
