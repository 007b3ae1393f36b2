import type { RenderContext, ReportFile } from "./report_context.ts";

/** A page's picture for social media: question and answer. None where nothing converts drawings. */
export async function pageCard(
  context: RenderContext,
  title: string,
  answer: string,
): Promise<ReportFile | null> {
  const words = { id: "card", title, subtitle: null, caption: null, alt: answer };
  const source = `Tallybook ${context.versions.library}, presidential vote counts, checked`;
  const content = await context.convert?.(
    { ...words, source, svg: "", narrow: null },
    "card",
    "png",
  );
  return content ? { path: `cards/${context.name}.png`, content } : null;
}
