/**
 * Pages for reviewers: notebooks rendered with their figures, tables, downloads and provenance.
 *
 * @module
 */
export { type IndexContext, type IndexEntry, renderIndex, type TableEntry } from "./index_page.ts";
export type { Picture } from "./index_picture.ts";
export { type RenderedNotebook, renderNotebook } from "./notebook_page.ts";
export type { PageLink, RenderContext, ReportFile, TableRead, Versions } from "./report_context.ts";
export { sanitizeHtml } from "./sanitize_html.ts";
export { sanitizeSvg } from "./sanitize_svg.ts";
export { Markup, markup, trusted } from "./markup.ts";
export { exportCommand } from "./export/export_command.ts";
export { EXPORT_FORMATS, type ExportFormat, exportNotebook } from "./export/export_notebook.ts";
export { reportCommand } from "./report_command.ts";
export { renderReport, type Report, type ReportEntry } from "./render_report.ts";
export { writeReport } from "./write_report.ts";
