import { dirname, join, relative, resolve } from "node:path";
import { resolveOrigins } from "../origins/resolve_origins.ts";
import { storedNotebook } from "../executed_notebooks.ts";
import { figureConversions } from "../figure_conversions.ts";
import { readLicenses, readVersions } from "../project_facts.ts";
import { command, misuse, parseCommand, print, printError } from "../../files/command_line.ts";
import { ownRoot } from "../../files/project_root.ts";
import { EXPORT_FORMATS, type ExportFormat, exportNotebook } from "./export_notebook.ts";

const USAGE =
  `Usage: deno task export NOTEBOOK --format html|pdf|md|docx|figures [--out DIR] [--code]

Writes a notebook's stored results in a format for a report of your own:
  html     one file with everything in it
  pdf      the same, printed (needs Chromium)
  md       Markdown, with the figures as PNG beside it
  docx     a document with real tables and numbered captions
  figures  each figure as SVG, PNG, PDF, CSV and JSON, and as one zip with a README

  --out DIR  The folder to write into: export/ unless given
  --code     Include the code in md and docx
`;

/**
 * The task "export": one notebook in one format. The notebook is not run.
 *
 * @returns The exit code: 1 when the export failed, 2 when the arguments are wrong.
 */
export function exportCommand(args: string[]): Promise<number> {
  return command(args, USAGE, async () => {
    const { values, positionals: [path, ...more] } = parseCommand(args, {
      format: { type: "string", short: "f" },
      out: { type: "string" },
      code: { type: "boolean", default: false },
    });
    const format = EXPORT_FORMATS.find((known) => known === values.format);
    if (path === undefined || more.length > 0) {
      throw misuse("NOTEBOOK", path === undefined ? undefined : [path, ...more], "one notebook");
    }
    if (format === undefined) {
      throw misuse("--format", values.format, `one of ${EXPORT_FORMATS.join(", ")}`);
    }
    try {
      return await exportOne(path, format, { code: values.code, folder: values.out ?? "export" });
    } catch (error) {
      printError(error instanceof Error ? error.message : String(error));
      return 1;
    }
  });
}

async function exportOne(
  path: string,
  format: ExportFormat,
  { code, folder: asked }: { readonly code: boolean; readonly folder: string },
): Promise<number> {
  const root = ownRoot();
  const versions = await readVersions(root);
  const conversions = figureConversions(join(root, ".tallybook/figures"), versions.lock);
  const { convert } = conversions;
  const { notebook, context } = await storedNotebook(path, versions);
  const files = await exportNotebook(
    notebook,
    format,
    {
      ...{ ...context, convert },
      numbers: await resolveOrigins(root, notebook),
      licenses: await readLicenses(root),
    },
    { code },
  ).finally(() => conversions.close());
  if (files.length === 0) {
    printError(`${path} has no stored figures: run it first with deno task run ${path}`);
    return 1;
  }
  const folder = resolve(asked);
  for (const file of files) {
    const target = join(folder, file.path);
    await Deno.mkdir(dirname(target), { recursive: true });
    if (typeof file.content === "string") await Deno.writeTextFile(target, file.content);
    else await Deno.writeFile(target, file.content);
  }
  const shown = relative(Deno.cwd(), folder) || ".";
  const what = files.length === 1
    ? join(shown, files[0]!.path)
    : `${files.length} files into ${shown}`;
  print(`Wrote ${what}`);
  return 0;
}
