import type { Arrangement, FigureFormat } from "../chart/figure_file.ts";
import type { FigureRecord } from "./figure_record.ts";
import { safeCsv } from "./safe_csv.ts";
import type { Parameters } from "./parameters.ts";
import type { RenderContext, ReportFile } from "./report_context.ts";
import { sha256 } from "../files/hash.ts";

/** A figure's file, with the name of its kind as links show it. */
export interface FigureFile extends ReportFile {
  readonly kind: string;
  /** What it is for, where a link's name does not say it. */
  readonly use?: string;
}

/** A file that is drawn anew: its name's end, arrangement and format. */
interface Drawn {
  readonly kind: string;
  readonly end: string;
  readonly arrangement: Arrangement;
  readonly format: FigureFormat;
  readonly use?: string;
  /** Whether only exports have it: a report would grow by it. */
  readonly onlyExported?: true;
  /** Whether it stands for a narrower arrangement that the figure lacks. */
  readonly insteadOf?: Arrangement;
}

const drawn = (
  kind: string,
  end: string,
  arrangement: Arrangement,
  format: FigureFormat,
  rest: Pick<Drawn, "use" | "onlyExported" | "insteadOf"> = {},
): Drawn => ({ kind, end, arrangement, format, ...rest });

const SLIDE = { use: "for a slide, 16:9" };
const COLUMN = { use: "for a column of 89 mm" };
const COLUMNS = { use: "for two columns, 183 mm", insteadOf: "column" } as const;
const GREY = { use: "without color" };
const onlyExported = { onlyExported: true } as const;

const DRAWN: readonly Drawn[] = [
  drawn("SVG", ".svg", "drawn", "svg", { use: "the same everywhere: its words are outlines" }),
  drawn("SVG text", ".text.svg", "drawn", "text.svg", { use: "its words are text, for editing" }),
  // Drawn anew, since the stored one has straight apostrophes where the others have curly ones.
  drawn("PNG", ".png", "drawn", "png"),
  drawn("PDF", ".pdf", "drawn", "pdf"),
  drawn("Slide", "_slide.png", "slide", "png", SLIDE),
  drawn("Slide SVG", "_slide.svg", "slide", "svg", { ...SLIDE, ...onlyExported }),
  drawn("Column", "_column.pdf", "column", "pdf", COLUMN),
  drawn("Column", "_two_columns.pdf", "two-columns", "pdf", COLUMNS),
  drawn("Column SVG", "_column.svg", "column", "svg", { ...COLUMN, ...onlyExported }),
  drawn("Column SVG", "_two_columns.svg", "two-columns", "svg", { ...COLUMNS, ...onlyExported }),
  drawn("Card", "_card.png", "card", "png", { use: "for social media" }),
  drawn("Grey", "_grey.pdf", "grey", "pdf", GREY),
  drawn("Grey SVG", "_grey.svg", "grey", "svg", { ...GREY, ...onlyExported }),
  drawn("Grey PNG", "_grey.png", "grey", "png", { ...GREY, ...onlyExported }),
];

/** The files that are drawn of a figure, each with its name's end; those that it has no room for are left out. */
export async function drawnFiles(
  figure: FigureRecord,
  convert: NonNullable<RenderContext["convert"]>,
  everything = false,
): Promise<(Drawn & { readonly content: Uint8Array<ArrayBuffer> })[]> {
  const wanted = DRAWN.filter((file) => everything || !file.onlyExported);
  const made = new Map<string, ReturnType<typeof convert>>();
  const make = ({ arrangement, format }: Drawn) => {
    const key = `${arrangement} ${format}`;
    if (!made.has(key)) made.set(key, convert(figure, arrangement, format));
    return made.get(key)!;
  };
  const files = await Promise.all(wanted.map(async (file) => {
    const { insteadOf } = file;
    // What stands for another is drawn only where that is lacking.
    if (insteadOf !== undefined && await make({ ...file, arrangement: insteadOf })) return [];
    const content = await make(file);
    return content === null ? [] : [{ ...file, content }];
  }));
  return files.flat();
}

/** Whether a drawing says its size, without which it cannot become a page or a picture. */
export function isDrawable(svg: string): boolean {
  return /^<svg[^>]* width="[\d.]+" height="[\d.]+"/.test(svg);
}

/**
 * Every file of a figure, in `folder`: the drawing as SVG, PNG and PDF, laid out for slides, columns
 * and cards, its data as CSV, and a sidecar as JSON that says what the figure shows, where it comes
 * from and what each of the other files hashes to. Parts that the output does not hold are left out.
 *
 * @param everything Whether layouts come in every format, as an export has them.
 */
export async function figureFiles(
  figure: FigureRecord,
  folder: string,
  context: RenderContext,
  parameters: Parameters,
  everything = false,
): Promise<FigureFile[]> {
  const files: FigureFile[] = [];
  const add = (
    kind: string,
    end: string,
    content: string | Uint8Array<ArrayBuffer>,
    use?: string,
  ) =>
    files.push({
      ...{ kind, path: `${folder}/${figure.id}${end}`, content },
      ...(use === undefined ? {} : { use }),
    });

  if (isDrawable(figure.svg) && context.convert) {
    for (
      const { kind, end, content, use } of await drawnFiles(figure, context.convert, everything)
    ) {
      add(kind, end, content, use);
    }
  } else {
    if (figure.svg !== "") add("SVG", ".svg", figure.svg);
    if (figure.png !== null) add("PNG", ".png", figure.png);
  }
  if (figure.csv !== "") add("CSV", ".csv", safeCsv(figure.csv));
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
  add("JSON", ".json", JSON.stringify(sidecar, null, 2) + "\n");
  return files;
}
