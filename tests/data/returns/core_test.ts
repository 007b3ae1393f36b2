import { assertEquals } from "@std/assert";

const ROOT = new URL("../../../lib/data/returns/", import.meta.url);

/** A module and all that it imports, types aside, with what each one says. */
function graph(start: URL): Map<string, string> {
  const found = new Map<string, string>();
  const open = [start];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file.href)) continue;
    const source = Deno.readTextFileSync(file).replace(/^\s*(\/\*\*|\*|\/\/).*$/gm, "");
    found.set(file.href, source);
    const imports = /^(?:import|export)(?! type\b)[^;"]*?from "([^"]+)"|^import "([^"]+)"/gm;
    for (const [, from, bare] of source.matchAll(imports)) {
      const name = from ?? bare!;
      if (name.startsWith(".")) open.push(new URL(name, file));
      else found.set(name, "");
    }
  }
  return found;
}

Deno.test("reader and checks of returns run in a browser: neither Deno nor a data frame", () => {
  const wrong: string[] = [];
  for (
    const name of [
      "delimited_table",
      "check_table",
      "layouts/tree_table",
      "layouts/grid_rows",
      "anomalies_of",
    ]
  ) {
    const modules = graph(new URL(`${name}.ts`, ROOT));
    for (const [module, source] of modules) {
      if (!module.startsWith("file:") || /\bDeno\.|\bprocess\./.test(source)) {
        wrong.push(`${name}: ${module.replace(/^.*\/lib\//, "")}`);
      }
    }
    if (modules.size < 5) wrong.push(`${name} imports ${modules.size} modules`);
  }
  assertEquals(wrong, []);
});
