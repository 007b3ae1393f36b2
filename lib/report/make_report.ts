import { join } from "node:path";
import process from "node:process";
import type { Erratum } from "./errata_page.ts";
import { type FigureConversions, figureConversions } from "./figure_conversions.ts";
import { BundleError, bundlePrograms } from "./panels/bundle_panels.ts";
import { panelFiles } from "./panels/panel_files.ts";
import { LISTED_PANELS } from "./panels/panel_list.ts";
import { kept } from "./kept.ts";
import { withHighlights } from "./kept_highlights.ts";
import { keptPages } from "./kept_pages.ts";
import { CRATE_FILE, roCrate } from "./ro_crate.ts";
import { INDEX_INTRO, INDEX_TITLE } from "./index_page.ts";
import { pageCard } from "./page_card.ts";
import { apiPages } from "./api/api_pages.ts";
import { API_ROOMS, readDocs } from "./api/read_docs.ts";
import { CHANGES_PAGE, changesPage } from "./versions/changes_page.ts";
import { reportVersions, VERSIONS_FILE } from "./versions/report_versions.ts";
import { withVersion } from "./versions/version_line.ts";
import { readLicenses, readTables } from "./project_facts.ts";
import { PAGE_BOUNDS, type RenderLimits, RenderPool } from "./render_pool.ts";
import {
  linkTo,
  type Render,
  renderReport,
  type Report,
  type ReportEntry,
} from "./render_report.ts";
import { sha256 } from "../files/hash.ts";
import type { Versions } from "./report_context.ts";
import type { NotebookDocument } from "./notebook_document.ts";
import type { Ground } from "./report_stamp.ts";
import { workLimit } from "./work_limit.ts";

/** The processor time of this process, in seconds, the conversions' workers among it. */
function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/**
 * Waits for the conversions of a page, which are made ahead: as long as one or another comes, none of
 * which may take what a page may.
 */
async function prepared(
  { prepare }: FigureConversions,
  notebook: NotebookDocument,
): Promise<void> {
  const limit = workLimit(ownSeconds, PAGE_BOUNDS);
  const work = prepare(notebook, limit.again).catch(() => {});
  await Promise.race([work, limit.passed]);
  limit.stop();
}

/** What {@linkcode makeReport} may be told. */
export interface MakeReportOptions extends RenderLimits {
  /** Where the report will stand on the web, ending with a slash. */
  readonly address?: string;
  /** The folder that it will be written into: what is there now is the version before. */
  readonly folder?: string;
  /**
   * What is kept of reports before, taken where it was made from the same things: hashes of the library
   * with all that it runs on, and of the tables besides; all is made anew unless given.
   */
  readonly known?: Ground;
  /**
   * Processes that were started ahead of need, with their own limits: those given here are for processes that are
   * started here. They are ended with the rest.
   */
  readonly pool?: RenderPool;
}

/** Starts a process for pages, which loads what it needs while notebooks still run. */
export function expectPages(): RenderPool {
  const pool = new RenderPool();
  pool.expect();
  return pool;
}

/** The corrections of the notebooks that the report has. */
async function readErrata(names: readonly string[]): Promise<readonly Erratum[]> {
  const { loadErrata } = await import("../data/mod.ts");
  return loadErrata().toRecords()
    .filter(({ notebook }) => names.includes(notebook.replace(/\.ipynb$/, "")));
}

/**
 * Renders a project's whole report from its executed notebooks: pages, panels, claims, files.
 *
 * @param onLack Told what the report has to do without.
 */
export async function makeReport(
  root: string,
  entries: readonly ReportEntry[],
  versions: Versions,
  onLack: (message: string) => void,
  { address, folder, known, pool: ahead, ...limits }: MakeReportOptions = {},
): Promise<Report> {
  const conversions = figureConversions(join(root, ".tallybook/figures"), versions.lock);
  const pool = ahead ?? new RenderPool(limits);
  const history = await reportVersions(folder ?? join(root, "report"), entries, versions);
  const { number, id } = history.at(-1)!;
  const placed = { report: { number, id }, ...(address === undefined ? {} : { address }) };
  const links = entries.map((entry) => ({ ...linkTo(entry), name: entry.context.name }));
  const keep = <T>(name: string, from: unknown, make: () => Promise<T>): Promise<T> =>
    known === undefined ? make() : kept(
      join(root, ".tallybook/report_parts", `${name}.json`),
      sha256(JSON.stringify(from)),
      make,
    );
  const programs = (entries: readonly string[]) =>
    keep("programs", known?.code, () => bundlePrograms(entries));
  const anew = known === undefined;
  const documented = async () => {
    const rooms = await readDocs(root);
    const make = () => Promise.resolve(apiPages(rooms));
    const path = join(root, ".tallybook/report_parts/highlights.json");
    return await (anew ? make() : withHighlights(path, versions.lock, make));
  };
  const rendered: Render = async ({ notebook, context }, onSent) => {
    pool.expect();
    // What cannot be converted is told by the page that needs it.
    await prepared(conversions, notebook);
    return await pool.render({ root, notebook, context, anew }, onSent);
  };
  const render = known === undefined ? rendered : keptPages(
    join(root, ".tallybook/pages"),
    `${known.code} ${known.tables}`,
    rendered,
  );
  try {
    const [live, api, errata, tables, licenses, card] = await Promise.all([
      keep("panels", [known, links], () => panelFiles(links, programs)).catch(
        (error: unknown) => {
          // Only the bundler is not ours; whatever else fails is a fault, and ends the task.
          if (!(error instanceof BundleError)) throw error;
          onLack(`The report is without live panels. ${error.message}`);
          return [];
        },
      ),
      keep("api", known?.library, documented),
      readErrata(links.map(({ name }) => name)),
      readTables(root),
      readLicenses(root),
      pageCard({ name: "index", versions, convert: conversions.convert }, INDEX_TITLE, INDEX_INTRO),
    ]);
    const panels = live.length > 0 ? LISTED_PANELS : [];
    const report = await renderReport(
      entries.map(({ notebook, context }) => ({
        notebook,
        context: {
          ...context,
          ...placed,
          licenses,
          panels: panels.filter(({ notebooks }) => notebooks.includes(context.name)),
        },
      })),
      {
        ...{ tables, panels, errata, ...placed, api: API_ROOMS },
        ...(card ? { card: card.path } : {}),
      },
      render,
    );
    const failed = new Set(entries.flatMap(({ context }) => context.failure ? [context.name] : []));
    for (const { name, failure } of report.pages) {
      if (failure !== null && !failed.has(name)) onLack(failure);
    }
    const files = [
      ...withVersion(
        [...report.files, ...live, ...api, ...(card ? [card] : [])],
        placed.report,
      ),
      { path: VERSIONS_FILE, content: JSON.stringify(history, null, 1) + "\n" },
      { path: CHANGES_PAGE, content: changesPage(history, links) },
    ];
    const described = tables.map(({ path, title }) => ({ path, title, license: licenses[path] }));
    const crate = roCrate({ files, pages: report.pages, tables: described, versions, address });
    return { ...report, files: [...files, { path: CRATE_FILE, content: crate }] };
  } finally {
    conversions.close();
    pool.close();
  }
}
