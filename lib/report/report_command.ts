import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { interruptible } from "../notebook/mod.ts";
import { makeReport } from "./make_report.ts";
import { projectRoot } from "./project_root.ts";
import { writeReport } from "./write_report.ts";

const USAGE = `Usage: deno task report [--out DIR] [--force | --stored] [--quiet]

Runs the notebooks that changed and renders DIR/index.html with a page a notebook and every
figure's files. DIR is report/ unless given; what it held is replaced.

  --out DIR   Write the report there
  --force     Run every notebook, changed or not
  --stored    Take the outputs stored in the notebooks, without running them
  --quiet     Print only what went wrong
`;

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
    const report = await makeReport(root, {
      stored: options.stored,
      quiet: options.quiet,
      force: options.force,
      onLack: err,
    });
    await writeReport(folder, report.files);
    const failed = report.pages.filter((page) => page.failure !== null);
    for (const page of failed) err(page.failure!);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const index = relative(Deno.cwd(), join(folder, "index.html"));
    say(`${report.pages.length} pages in ${seconds} s. Open ${index}`);
    return failed.length === 0 ? 0 : 1;
  });
}
