/** Renders notebooks, one after another, for the process that started this one: see render_pool.ts. */
import { join } from "node:path";
import { bytesToJson } from "./kept.ts";
import { figureConversions } from "./figure_conversions.ts";
import { withHighlights } from "./kept_highlights.ts";
import { renderNotebook } from "./notebook_page.ts";
import { resolveOrigins } from "./origins/resolve_origins.ts";
import type { RenderAnswer, RenderTask } from "./render_pool.ts";
import { TextLineStream } from "./text_lines.ts";

const encode = (answer: RenderAnswer): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify(answer, bytesToJson) + "\n",
  );

async function answer({ root, notebook, context, anew }: RenderTask): Promise<RenderAnswer> {
  const conversions = figureConversions(join(root, ".tallybook/figures"), context.versions.lock);
  const { convert } = conversions;
  try {
    const numbers = await resolveOrigins(root, notebook);
    const render = () => renderNotebook(notebook, { ...context, numbers, convert });
    const path = join(root, ".tallybook/highlights", `${context.name}.json`);
    return { page: await (anew ? render() : withHighlights(path, context.versions.lock, render)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  } finally {
    conversions.close();
  }
}

if (import.meta.main) {
  const lines = Deno.stdin.readable.pipeThrough(new TextDecoderStream())
    .pipeThrough(new TextLineStream());
  for await (const line of lines) {
    const bytes = encode(await answer(JSON.parse(line)));
    for (let sent = 0; sent < bytes.length;) sent += await Deno.stdout.write(bytes.subarray(sent));
  }
}
