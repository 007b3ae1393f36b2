import { assertEquals } from "@std/assert";
// Rules on names and errors stand in files of their own.
import "./house/names_rule.ts";
import "./house/refusals_rule.ts";

/** Which room may import which; a room may always import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  check: [],
  files: ["check"],
  stats: ["check"],
  display: ["check"],
  election: ["check", "stats"],
  data: ["check", "display", "election", "files", "stats"],
  chart: ["check", "display", "election", "files", "stats"],
  claims: ["check", "data", "display", "election", "stats"],
  notebook: ["check", "files"],
  package: ["check", "files"],
  scaffold: ["check", "files", "notebook"],
  report: ["chart", "check", "claims", "data", "display", "election", "files", "notebook", "stats"],
};

/** What a notebook may import of ours. */
const NOTEBOOKS_MAY_IMPORT = ["chart", "claims", "data", "display", "election", "stats"];

/** These run in a browser too, so they touch neither Deno, Node nor the process. */
const PURE = ["check", "display", "election", "stats"];

const ROOT = new URL("../", import.meta.url);

/** The specifiers of a module's static and dynamic imports and re-exports. */
function specifiers(source: string): string[] {
  const code = source.replace(/^\s*\*.*$/gm, "").replace(/^\s*\/\/.*$/gm, "");
  const patterns = [
    /^\s*(?:import|export)\b[^;"'`]*?from\s*["']([^"']+)["']/gm,
    /\bimport\(\s*["']([^"']+)["']/g,
    /^\s*import\s*["']([^"']+)["']/gm,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1]!));
}

/** The room that a specifier leads to from a file of lib, or null for what is not ours. */
function roomOf(specifier: string, file: URL): string | null {
  const own = /^tallybook\/(\w+)/.exec(specifier);
  if (own) return own[1]!;
  if (!specifier.startsWith(".")) return null;
  const path = new URL(specifier, file).pathname.slice(ROOT.pathname.length);
  return /^lib\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function* sources(folder: URL): Generator<URL> {
  for (const entry of Deno.readDirSync(folder)) {
    const url = new URL(entry.isDirectory ? `${entry.name}/` : entry.name, folder);
    if (entry.isDirectory) yield* sources(url);
    else if (/\.tsx?$/.test(entry.name)) yield url;
  }
}

const relative = (url: URL) => url.pathname.slice(ROOT.pathname.length);

/** Every import that the rules do not allow, as "file imports room". */
function violations(room: string, file: URL, source: string): string[] {
  const allowed = MAY_IMPORT[room];
  if (!allowed) return [`${relative(file)} is in a room without rules`];
  return specifiers(source)
    .map((specifier) => roomOf(specifier, file))
    .filter((to) => to !== null && to !== room && !allowed.includes(to))
    .map((to) => `${relative(file)} imports ${to}`);
}

Deno.test("rooms import only the rooms they may", () => {
  const found: string[] = [];
  for (const entry of Deno.readDirSync(new URL("lib/", ROOT))) {
    if (!entry.isDirectory) continue;
    for (const file of sources(new URL(`lib/${entry.name}/`, ROOT))) {
      found.push(...violations(entry.name, file, Deno.readTextFileSync(file)));
    }
  }
  assertEquals(found, []);
});

Deno.test("the rule on imports sees static, dynamic and re-exporting imports", () => {
  const file = new URL("lib/data/x.ts", ROOT);
  const source = [
    'import { a } from "../chart/mod.ts";',
    "import {\n  b,\n} from 'tallybook/notebook';",
    'export * from "../report/mod.ts";',
    'const c = await import("tallybook/chart");',
    'import "../election/mod.ts";',
    '// import { d } from "../chart/mod.ts";',
  ].join("\n");
  assertEquals(violations("data", file, source).sort(), [
    "lib/data/x.ts imports chart",
    "lib/data/x.ts imports chart",
    "lib/data/x.ts imports notebook",
    "lib/data/x.ts imports report",
  ]);
});

Deno.test("check, display, stats and election run in a browser: no Deno, no Node, no files", () => {
  const found: string[] = [];
  for (const room of PURE) {
    for (const file of sources(new URL(`lib/${room}/`, ROOT))) {
      const code = Deno.readTextFileSync(file).replace(/^\s*(\*|\/\/|\/\*).*$/gm, "");
      if (/\bDeno\.|["']node:|\bprocess\./.test(code)) found.push(relative(file));
    }
  }
  assertEquals(found, []);
});

Deno.test("a notebook imports only the rooms that are made for it", () => {
  const found: string[] = [];
  for (const entry of Deno.readDirSync(new URL("notebooks/", ROOT))) {
    if (!entry.name.endsWith(".ipynb")) continue;
    const file = new URL(`notebooks/${entry.name}`, ROOT);
    const notebook: { cells: { cell_type: string; source: string | string[] }[] } = JSON.parse(
      Deno.readTextFileSync(file),
    );
    for (const cell of notebook.cells.filter((cell) => cell.cell_type === "code")) {
      for (const specifier of specifiers([cell.source].flat().join(""))) {
        const room = roomOf(specifier, file);
        if (room === null ? specifier.startsWith(".") : !NOTEBOOKS_MAY_IMPORT.includes(room)) {
          found.push(`${entry.name} imports ${specifier}`);
        }
      }
    }
  }
  assertEquals(found, []);
});
