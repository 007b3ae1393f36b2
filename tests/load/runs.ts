/**
 * Memory over many runs of one notebook in one process: `deno run -A tests/load/runs.ts [RUNS] [NOTEBOOK]`
 * (200 unless given; a small one that imports two rooms unless given). Prints the resident memory of
 * the process at runs 1, 50, 100 and so on: docs/speed.md has them.
 */
import { basename, resolve } from "node:path";
import { runNotebooks } from "../../lib/notebook/mod.ts";
import { notebookText, processesLeft, REPOSITORY } from "../notebook/project.ts";

const [runs = "200", given] = Deno.args;
const print = (line: string) => Deno.stdout.writeSync(new TextEncoder().encode(line + "\n"));
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);

const SMALL = [
  'import { md, table } from "tallybook/display";\nimport { tally } from "tallybook/election";',
  "md`# A small page`",
  'table([{ state: "WI", votes: 3 }], { caption: "Votes", source: "none", columns: ["state", "votes"] })',
  'console.log("x".repeat(10_000));',
];

const state = resolve(REPOSITORY, ".tallybook");
await Deno.mkdir(state, { recursive: true });
const folder = await Deno.makeTempDir({ dir: state, prefix: "runs-" });
try {
  let path = `${folder}/small.ipynb`;
  if (given === undefined) await Deno.writeTextFile(path, notebookText(SMALL));
  else await Deno.copyFile(given, path = `${folder}/${basename(given)}`);
  for (let run = 1; run <= Number(runs); run++) {
    const [{ failure } = { failure: "nothing ran" }] = await runNotebooks([path], {
      ...{ force: "asked for", check: false, out: null },
    });
    if (failure !== null) throw new Error(failure);
    if (run === 1 || run % 50 === 0) {
      const { rss, heapUsed, external } = Deno.memoryUsage();
      print(
        `run ${run}: ${megabytes(rss)} MiB resident, ${megabytes(heapUsed)} in the heap, ${
          megabytes(external)
        } outside of it`,
      );
    }
  }
} finally {
  await Deno.remove(folder, { recursive: true });
}
print(`${(await processesLeft(folder)).length} processes left`);
