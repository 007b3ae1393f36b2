/**
 * Figures: charts on Observable Plot in one theme, composed into standalone SVG, and their export.
 *
 * @module
 */
export { type Rows, toCsv } from "./csv.ts";
export { Figure, figure, FIGURE_MEDIA_TYPE, type StoredFigure } from "./figure.ts";
export type { ChartSpec, FigureOptions, Frame, Panel } from "./figure_options.ts";
export { type FontWeight, measureText } from "./fonts.ts";
export type { Legend, LegendItem, StepLegend } from "./legend.ts";
export { partyColor, type PartyMark, partyMark } from "./party_color.ts";
export { type PngOptions, svgToPng } from "./png.ts";
export type { SymbolName } from "./symbol_path.ts";
export { theme } from "./theme.ts";
export { wrapText } from "./wrap_text.ts";
