import { assertEquals } from "@std/assert";
import { findNotebooks } from "../../lib/notebook/mod.ts";
import { loadNotebook } from "../sweep/notebook_module.ts";
import { pageOf } from "../sweep/page.ts";
import { pageFaults } from "../sweep/page_faults.ts";

/** A page's text under given parameters, which has to be free of the sweep's faults. */
export async function pageText(number: string, given: Record<string, unknown>): Promise<string> {
  const root = new URL("../../notebooks", import.meta.url);
  const path = (await findNotebooks(root.pathname)).find((path) => path.includes(`${number}_`))!;
  const folder = await Deno.makeTempDir({ prefix: "parameters" });
  const notebook = await loadNotebook(path, folder);
  const pieces = pageOf(notebook.run(given));
  await Deno.remove(folder, { recursive: true });
  assertEquals(pageFaults(pieces), []);
  return pieces.map(({ text }) => text).join("\n").replaceAll(/\s+/g, " ");
}
