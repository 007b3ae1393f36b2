/**
 * Figures: charts on Observable Plot in one theme, composed into standalone SVG, and their export.
 *
 * {@linkcode figure} draws anything that Observable Plot can. The chart functions, such as
 * {@linkcode lineOverTime}, take rows and return all of a figure but its words. A new one is a file
 * of its own that returns a {@linkcode ChartSpec}, with a snapshot test whose picture was looked at.
 *
 * @module
 */
export { axisNumber } from "./axes.ts";
export { barsByElection, type BarsByElectionOptions } from "./bars_by_election.ts";
export { chanceByMargin, type ChanceByMarginOptions } from "./chance_by_margin.ts";
export { changeBySize, type ChangeBySizeOptions } from "./change_by_size.ts";
export {
  coefficientLadder,
  type CoefficientLadderOptions,
  twoDecimals,
} from "./coefficient_ladder.ts";
export type { Steps } from "./color_steps.ts";
export { countyMap, type CountyMapOptions, type MapColors } from "./county_map.ts";
export { type FigureRows, toCsv } from "./csv.ts";
export { curves, type CurvesOptions } from "./curves.ts";
export { distribution, type DistributionOptions } from "./distribution.ts";
export { type DosePanel, dosePanels, type DosePanelsOptions } from "./dose_panels.ts";
export { doseResponse, type DoseResponseOptions } from "./dose_response.ts";
export { dumbbell, type DumbbellOptions } from "./dumbbell.ts";
export { electorsBar, type ElectorsBarOptions } from "./electors_bar.ts";
export { electorsByShare, type ElectorsByShareOptions } from "./electors_by_share.ts";
export { type FanBand, fanChart, type FanChartOptions } from "./fan_chart.ts";
export type { Field, Interval } from "./field.ts";
export { Figure, figure } from "./figure.ts";
export { type FigureContext, type FigureMetadata, figureMetadata } from "./figure_metadata.ts";
export type { ChartSpec, FigureOptions, FigurePanel, PlotRoom } from "./figure_options.ts";
export { type Arrangement, figureFile, type FigureFormat } from "./figure_file.ts";
export { type FontWeight, measureText } from "./fonts.ts";
export { greySvg } from "./grey.ts";
export { heatMap, type HeatMapOptions } from "./heat_map.ts";
export { jointShares, type JointSharesOptions } from "./joint_shares.ts";
export { type LayoutFigure, layoutFigure } from "./layouts.ts";
export { leadsByRule, type LeadsByRuleOptions } from "./leads_by_rule.ts";
export { leanOverTime, type LeanOverTimeOptions } from "./lean_over_time.ts";
export type { Legend, LegendItem, StepLegend } from "./legend.ts";
export { lineOverTime, type LineOverTimeOptions } from "./line_over_time.ts";
export { logCurves, type LogCurvesOptions } from "./log_curves.ts";
export { logDots, type LogDotsOptions } from "./log_dots.ts";
export { marginDots, type MarginDotsOptions } from "./margin_dots.ts";
export { marginStaircase, type MarginStaircaseOptions } from "./margin_staircase.ts";
export { neededAndGot, type NeededAndGotOptions } from "./needed_and_got.ts";
export type { NarrowDrawing } from "./narrow.ts";
export { partyColor, type PartyMark, partyMark } from "./party_color.ts";
export { type OutlineOptions, outlineText } from "./outline_text.ts";
export { embedFonts, svgToPdf } from "./pdf.ts";
export { type PngOptions, svgToPng } from "./png.ts";
export { pointMap, type PointMapOptions, type PointStyle } from "./point_map.ts";
export { possibleRange, type PossibleRangeOptions } from "./possible_range.ts";
export { probabilityCurve } from "./probability_curve.ts";
export { rankedBars, type RankedBarsOptions } from "./ranked_bars.ts";
export { type DotMark, rankedDots, type RankedDotsOptions } from "./ranked_dots.ts";
export type { Reference } from "./reference_line.ts";
export { type FitPoint, scatterFit, type ScatterFitOptions } from "./scatter_fit.ts";
export { shareAgainstShare, type ShareAgainstShareOptions } from "./share_against_share.ts";
export type { FigureWords, Layout } from "./sheet.ts";
export { slopeChart, type SlopeChartOptions } from "./slope_chart.ts";
export { smallMultiples, type SmallMultiplesOptions } from "./small_multiples.ts";
export { specificationCurve, type SpecificationCurveOptions } from "./specification_curve.ts";
export {
  type BreakEvenLine,
  spoilerMap,
  type SpoilerMapOptions,
  type SurveyPoint,
} from "./spoiler_map.ts";
export { spreadLabels } from "./spread_labels.ts";
export { stackedShares, type StackedSharesOptions } from "./stacked_shares.ts";
export { stateMap, type StateMapOptions } from "./state_map.ts";
export { FIGURE_MEDIA_TYPE, type StoredFigure } from "./stored_figure.ts";
export type { SymbolName } from "./symbol_path.ts";
export { theme } from "./theme.ts";
export { tileMap, type TileMapOptions } from "./tile_map.ts";
export { totalsByDate, type TotalsByDateOptions } from "./totals_by_date.ts";
export { waterfall, type WaterfallOptions } from "./waterfall.ts";
export { wrapText } from "./wrap_text.ts";
