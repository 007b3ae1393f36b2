import type { FigureRecord } from "./figure_record.ts";
import type { RenderContext, ReportFile } from "./report_context.ts";

/** The picture that stands for a notebook on the index. */
export interface Picture {
  readonly path: string;
  /** What it says; a drawing for phones has no title of its own. */
  readonly title?: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** A notebook's picture, and the file that has to be written for it where no other part wants it. */
interface IndexPicture {
  readonly picture: Picture | null;
  readonly file: ReportFile | null;
}

/**
 * The picture of a notebook's first figure. It is the drawing for phones where there is one: the
 * index has a narrow column for it, in which a wide drawing's type could not be read.
 */
export async function indexPicture(
  figure: FigureRecord | undefined,
  files: readonly ReportFile[],
  context: RenderContext,
): Promise<IndexPicture> {
  if (figure === undefined) return { picture: null, file: null };
  const { id, alt, title, narrow } = figure;
  const size = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(narrow);
  const content = size !== null && context.convert && !context.standalone
    ? await context.convert({ ...figure, svg: narrow }, "drawn", "png")
    : null;
  if (size !== null && content) {
    const path = `figures/${context.name}/${id}_narrow.png`;
    const [width, height] = [Number(size[1]), Number(size[2])];
    return { picture: { path, alt, title, width, height }, file: { path, content } };
  }
  const png = files.find((file) => file.path.endsWith(`/${id}.png`));
  const { width, height } = figure;
  return { picture: png === undefined ? null : { path: png.path, alt, width, height }, file: null };
}
