// deno-lint-ignore-file no-console -- a command prints
/**
 * Prints a page as a reader meets it, under given parameters, without a kernel.
 *
 *   deno run -A tests/sweep/show.ts NUMBER ['{"year":2000}']
 *
 * @module
 */
import { findNotebooks } from "../../lib/notebook/mod.ts";
import { loadNotebook } from "./notebook_module.ts";
import { pageOf } from "./page.ts";

const [number = "", given = "{}"] = Deno.args;
const path = (await findNotebooks("notebooks")).find((path) => path.includes(`${number}_`));
if (path === undefined) {
  console.error(`Cannot show a page: no notebook has the number "${number}"`);
  Deno.exit(2);
}
const folder = await Deno.makeTempDir({ prefix: "show" });
const notebook = await loadNotebook(path, folder);
for (const { cell, kind, text } of pageOf(notebook.run(JSON.parse(given)))) {
  console.log(`[${cell}] ${kind}\n${text}\n`);
}
await Deno.remove(folder, { recursive: true });
