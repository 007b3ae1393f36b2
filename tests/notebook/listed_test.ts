/** What a run says of accesses that were refused, and of reads that nobody can list. */
import { assertEquals, assertMatch } from "@std/assert";
import { executeNotebook } from "../../lib/notebook/mod.ts";
import { type TestProject, testProject } from "./project.ts";

const POLARS = 'import pl from "npm:nodejs-polars@0.25.2";';

// A project without a lock asks what of a package there is for other systems; a kernel cannot ask.
await new Deno.Command(Deno.execPath(), {
  args: [
    "cache",
    "--no-config",
    "--no-lock",
    "npm:nodejs-polars@0.25.2",
    "npm:@resvg/resvg-js@2.6.2",
  ],
  stdout: "null",
  stderr: "null",
}).output();

/** Runs cells, each of which may fail, in a project that has two tables. */
async function seen(
  cells: readonly string[],
  allow: readonly string[] = [],
  project?: TestProject,
) {
  await using own = project ?? await testProject({ lock: false });
  await own.write("a.csv", "x\n1\n");
  await own.write("folder/b.csv", "x\n2\n");
  const path = await own.notebook(
    "a.ipynb",
    cells.map((code) => ({ code, tags: ["raises-exception"] })),
  );
  const { failure, reads, notebook } = await executeNotebook(path, { out: null, allow });
  assertEquals(failure, null);
  const text = JSON.stringify(notebook.cells.map(({ outputs }) => outputs));
  return { ...reads, project: Object.keys(reads.project), text };
}

Deno.test("every kind of refused access is told, whoever refused it, and each once", async () => {
  const { denied, refused } = await seen([
    'for (let i = 0; i < 3; i++) await fetch("http://127.0.0.1:4444/").catch(() => {});',
    'await Deno.writeTextFile("made.txt", "x").catch(() => {});',
    'try { new Deno.Command("ls").outputSync(); } catch { /* refused */ }',
    'try { Deno.dlopen("libx.so", {}); } catch { /* refused */ }',
    'const { Session } = await import("node:inspector");\ntry { new Session().connect(); } catch { /* refused */ }',
    `${POLARS}\ntry { pl.scanParquet("s3://bucket/votes.parquet"); } catch { /* refused */ }`,
    'await import("https://example.invalid/module.js").catch(() => {});',
    'try { Deno.readTextFileSync("/etc/hostname"); } catch { /* refused */ }',
  ]);
  assertEquals(denied, [
    "access to the inspector of its own kernel",
    'ffi access to "libx.so"',
    'import access to "example.invalid:443"',
    'net access to "127.0.0.1:4444"',
    'net access to "s3://bucket/votes.parquet"',
    'run access to "ls"',
    'write access to "made.txt"',
  ]);
  assertEquals(refused, ["/etc/hostname"]);
});

Deno.test("refusals without end are kept as many as a page can hold", async () => {
  const { denied } = await seen([
    'for (let i = 0; i < 300; i++) { try { Deno.dlopen("lib" + i, {}); } catch { /* refused */ } }',
  ]);
  assertEquals(denied.length, 100);
});

Deno.test("a table that the data frame library reads is listed, and native code is not named", async () => {
  const { project, unlisted } = await seen([
    `${POLARS}\nconsole.log(pl.readCSV("a.csv").height, (await pl.scanCSV("folder/b.csv").collect()).height);`,
  ]);
  assertEquals([project, unlisted], [["a.csv", "folder/b.csv"], []]);
});

Deno.test("a table is listed though a cell replaced what its watch is made of", async () => {
  const { project, unlisted, text } = await seen([
    `RegExp.prototype.test = () => false;
Object.getOwnPropertyNames = () => [];
Object.hasOwn = () => false;
Reflect.apply = () => 0;`,
    `const it = await import("npm:nodejs-polars@0.25.2");\nconsole.log(it.default.readCSV("a.csv").height);`,
  ]);
  assertEquals([project, unlisted], [["a.csv"], []], text);
});

Deno.test("a file that Node's require reads is listed, or refused, as any other", async () => {
  const project = await testProject({ lock: false });
  await project.write("table.json", '{"votes": 1}');
  await project.write("votes.txt", "2016");
  const make =
    'const { createRequire } = await import("node:module");\nconst require = createRequire(Deno.cwd() + "/a.js");';
  const { project: listed, refused, text } = await seen(
    [
      `${make}\nconsole.log(require("./table.json").votes);`,
      'require.extensions[".txt"] = require.extensions[".js"];\nrequire("./votes.txt");',
      'require("/proc/1/environ.json");',
      'require("../../etc/hostname");',
    ],
    [],
    project,
  );
  assertEquals(listed, ["table.json", "votes.txt"], text);
  assertEquals(refused.filter((path) => !path.includes("hostname")), [], text);
});

