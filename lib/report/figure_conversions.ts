import { join } from "node:path";
import { embedFonts, svgToPdf } from "../chart/mod.ts";
import type { SharedContext } from "./executed_notebooks.ts";
import { sha256 } from "./sha256.ts";

/** Raised when a conversion gives other bytes for the same drawing. */
const CONVERSION = 1;

/**
 * Turns drawings into the files that readers download: PDF, and SVG with its
 * letters inside. Both take some tenths of a second, so their results are kept
 * in `folder` by the hash of the drawing; the folder may be removed at any time.
 *
 * @param lock The hash of deno.lock: other libraries may give other bytes.
 */
export function figureConversions(
  folder: string,
  lock: string,
): Required<Pick<SharedContext, "svgToPdf" | "svgToFile">> {
  const kept = async (
    kind: string,
    svg: string,
    make: () => Promise<Uint8Array<ArrayBuffer>>,
  ): Promise<Uint8Array<ArrayBuffer>> => {
    const path = join(folder, `${sha256(`${CONVERSION} ${lock} ${svg}`)}.${kind}`);
    try {
      return await Deno.readFile(path);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
    const made = await make();
    await Deno.mkdir(folder, { recursive: true });
    // Renamed into place: an interrupted write must not be taken for a result later.
    const fresh = `${path}.${crypto.randomUUID()}`;
    await Deno.writeFile(fresh, made);
    await Deno.rename(fresh, path);
    return made;
  };
  return {
    svgToPdf: (svg) => kept("pdf", svg, () => svgToPdf(svg)),
    svgToFile: async (svg) =>
      new TextDecoder().decode(
        await kept("svg", svg, async () => new TextEncoder().encode(await embedFonts(svg))),
      ),
  };
}
