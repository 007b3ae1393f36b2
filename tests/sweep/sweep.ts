// deno-lint-ignore-file no-console -- a command prints
/**
 * Runs every notebook over its parameters and lists what cannot be right on a page.
 *
 *   deno task sweep [NUMBER ...] [--small] [--seed N] [--pairs N] [--json FILE]
 *
 * @module
 */
import { parseArgs } from "node:util";
import { findNotebooks } from "../../lib/notebook/mod.ts";
import { loadNotebook, type RunnableNotebook } from "./notebook_module.ts";
import { pageOf } from "./page.ts";
import { type Fault, pageFaults } from "./page_faults.ts";
import { PARAMETER_VALUES } from "./parameter_values.ts";
import { askedNumbers, few, type Given, planRuns } from "./plan.ts";

/** Runs of a notebook in the small sweep. */
const SMALL = 3;

interface Finding extends Fault {
  readonly notebook: string;
  readonly given: Given;
}

/** What a run says on the console, which no page should. */
function listening<T>(task: () => T): { value: T; said: string[] } {
  const said: string[] = [];
  const before = { warn: console.warn, error: console.error, log: console.log };
  const listen = (...words: unknown[]) => void said.push(words.map(String).join(" "));
  Object.assign(console, { warn: listen, error: listen, log: listen });
  try {
    return { value: task(), said };
  } finally {
    Object.assign(console, before);
  }
}

function faultsOf(notebook: RunnableNotebook, given: Given): Fault[] {
  try {
    const { value, said } = listening(() => notebook.run(given));
    const warnings = said.map((words) => ({ cell: -1, kind: "warning", words }));
    return [...warnings, ...pageFaults(pageOf(value))];
  } catch (error) {
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return [{ cell: -1, kind: "stopped", words }];
  }
}

/** A run that has to be refused, by a sentence that says the words. */
function refusalFaults(notebook: RunnableNotebook, given: Given, says: string): Fault[] {
  const [fault] = faultsOf(notebook, given).filter(({ kind }) => kind === "stopped");
  if (fault === undefined) return [{ cell: -1, kind: "not refused", words: says }];
  const refused = fault.words.startsWith("RangeError: ") && fault.words.includes(says);
  return refused ? [] : [{ ...fault, kind: "refused without reason" }];
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    small: { type: "boolean", default: false },
    seed: { type: "string", default: "20161108" },
    pairs: { type: "string", default: "10" },
    json: { type: "string" },
  },
});
const seed = Number(options.seed);
const pairs = Number(options.pairs);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(pairs) || pairs < 0) {
  console.error("Cannot sweep: --seed and --pairs take whole numbers");
  Deno.exit(2);
}

let asked: string[];
try {
  asked = askedNumbers(positionals, Object.keys(PARAMETER_VALUES).sort());
} catch (error) {
  console.error((error as Error).message);
  Deno.exit(2);
}

const folder = await Deno.makeTempDir({ prefix: "sweep" });
const paths = await findNotebooks("notebooks");
const findings: Finding[] = [];
let runs = 0;
for (const path of paths) {
  const number = /(\d\d)_/.exec(path)?.[1] ?? "";
  const values = PARAMETER_VALUES[number];
  if (values === undefined || !asked.includes(number)) continue;
  const notebook = await loadNotebook(path, folder);
  const planned = planRuns(values, Object.keys(notebook.parameters), { pairs, seed });
  const chosen = options.small ? few(planned, SMALL) : planned;
  const started = performance.now();
  for (const given of chosen) {
    runs++;
    for (const fault of faultsOf(notebook, given)) {
      findings.push({ notebook: notebook.name, given, ...fault });
    }
  }
  for (const { given, says } of options.small ? [] : values.refused ?? []) {
    runs++;
    for (const fault of refusalFaults(notebook, given, says)) {
      findings.push({ notebook: notebook.name, given, ...fault });
    }
  }
  const mine = findings.filter((finding) => finding.notebook === notebook.name);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${notebook.name}: ${chosen.length} runs, ${mine.length} findings, ${seconds} s`);
}
await Deno.remove(folder, { recursive: true });

// The same words of many runs are one line, with the first run that shows them.
const lines = Map.groupBy(
  findings,
  ({ notebook, cell, kind, words }) =>
    `${notebook} [${cell}] ${kind}: ${words.replaceAll(/\d[\d,.]*/g, "#")}`,
);
for (const same of lines.values()) {
  const { notebook, cell, kind, words, given } = same[0]!;
  const where = cell < 0 ? "" : ` cell ${cell}`;
  console.log(`${notebook}${where} (${same.length}x, ${JSON.stringify(given)}) ${kind}: ${words}`);
}
const kinds = Map.groupBy(findings, ({ kind }) => kind);
console.log(
  `${runs} runs, seed ${seed}: ${findings.length} findings${
    findings.length === 0
      ? ""
      : `: ${[...kinds].map(([kind, same]) => `${kind} ${same.length}`).join(", ")}`
  }`,
);
if (options.json !== undefined) {
  await Deno.writeTextFile(options.json, JSON.stringify({ runs, seed, findings }, null, 1));
}
if (findings.length > 0) Deno.exitCode = 1;
