import { requireNumber } from "../check/mod.ts";
import * as Plot from "@observablehq/plot";
import { axisLabel, marginFor, numberAxisX, numberAxisY } from "./axes.ts";
import type { ChartSpec } from "./figure_options.ts";
import type { LegendItem } from "./legend.ts";
import { placeLabels } from "./place_labels.ts";
import { linearScale } from "./scale.ts";
import {
  breakEvenCurve,
  errorEllipse,
  type PointErrors,
  type TurnoutPreference,
} from "./spoiler_geometry.ts";
import { spreadLabels } from "./spread_labels.ts";
import { theme } from "./theme.ts";

/** A contest whose outcome changes beyond its break-even curve. */
export interface BreakEvenLine {
  /** The contest, such as a state; written at the curve's end. */
  readonly label: string;
  /** The net share of the third candidate's voters that would change the outcome: margin / votes. */
  readonly netShare: number;
}

/**
 * What a survey said of a third candidate's voters: the share who would still have voted for one
 * of the two, and the share of those who preferred the trailing candidate.
 */
export interface SurveyPoint extends TurnoutPreference, PointErrors {
  /** What stands beside the point or curve. */
  readonly label: string;
}

/** Options of {@linkcode spoilerMap}. */
export interface SpoilerMapOptions {
  /** The curves at which the outcome changes. */
  readonly curves: readonly BreakEvenLine[];
  /** What surveys measured, as points. */
  readonly surveys?: readonly SurveyPoint[] | undefined;
  /** The region beyond which the whole election turns: the common net share needed for it. */
  readonly joint?: { readonly netShare: number; readonly label: string } | undefined;
  /** Who is preferred, for the axis: "Clinton". */
  readonly trailing: string;
  /** Whose voters they are: "Stein and Johnson voters". */
  readonly voters: string;
  /** Level of the surveys' ellipses, 0.95 unless given. */
  readonly level?: number | undefined;
  /** Height of the plot in pixels. */
  readonly height?: number | undefined;
}

const percent = (share: number) => `${Math.round(share * 100)}%`;

/**
 * The map of what a third candidate's voters might have done: across, how many would have voted
 * for one of the two; up, how many of those for the trailing one. Above its curve a contest's
 * outcome changes. Surveys are points with error ellipses; the shaded region changes the election.
 * Contests that no turnout and preference could change (net share above 1) have no curve.
 *
 * @example
 * ```ts
 * import { assertEquals, assertStringIncludes } from "@std/assert";
 * import { figure, spoilerMap } from "tallybook/chart";
 *
 * const spec = spoilerMap({
 *   curves: [{ label: "Michigan", netShare: 10704 / 223599 }],
 *   surveys: [{ label: "exit poll", turnout: 0.4, preference: 0.62 }],
 *   trailing: "Clinton",
 *   voters: "Stein and Johnson voters",
 * });
 * assertEquals((spec.data as unknown[]).length, 2);
 * const svg = figure({
 *   id: "spoilers",
 *   title: "Michigan alone would have flipped",
 *   source: "FEC; exit poll",
 *   alt: "The exit poll's point lies above Michigan's curve.",
 *   ...spec,
 * }).toSvg();
 * assertStringIncludes(svg, "Michigan");
 * ```
 */
