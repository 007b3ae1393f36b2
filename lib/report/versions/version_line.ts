import { markup } from "../markup.ts";
import type { ReportFile } from "../report_context.ts";
import { CHANGES_PAGE } from "./changes_page.ts";
import type { ReportVersion } from "./report_versions.ts";

/** Pages of the report itself; one in a folder is shown within another page, or is no page of it. */
const isPage = (path: string) => /^[^/]+\.html$/.test(path) && path !== CHANGES_PAGE;

/**
 * The report's files, in which each page says which version it is and leads to what changed: those
 * that do not say it in their own place get a line at their end.
 */
export function withVersion(
  files: readonly ReportFile[],
  { number, id }: Pick<ReportVersion, "number" | "id">,
): ReportFile[] {
  const line = markup`<p class="soft version"><a href="${CHANGES_PAGE}#version-${
    String(number)
  }">Version ${String(number)} of this report</a>, ${id}</p>\n`.toString();
  return files.map((file) => {
    const { path, content } = file;
    if (!isPage(path) || typeof content !== "string") return file;
    const end = content.lastIndexOf("</main>");
    if (end < 0 || content.includes(`href="${CHANGES_PAGE}`)) return file;
    return { path, content: content.slice(0, end) + line + content.slice(end) };
  });
}
