/**
 * The runner beside nbclient, the client that Jupyter's own tools use: a notebook of 50 cells with next to
 * nothing in them, from the start of the kernel to the last output, in one run. nbclient is left out where
 * the Python of `TALLYBOOK_PYTHON` (python3 unless set) does not have it.
 *
 * What is counted besides time: nbclient trusts the kernel's "idle" message, which Deno's kernel sends before
 * the last outputs, and so loses some; a line says how many.
 */
import { delimiter } from "node:path";
import { executeNotebook } from "../../lib/notebook/mod.ts";
import { writeKernelspec } from "../../lib/notebook/kernelspec.ts";
import { startPeer } from "../stats/peer.ts";

const CELLS = 50;

const folder = await Deno.makeTempDir({ prefix: "tallybook-bench-" });
globalThis.addEventListener("unload", () => Deno.removeSync(folder, { recursive: true }));
await Deno.writeTextFile(`${folder}/deno.json`, "{}");
const path = `${folder}/fifty.ipynb`;
await Deno.writeTextFile(
  path,
  JSON.stringify({
    cells: Array.from({ length: CELLS }, () => ({
      cell_type: "code",
      execution_count: null,
      metadata: {},
      outputs: [],
      source: ["1"],
    })),
    metadata: {},
    nbformat: 4,
    nbformat_minor: 4,
  }),
);

const others = Deno.env.get("JUPYTER_PATH");
const specs = await writeKernelspec(folder);
Deno.env.set("JUPYTER_PATH", others ? specs + delimiter + others : specs);
const python = await startPeer(
  Deno.env.get("TALLYBOOK_PYTHON") ?? "python3",
  [new URL("nbclient_peer.py", import.meta.url).pathname],
  "deno",
);
const withPython = python && await python.run("python3").then(() => true, () => false);

const group = `notebook of ${CELLS} cells`;
const few = { n: 5, warmup: 1 };
/** Milliseconds from the start of one cell to the start of the next. */
const steps: number[] = [];
let lost = 0;
let runs = 0;

Deno.bench("tallybook, Deno's kernel", { group, baseline: true, ...few }, async () => {
  const starts: number[] = [];
  const { failure, notebook } = await executeNotebook(path, {
    out: null,
    onCell: () => starts.push(performance.now()),
  });
  steps.push(...starts.slice(1).map((start, i) => start - (starts[i] ?? 0)));
  if (failure || notebook.cells.some((cell) => cell.outputs?.length !== 1)) {
    throw new Error("The runner lost an output");
  }
});

Deno.bench("nbclient, Deno's kernel", { group, ignore: !python, ...few }, async () => {
  lost += await python!.run("deno");
  runs++;
});

Deno.bench("nbclient, Python's kernel", { group, ignore: !withPython, ...few }, async () => {
  await python!.run("python3");
});

globalThis.addEventListener("unload", () => {
  const median = steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? NaN;
  const report = [
    `a cell with nothing in it takes the runner ${median.toFixed(1)} ms (median)`,
    ...(runs > 0 ? [`nbclient on Deno's kernel lost ${lost} of ${runs * CELLS} outputs`] : []),
  ];
  // deno-lint-ignore no-console -- a benchmark's results
  console.log(report.join("\n"));
});