export function spoilerMap(options: SpoilerMapOptions): ChartSpec {
  const { curves, surveys = [], joint, trailing, voters, level = 0.95, height = 460 } = options;
  for (const curve of curves) {
    requireNumber("draw a spoiler map", `net share of "${curve.label}"`, curve.netShare);
  }
  const possible = curves.filter((curve) => Math.abs(curve.netShare) <= 1);
  const ellipses = surveys.filter((each) => each.turnoutError && each.preferenceError)
    .map((each) => ({ label: each.label, points: errorEllipse(each, level) }));
  const lowest = Math.min(
    ...possible.map((curve) => (1 + curve.netShare) / 2),
    ...surveys.map((each) => each.preference),
    ...ellipses.flatMap((each) => each.points.map((point) => point.preference)),
    0.5,
  );
  const low = Math.max(0, Math.floor(lowest * 10 - 1e-9) / 10);
  const margins = {
    top: 30,
    right: marginFor(possible.map((curve) => curve.label)) + 4,
    bottom: 46,
    left: 46,
  };
  const toY = linearScale([low, 1], [height - margins.bottom, margins.top]);
  const ends = spreadLabels(
    possible.map((curve) => toY((1 + curve.netShare) / 2)),
    14,
    [margins.top, height - margins.bottom],
  );
  const data = [
    ...curves.map((curve) => ({
      kind: Math.abs(curve.netShare) <= 1 ? "break-even curve" : "not feasible",
      label: curve.label,
      net_share: curve.netShare,
    })),
    ...surveys.map((
      { label, turnout, preference, turnoutError, preferenceError, correlation },
    ) => ({
      kind: "survey",
      label,
      turnout,
      preference,
      turnout_error: turnoutError,
      preference_error: preferenceError,
      correlation,
    })),
    ...joint === undefined
      ? []
      : [{ kind: "joint region", label: joint.label, net_share: joint.netShare }],
  ];
  const legend: LegendItem[] = [
    { label: "break-even: above it the outcome changes", color: theme.accent, symbol: "line" },
    ...surveys.length > 0
      ? [{ label: "survey", color: theme.contrast, symbol: "diamond" as const }]
      : [],
    ...ellipses.length > 0
      ? [{
        label: `${percent(level)} error ellipse`,
        color: theme.contrast,
        symbol: "circle" as const,
        hollow: true,
      }]
      : [],
    ...joint === undefined ? [] : [{ label: joint.label, color: theme.highlight }],
  ];
  return {
    data,
    height,
    legend,
    plot: ({ width }) => {
      const toX = linearScale([0, 1], [margins.left, width - margins.right]);
      const labels = placeLabels(
        surveys.map((each) => ({
          x: toX(each.turnout),
          y: toY(each.preference),
          label: each.label,
          radius: 6,
        })),
        {
          left: margins.left,
          right: width - margins.right,
          top: margins.top,
          bottom: height - margins.bottom,
        },
        // The curves are what a label must not cover.
        possible.flatMap((curve) =>
          breakEvenCurve(curve.netShare, low).filter((_, i) => i % 4 === 0)
            .map((point) => ({ x: toX(point.turnout), y: toY(point.preference), radius: 5 }))
        ),
      );
      const below = axisLabel(`Share of ${voters} who would have voted for one of the two`, {
        ...margins,
        width,
      });
      return {
        // Further lines of the label stand below the plot, which keeps its height.
        ...below.more > 0 ? { height: height + below.more } : {},
        marginTop: margins.top,
        marginRight: margins.right,
        marginBottom: margins.bottom + below.more,
        marginLeft: margins.left,
        x: { domain: [0, 1] },
        y: { domain: [low, 1] },
        marks: [
          joint === undefined || joint.netShare > 1
            ? null
            : Plot.areaY(breakEvenCurve(joint.netShare, low), {
              x: "turnout",
              y1: "preference",
              y2: 1,
              fill: theme.highlight,
            }),
          numberAxisX({ label: below.text, format: percent }),
          numberAxisY({ label: `Share of those for ${trailing}`, format: percent }),
          low < 0.5 ? Plot.ruleY([0.5], { stroke: theme.rule }) : null,
          possible.map((curve) =>
            Plot.line(breakEvenCurve(curve.netShare, low), {
              x: "turnout",
              y: "preference",
              stroke: theme.accent,
              strokeWidth: 1.75,
              clip: true,
            })
          ),
          possible.map((curve, index) =>
            Plot.text([curve], {
              x: () => 1,
              y: (each: BreakEvenLine) => (1 + each.netShare) / 2,
              text: "label",
              dx: 7,
              dy: ends[index]! - toY((1 + curve.netShare) / 2),
              textAnchor: "start",
              fill: theme.accent,
              fontWeight: 600,
            })
          ),
          ellipses.map((each) =>
            Plot.line(each.points, {
              x: "turnout",
              y: "preference",
              stroke: theme.contrast,
              strokeWidth: 1.25,
              fill: theme.contrast,
              fillOpacity: 0.1,
              clip: true,
            })
          ),
          Plot.dot(surveys, {
            x: "turnout",
            y: "preference",
            symbol: "diamond",
            r: 5,
            fill: theme.contrast,
          }),
          labels.map((label, index) =>
            Plot.text([surveys[index]!], {
              x: "turnout",
              y: "preference",
              text: "label",
              dx: label.textX - label.x,
              dy: label.textY - label.y,
              textAnchor: label.anchor,
              fontSize: theme.size.small,
              stroke: theme.background,
              strokeWidth: 3,
              fill: theme.ink,
            })
          ),
        ],
      };
    },
  };
}
