import type { FigureRecord } from "./figure_record.ts";
import { safeCsv } from "./safe_csv.ts";
import type { Parameters } from "./parameters.ts";
import type { RenderContext, ReportFile } from "./report_context.ts";
import { sha256 } from "../files/hash.ts";

/** A figure's file, with the name of its kind as links show it. */
export interface FigureFile extends ReportFile {
  readonly kind: "SVG" | "PNG" | "PDF" | "CSV" | "JSON";
}

/** Whether a drawing says its size, without which it cannot become a page or a picture. */
export function isDrawable(svg: string): boolean {
  return /^<svg[^>]* width="[\d.]+" height="[\d.]+"/.test(svg);
}

/**
 * Every file of a figure, in `folder`: the drawing as SVG, PNG and PDF, its data
 * as CSV, and a sidecar as JSON that says what the figure shows, where it comes
 * from and what each of the other files hashes to. Parts that the output does
 * not hold are left out.
 */
export async function figureFiles(
  figure: FigureRecord,
  folder: string,
  context: RenderContext,
  parameters: Parameters,
): Promise<FigureFile[]> {
  const files: FigureFile[] = [];
  const add = (kind: FigureFile["kind"], content: string | Uint8Array<ArrayBuffer>) =>
    files.push({ kind, path: `${folder}/${figure.id}.${kind.toLowerCase()}`, content });

  const drawable = isDrawable(figure.svg);
  if (figure.svg !== "") {
    add("SVG", drawable ? await context.svgToFile?.(figure.svg) ?? figure.svg : figure.svg);
  }
  if (figure.png !== null) add("PNG", figure.png);
  if (drawable && context.svgToPdf) add("PDF", await context.svgToPdf(figure.svg));
  if (figure.csv !== "") add("CSV", safeCsv(figure.csv));
  const sidecar = {
    id: figure.id,
    title: figure.title,
    subtitle: figure.subtitle,
    caption: figure.caption,
    source: figure.source,
    alt: figure.alt,
    estimand: figure.estimand,
    notebook: `notebooks/${context.name}.ipynb`,
    parameters: parameters.injected || parameters.own,
    tables: context.run?.reads ?? null,
    versions: context.versions,
    files: files.map(({ path, content }) => ({
      name: path.split("/").at(-1),
      sha256: sha256(content),
    })),
  };
  add("JSON", JSON.stringify(sidecar, null, 2) + "\n");
  return files;
}
