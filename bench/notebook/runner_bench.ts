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
let lost = 0;
let runs = 0;

Deno.bench("tallybook, Deno's kernel", { group, baseline: true, ...few }, async () => {
  const { failure, notebook } = await executeNotebook(path, { out: null });
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
  // deno-lint-ignore no-console -- a benchmark's result
  if (runs > 0) console.log(`nbclient on Deno's kernel lost ${lost} of ${runs * CELLS} outputs`);
});
