import { zipSync } from "fflate";
import type { FigureFile } from "../figure_files.ts";
import type { FigureRecord } from "../figure_record.ts";
import type { RenderContext, ReportFile } from "../report_context.ts";

/** The same figure must give the same bytes, so its archive is of this day, by any clock. */
const FIXED_DATE = new Date(2000, 0, 1);

const ABOUT: Readonly<Record<string, string>> = {
  PNG: "the picture, for screens and slides",
  PDF: "the drawing, for typesetting",
  CSV: "the data that it shows",
  JSON: "what it shows, its sources, parameters, versions and hashes",
};

function readme(
  figure: FigureRecord,
  files: readonly FigureFile[],
  context: RenderContext,
): string {
  const name = (file: FigureFile) => file.path.split("/").at(-1)!;
  const width = Math.max(...files.map((file) => name(file).length));
  return [
    figure.title,
    ...(figure.subtitle ? [figure.subtitle] : []),
    "",
    ...(figure.caption ? [figure.caption, ""] : []),
    `Source: ${figure.source}`,
    "",
    "In words (for an alternative text):",
    figure.alt,
    "",
    ...files.map((file) =>
      `${name(file).padEnd(width)}  ${file.use ?? ABOUT[file.kind] ?? file.kind}`
    ),
    "",
    `Made by Tallybook ${context.versions.library}, notebooks/${context.name}.ipynb.`,
    "",
  ].join("\n");
}

/**
 * A figure as one archive: picture, data, metadata and a README, in a folder of
 * the figure's name. The same figure gives the same bytes.
 */
export function figureBundle(
  figure: FigureRecord,
  files: readonly FigureFile[],
  context: RenderContext,
): ReportFile {
  const encode = (content: string | Uint8Array) =>
    typeof content === "string" ? new TextEncoder().encode(content) : content;
  const entries = Object.fromEntries([
    [`${figure.id}/README.txt`, encode(readme(figure, files, context))],
    ...files.map((file) => [`${figure.id}/${file.path.split("/").at(-1)}`, encode(file.content)]),
  ]);
  return {
    path: `${figure.id}.zip`,
    content: new Uint8Array(zipSync(entries, { mtime: FIXED_DATE, level: 9 })),
  };
}
