import { basename, join, relative, resolve } from "node:path";
import type { Hashes } from "../files/hash.ts";
import { findNotebooks, interruptible } from "../notebook/mod.ts";
import { executedNotebooks } from "./executed_notebooks.ts";
import { pageCollisions } from "./page_names.ts";
import { readVersions } from "./project_facts.ts";
import { command, misuse, parseCommand, print, printError } from "../files/command_line.ts";
import { ownRoot } from "../files/project_root.ts";
import { groundInputs, groundOf, keepStamp, reasonToRender, reportInputs } from "./report_stamp.ts";
import { writeReport } from "./write_report.ts";

const USAGE = `Usage: deno task report [--out DIR] [--force | --stored] [--address URL] [--quiet]

Runs the notebooks that changed and renders DIR/index.html with a page a notebook and every
figure's files. DIR is report/ unless given; what it held is replaced. Where nothing changed,
nothing is rendered.

  --out DIR   Write the report there
  --force     Run every notebook and render every page, changed or not
  --stored    Take the outputs stored in the notebooks, without running them
  --address A Say where the report will stand on the web: links for citations, previews and frames
  --quiet     Print only what went wrong
`;

/**
 * The task "report": runs the notebooks, renders the report, says where to look
 * and how long it took.
 *
 * @returns The exit code: 1 when a notebook failed or the report lacks a part, 2 when the arguments are wrong.
 */
export async function reportCommand(args: string[]): Promise<number> {
  return await command(args, USAGE, async () => {
    const { values } = parseCommand(args, {
      out: { type: "string" },
      stored: { type: "boolean", default: false },
      force: { type: "boolean", default: false },
      quiet: { type: "boolean", short: "q", default: false },
      address: { type: "string" },
    });
    const { address } = values;
    if (address !== undefined && !/^https?:\/\/[^\s"<>?#]+$/.test(address)) {
      throw misuse("--address", address, "an address such as https://example.org/counts/");
    }
    return await makeReportTask(values);
  });
}

interface Options {
  readonly out?: string;
  readonly stored: boolean;
  readonly force: boolean;
  readonly quiet: boolean;
  readonly address?: string;
}

/**
 * What pages are rendered with, loaded only when some have to be: most of the report's modules are for that.
 *
 * @param hashed The hashes of those modules among others: what changes afterwards is seen the next time.
 */
async function loadRenderer(root: string, hashed: Promise<Hashes>) {
  const inputs = await hashed;
  const { expectPages, makeReport } = await import("./make_report.ts");
  return { makeReport, pool: expectPages(), ground: await groundOf(root, inputs) };
}

async function makeReportTask(options: Options): Promise<number> {
  const say = options.quiet ? () => {} : print;
  const start = performance.now();
  const root = ownRoot();
  const folder = resolve(options.out ?? join(root, "report"));
  const seconds = () => ((performance.now() - start) / 1000).toFixed(1);
  const index = relative(Deno.cwd(), join(folder, "index.html"));
  let loading: ReturnType<typeof loadRenderer> | undefined;
  return await interruptible(async () => {
    const versions = await readVersions(root);
    const paths = await findNotebooks(join(root, "notebooks"));
    const collisions = pageCollisions(paths.map((path) => basename(path, ".ipynb")));
    for (const line of collisions) printError(line);
    if (collisions.length > 0) return 1;
    const hashed = groundInputs(root, versions);
    const renderer = () => loading ??= loadRenderer(root, hashed);
    // What runs is rendered afterwards, and a fault in the modules is told then.
    const onLastCell = () => void renderer().catch(() => {});
    const entries = await executedNotebooks(paths, versions, { ...options, onLastCell });
    const address = options.address?.replace(/\/*$/, "/");
    const inputs = {
      ...reportInputs(await hashed, entries),
      ...(address === undefined ? {} : { "the address": address }),
    };
    const pages = `${entries.length} page${entries.length === 1 ? "" : "s"}`;
    const failures = entries.flatMap(({ context }) => context.failure ?? []);
    const reason = options.force
      ? "asked for"
      : failures[0] ?? await reasonToRender(root, folder, inputs);
    if (reason === null) {
      say(`${pages} unchanged in ${seconds()} s. Open ${index}`);
      return 0;
    }
    if (failures.length === 0) say(`Rendering the pages: ${reason}`);
    const lacks: string[] = [];
    const { makeReport, pool, ground } = await renderer();
    const report = await makeReport(
      root,
      entries,
      versions,
      (lack) => lacks.push(lack),
      {
        folder,
        pool,
        ...(address === undefined ? {} : { address }),
        ...(options.force ? {} : { known: ground }),
      },
    );
    await writeReport(folder, report.files);
    // A page that says what went wrong must not stay when that is over.
    if (failures.length + lacks.length === 0) {
      await keepStamp(root, folder, inputs, report.files);
    }
    for (const line of [...lacks, ...failures]) printError(line);
    say(`${pages} in ${seconds()} s. Open ${index}`);
    return failures.length + lacks.length === 0 ? 0 : 1;
  }).finally(async () => (await loading?.catch(() => null))?.pool.close());
}
