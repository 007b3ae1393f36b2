// deno-lint-ignore-file no-console -- a command prints
/**
 * Runs every notebook over its parameters and lists what cannot be right on a page.
 *
 *   deno task sweep [NUMBER ...] [--small] [--seed N] [--pairs N] [--json FILE]
 *
 * @module
 */
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { findNotebooks } from "../../lib/notebook/mod.ts";
import { KeptPages } from "./kept_pages.ts";
import type { Fault } from "./page_faults.ts";
import { PARAMETER_VALUES } from "./parameter_values.ts";
import { askedNumbers, few, type Given, planRuns } from "./plan.ts";

/** Runs of a notebook in the small sweep. */
const SMALL = 3;

interface Finding extends Fault {
  readonly notebook: string;
  readonly given: Given;
}

/** What cannot be right on a page, or why there is none. */
type FaultsOf = (given: Given) => Promise<readonly Fault[]>;

/** The same of a notebook: of a run now, or of a test's run that had all that this one would rest on. */
function faultsAt(pages: KeptPages, path: string): FaultsOf {
  return async (given) => {
    try {
      return (await pages.page(path, given)).faults;
    } catch (error) {
      const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      return [{ cell: -1, kind: "stopped", words }];
    }
  };
}

/** A run that has to be refused, by a sentence that says the words. */
async function refusalFaults(faultsOf: FaultsOf, given: Given, says: string): Promise<Fault[]> {
  const [fault] = (await faultsOf(given)).filter(({ kind }) => kind === "stopped");
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
// A sweep of hundreds of runs would keep what no test asks for.
const pages = new KeptPages(Deno.cwd(), folder, { keep: false });
const findings: Finding[] = [];
let runs = 0;
for (const path of paths) {
  const number = /(\d\d)_/.exec(path)?.[1] ?? "";
  const values = PARAMETER_VALUES[number];
  if (values === undefined || !asked.includes(number)) continue;
  const name = basename(path, ".ipynb");
  const faultsOf = faultsAt(pages, path);
  const planned = planRuns(values, Object.keys(await pages.parameters(path)), { pairs, seed });
  const chosen = options.small ? few(planned, SMALL) : planned;
  const started = performance.now();
  for (const given of chosen) {
    runs++;
    for (const fault of await faultsOf(given)) {
      findings.push({ notebook: name, given, ...fault });
    }
  }
  for (const { given, says } of options.small ? [] : values.refused ?? []) {
    runs++;
    for (const fault of await refusalFaults(faultsOf, given, says)) {
      findings.push({ notebook: name, given, ...fault });
    }
  }
  const mine = findings.filter((finding) => finding.notebook === name);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${name}: ${chosen.length} runs, ${mine.length} findings, ${seconds} s`);
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