/** Ways to read a.csv or what lies in folder/ that no list of files can name. */
const UNLISTED: ReadonlyArray<readonly [name: string, cell: string]> = [
  [
    "a query in SQL",
    "console.log((await new pl.SQLContext({}).execute(\"SELECT * FROM read_csv('a.csv')\").collect()).height);",
  ],
  [
    "a plan from elsewhere",
    'const plan = pl.scanCSV("a.csv").serialize("json");\nconsole.log((await (pl as any).LazyDataFrame.deserialize(plan, "json").collect()).height);',
  ],
  [
    "a plan by its class's own function",
    'const frame = pl.scanCSV("a.csv") as any;\nconst made = frame._ldf.constructor.deserialize(frame.serialize("json"), "json");\nconsole.log(await made.collect());',
  ],
  ["a pattern", 'console.log((await pl.scanCSV("folder/*.csv").collect()).height);'],
  [
    "the runtime's own loader",
    'const core = (Deno as any)[(Deno as any).internal].core;\nconst { createRequire } = await import("node:module");\nconst found = Object.keys(createRequire(Deno.cwd() + "/a.js").cache).find((it) => it.endsWith(".node"))!;\ntry { const none = () => {};\nconsole.log(typeof core.ops.op_napi_open(found, globalThis, Buffer.from, none, none, none, none, none).scanParquet); } catch (error) { console.log(String(error)); }',
  ],
];

for (const [name, cell] of UNLISTED) {
  Deno.test(`${name} makes a run say that native code ran`, async () => {
    const { unlisted, text } = await seen([POLARS, cell]);
    assertEquals(unlisted, ["native code"], text);
  });
}

const RESVG = 'import { Resvg } from "npm:@resvg/resvg-js@2.6.2";';
const draw = (svg: string, options: string) =>
  `console.log(new Resvg(${
    JSON.stringify(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${svg}</svg>`)
  }, ${options}).render().width);`;

Deno.test("the drawing program is asked for its fonts, and named where a drawing or the system has others", async () => {
  const own = "{ font: { fontFiles: ['a.csv'], loadSystemFonts: false } }";
  const { unlisted, project, text } = await seen([
    RESVG,
    draw('<image href="data:image/png;base64,AA=="/>', own),
  ]);
  assertMatch(text, /9\\n/);
  assertEquals([unlisted, project], [[], ["a.csv"]], text);
  for (
    const [svg, options] of [
      ['<image href="/etc/picture.png"/>', own],
      ["<image xmlns:x='http://www.w3.org/1999/xlink' x:href = '/etc/picture.png'/>", own],
      ['<image href="&at;"/>', own],
      ["", "{}"],
      ["", "undefined"],
      ["", "{ font: { fontDirs: ['.'], loadSystemFonts: false } }"],
    ] as const
  ) {
    const run = await seen([RESVG, draw(svg, options)]);
    assertEquals(run.unlisted, ["native code"], `${svg} ${options}: ${run.text}`);
  }
});

Deno.test("native code in a worker and programs are named", async () => {
  const project = await testProject({ lock: false });
  await project.write(
    "worker.mjs",
    `import process from "node:process";
const module = { exports: {} };
// The registry's name is the one folder of packages.
const npm = Deno.env.get("DENO_DIR") + "/npm/";
const [registry] = [...Deno.readDirSync(npm)].filter((entry) => entry.isDirectory);
const folder = npm + registry.name + "/";
for (const { name } of Deno.readDirSync(folder)) {
  if (!name.startsWith("nodejs-polars-")) continue;
  const file = name.slice("nodejs-polars-".length);
  try {
    process.dlopen(module, folder + name + "/0.25.2/nodejs-polars." + file + ".node");
  } catch { /* another system's */ }
}
postMessage(typeof module.exports.scanParquet);
`,
  );
  const worker =
    'const worker = new Worker("file://" + Deno.cwd() + "/worker.mjs", { type: "module" });\nconsole.log(await new Promise((ok) => { worker.onmessage = (it) => ok(it.data); worker.onerror = (it) => { it.preventDefault(); ok(it.message); }; }));\nworker.terminate();';
  const { unlisted, project: listed, text } = await seen([POLARS, worker], [], project);
  assertEquals([unlisted, listed], [["native code"], []], text);
  assertMatch(text, /function/);
  const program = await seen(['new Deno.Command("true").outputSync().code'], ["run"]);
  assertEquals(program.unlisted, ["programs"], program.text);
});
