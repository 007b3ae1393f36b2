/**
 * The runner and the report under load:
 * `deno run -A --v8-flags=--expose-gc tests/load/load.ts [CELLS] [NOTEBOOKS]` (10,000 and 500 unless
 * given). Prints the rows of docs/reliability.md; the exit code is 1 where an
 * output is not in its place or anything is left.
 */
import { join } from "node:path";
import { documentOf } from "../../lib/report/notebook_document.ts";
import { RenderPool } from "../../lib/report/render_pool.ts";
import { renderReport } from "../../lib/report/render_report.ts";
import { compareOutputs } from "../../lib/notebook/compare_outputs.ts";
import { changesSinceRun } from "../../lib/notebook/manifest.ts";
import { executeNotebook, type Notebook, runNotebooks } from "../../lib/notebook/mod.ts";
import { processesLeft, testProject } from "../notebook/project.ts";

const [cells = 10_000, notebooks = 500] = Deno.args.map(Number);
const faults: string[] = [];
const megabytes = () => Math.round(Deno.memoryUsage().rss / 2 ** 20);
/** What is held, without what only waits to be collected, where V8's flag lets it be collected. */
const held = () => {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, external } = Deno.memoryUsage();
  return ((heapUsed + external) / 2 ** 20).toFixed(1);
};
const print = (line: string) => Deno.stdout.writeSync(new TextEncoder().encode(line + "\n"));

/** Folders of runs that lie in the system's temporary folder. */
const folders = () =>
  [...Deno.readDirSync(Deno.env.get("TMPDIR") ?? "/tmp")].map(({ name }) => name)
    .filter((name) => name.startsWith(`tallybook-run-${Deno.pid}-`));

async function nothingLeft(root: string): Promise<void> {
  for (const name of folders()) faults.push(`${name} is left`);
  for (const pid of await processesLeft(root)) faults.push(`process ${pid} is left`);
}

/** What the n-th cell prints. */
const printed = (n: number) => `cell ${n}: ${"x".repeat(1 + n % 80)}\n`;
const source = (n: number) => `console.log(${JSON.stringify(printed(n).trimEnd())});`;

async function manyCells(): Promise<void> {
  await using project = await testProject();
  const path = await project.notebook(
    "a.ipynb",
    Array.from({ length: cells }, (_, i) => source(i)),
  );
  const memory: string[] = [];
  const start = performance.now();
  const { failure, notebook } = await executeNotebook(path, {
    onCell: (cell) => cell % Math.ceil(cells / 10) === 0 && memory.push(held()),
  });
  const seconds = (performance.now() - start) / 1000;
  if (failure !== null) faults.push(failure.message);
  notebook.cells.forEach(({ outputs }, i) => {
    const [output, ...more] = outputs ?? [];
    const text = [output?.["text"] ?? []].flat().join("");
    if (text !== printed(i) || more.length > 0) faults.push(`cell ${i} has other outputs`);
  });
  await nothingLeft(project.root);
  print(
    `${cells} cells in one run: ${seconds.toFixed(0)} s, ${
      (1000 * seconds / cells).toFixed(1)
    } ms a cell; MB held by the runner at each tenth: ${
      memory.join(" ")
    }; ${megabytes()} MB in all`,
  );
  verifying(notebook);
}

/** What verify takes to look for changes beside outputs: the same notebook, and changed ones. */
function verifying(notebook: Notebook): void {
  const changed = (change: (cells: Notebook["cells"]) => Notebook["cells"]) =>
    ({ ...notebook, cells: change(notebook.cells) }) as Notebook;
  const other = (cell: Notebook["cells"][number], i: number) =>
    ({ ...cell, source: `${i}` }) as Notebook["cells"][number];
  const looks: ReadonlyArray<readonly [string, Notebook]> = [
    ["the same", notebook],
    [
      "both ends changed",
      changed((all) => all.map((it, i) => i % (cells - 1) ? it : other(it, i))),
    ],
    ["the first moved to the end", changed(([first, ...rest]) => [...rest, first!])],
    ["the other way round", changed((all) => all.toReversed())],
    ["every cell another", changed((all) => all.map(other))],
    ["every cell the same", changed((all) => all.map(() => all[0]!))],
  ];
  const told = looks.map(([name, stored]) => {
    const before = performance.now();
    const places = changesSinceRun(stored).length;
    compareOutputs(stored, notebook);
    if ((places === 0) !== (stored === notebook)) faults.push(`verify finds nothing: ${name}`);
    return `${name} ${Math.round(performance.now() - before)}`;
  });
  print(`verify of ${cells} cells, ms: ${told.join(", ")}; ${held()} MB held`);
}

async function manyNotebooks(): Promise<void> {
  await using project = await testProject();
  const paths: string[] = [];
  for (let i = 0; i < notebooks; i++) {
    const name = `n${String(i).padStart(3, "0")}.ipynb`;
    // One in a hundred fails, which keeps none of the others.
    const code = i % 100 === 99 ? "throw new Error('on purpose');" : source(i);
    paths.push(await project.notebook(name, [code]));
  }
  const memory: number[] = [];
  let ended = 0;
  const start = performance.now();
  const quiet = () => {};
  const runs = await runNotebooks(paths, {
    check: false,
    progress: {
      note: quiet,
      start: quiet,
      cell: quiet,
      close: quiet,
      end: () => ++ended % Math.ceil(notebooks / 10) === 0 && memory.push(megabytes()),
    },
  });
  const ran = (performance.now() - start) / 1000;
  runs.forEach(({ status, notebook }, i) => {
    const expected = i % 100 === 99 ? "failed" : "ok";
    const text = [notebook?.cells[0]?.outputs?.[0]?.["text"] ?? []].flat().join("");
    if (status !== expected || expected === "ok" && text !== printed(i)) {
      faults.push(`notebook ${i} is ${status}, or has other outputs`);
    }
  });
  await nothingLeft(project.root);
  print(
    `${notebooks} notebooks in one run: ${ran.toFixed(0)} s; MB of the runner at each tenth: ${
      memory.join(" ")
    }`,
  );

  const pool = new RenderPool();
  const before = performance.now();
  const { pages } = await renderReport(
    runs.map(({ name, notebook, failure }) => ({
      notebook: documentOf(notebook ?? { cells: [] }),
      context: {
        name: name.replace(/\.ipynb$/, ""),
        versions: { deno: Deno.version.deno, library: "", lock: "" },
        ...(failure === null ? {} : { failure }),
      },
    })),
    {},
    (entry) => pool.render({ root: project.root, ...entry }),
  );
  pool.close();
  pages.forEach(({ html, failure }, i) => {
    if (!html.includes(i % 100 === 99 ? "on purpose" : printed(i).trim())) {
      faults.push(`page ${i} is not whole`);
    }
    if ((failure !== null) !== (i % 100 === 99)) faults.push(`page ${i} tells another failure`);
  });
  await nothingLeft(join(project.root, "none"));
  print(
    `${notebooks} pages: ${((performance.now() - before) / 1000).toFixed(0)} s; ${megabytes()} MB`,
  );
}

await manyCells();
if (notebooks > 0) await manyNotebooks();
for (const fault of faults.slice(0, 20)) print(`FAULT: ${fault}`);
print(faults.length === 0 ? "Nothing lost, nothing left" : `${faults.length} faults`);
Deno.exit(faults.length === 0 ? 0 : 1);
