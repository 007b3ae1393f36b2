import type { ClaimSummary } from "../claims/mod.ts";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { findNotebooks, interruptible } from "../notebook/mod.ts";
import { executedNotebooks } from "./executed_notebooks.ts";
import { figureConversions } from "./figure_conversions.ts";
import { type PanelFiles, panelFiles } from "./panels/panel_files.ts";
import { panelHref } from "./panels/panel_list.ts";
import { projectRoot } from "./project_root.ts";
import { readTables, readVersions } from "./project_facts.ts";
import { renderReport } from "./render_report.ts";
import { writeReport } from "./write_report.ts";

const USAGE = `Usage: deno task report [--out DIR] [--force | --stored] [--quiet]

Runs the notebooks that changed and renders DIR/index.html with a page a notebook and every
figure's files. DIR is report/ unless given; what it held is replaced.

  --out DIR   Write the report there
  --force     Run every notebook, changed or not
  --stored    Take the outputs stored in the notebooks, without running them
  --quiet     Print only what went wrong
`;

/** The claims are computed from the tables: loading what that takes is left until it is needed. */
async function readClaims(): Promise<readonly ClaimSummary[]> {
  return (await import("../claims/mod.ts")).claimSummaries();
}

/**
 * The task "report": runs the notebooks, renders the report, says where to look
 * and how long it took.
 *
 * @returns The exit code: 1 when a notebook failed, 2 when the arguments are wrong.
 */
export async function reportCommand(args: string[]): Promise<number> {
  const out = (line: string) => Deno.stdout.writeSync(new TextEncoder().encode(line + "\n"));
  const err = (line: string) => Deno.stderr.writeSync(new TextEncoder().encode(line + "\n"));
  let options;
  try {
    options = parseArgs({
      args,
      options: {
        help: { type: "boolean", short: "h" },
        out: { type: "string" },
        stored: { type: "boolean", default: false },
        force: { type: "boolean", default: false },
        quiet: { type: "boolean", short: "q", default: false },
      },
    }).values;
  } catch (error) {
    err(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return 2;
  }
  if (options.help) {
    out(USAGE);
    return 0;
  }
  const say = options.quiet ? () => {} : out;
  const start = performance.now();
  const root = projectRoot();
  const folder = resolve(options.out ?? join(root, "report"));
  return await interruptible(async () => {
    const versions = await readVersions(root);
    const entries = await executedNotebooks(
      await findNotebooks(join(root, "notebooks")),
      { versions, ...figureConversions(join(root, ".tallybook/figures"), versions.lock) },
      { stored: options.stored, quiet: options.quiet, force: options.force },
    );
    const live = await panelFiles(root).catch((error: Error): PanelFiles => {
      err(`The report is without live panels. ${error.message}`);
      return { panels: [], files: [] };
    });
    const panels = live.panels.map(({ id, title, description, notebooks }) => ({
      href: panelHref(id),
      title,
      description,
      notebooks,
    }));
    const report = await renderReport(
      entries.map((entry) => ({
        ...entry,
        context: {
          ...entry.context,
          panels: panels.filter(({ notebooks }) => notebooks.test(entry.context.name)),
        },
      })),
      { tables: await readTables(root), panels, claims: await readClaims() },
    );
    await writeReport(folder, [...report.files, ...live.files]);
    const failed = report.pages.filter((page) => page.failure !== null);
    for (const page of failed) err(page.failure!);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const index = relative(Deno.cwd(), join(folder, "index.html"));
    say(`${report.pages.length} pages in ${seconds} s. Open ${index}`);
    return failed.length === 0 ? 0 : 1;
  });
}
