import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { findNotebooks } from "../../lib/notebook/mod.ts";
import { type KeptPage, KeptPages } from "../sweep/kept_pages.ts";

const root = fileURLToPath(new URL("../../", import.meta.url)).replace(/[/\\]$/, "");
const folder = Deno.makeTempDirSync({ prefix: "pages" });
globalThis.addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));

const pages = new KeptPages(root, folder);

/** All notebooks of the project. */
export const NOTEBOOKS: readonly string[] = await findNotebooks(`${root}/notebooks`);

/** A notebook's page under given parameters; tests that read different things of it share its run. */
export function pageAt(path: string, given: Readonly<Record<string, unknown>>): Promise<KeptPage> {
  return pages.page(path, given);
}

/** A page's text under given parameters, which has to be free of the sweep's faults. */
export async function pageText(
  number: string,
  given: Readonly<Record<string, unknown>>,
): Promise<string> {
  const path = NOTEBOOKS.find((path) => path.includes(`${number}_`))!;
  const { pieces, faults } = await pageAt(path, given);
  assertEquals(faults, []);
  return pieces.map(({ text }) => text).join("\n").replaceAll(/\s+/g, " ");
}
