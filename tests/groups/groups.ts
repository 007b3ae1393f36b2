/**
 * Test files in groups. A group is one module that loads its files one after the other, so that what they
 * share, the library and the tables, is loaded once and not once a file. `deno task test` runs the groups,
 * as many at a time as there are cores, and before them the one whose tests must be alone; `deno test -A tests/stats/digit_test_test.ts` runs one file.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const TESTS = new URL("../", import.meta.url).pathname;

/** Tasks of their own: what needs a browser, and what other work of the machine may disturb. */
const APART = ["browser", "hostile"];

/**
 * Groups that run at the same time are threads of one process, which has one set of environment variables and
 * one current folder: tests that change those run in a process of their own, one after the other.
 */
export const ALONE: readonly string[] = [
  "data/query/engines_test.ts",
  "notebook/called_from_test.ts",
  "notebook/kernel_environment_test.ts",
  "notebook/sandbox/deno_folder_test.ts",
  "notebook/sandbox/policies_test.ts",
  "notebook/sandbox/run_folder_test.ts",
  "report/export/print_to_pdf_test.ts",
];

/**
 * Folders and files of tests by group, the longest groups first, as they are where no page is kept of a run
 * before; a path belongs to where it is named longest.
 */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  alone: ALONE,
  "01_pages_by_parameters": [
    ...["04", "05", "09", "13", "14"].map((number) => `notebooks/${number}_parameters_test.ts`),
  ],
  "02_pages": ["notebooks", "sweep"],
  "03_runner_in_jupyter": [
    "notebook/as_in_jupyter_test.ts",
    "notebook/exactness_test.ts",
    "notebook/interruption_test.ts",
    "notebook/killed_test.ts",
    "notebook/lab_test.ts",
    "notebook/nbclient_test.ts",
    "notebook/safety_test.ts",
  ],
  "04_runner": ["notebook", "examples/notebook_test.ts"],
  "05_report_tasks": [
    "report/unchanged_report_test.ts",
    "report/broken_report_test.ts",
    "report/commands_test.ts",
    // Copies of the project in one place: Deno compiles the library once for each.
    "report/page_names_test.ts",
    "report/versions/two_reports_test.ts",
    "report/watch_test.ts",
  ],
  "06_tables_made": ["data/build"],
  "07_chart": ["chart", "examples/chart_test.ts"],
  "08_report": ["report", "examples/report_test.ts"],
  "09_election": ["election", "examples/election_test.ts"],
  "10_tables": ["data", "claims", "examples/data_test.ts", "examples/claims_test.ts"],
  "11_package": ["package", "scaffold", "examples/package_test.ts", "examples/scaffold_test.ts"],
  "12_house": [
    ...["house_test.ts", "house", "mutate", "files", "check", "display", "examples"],
  ],
  "13_stats": ["stats", "coverage", "bad_input", "examples/stats_test.ts"],
};

/** All test files below a folder of tests, by their paths from there. */
function* below(folder: string): Generator<string> {
  const entries = [...Deno.readDirSync(join(TESTS, folder))]
    .sort((a, b) => a.name < b.name ? -1 : 1);
  for (const { name, isDirectory } of entries) {
    const path = join(folder, name);
    if (isDirectory && !APART.includes(path)) yield* below(path);
    else if (name.endsWith("_test.ts")) yield path;
  }
}

/** The group of a test file, by its path from the folder of tests; undefined where none names it. */
export function groupOf(file: string): string | undefined {
  const names = Object.entries(GROUPS).flatMap(([group, paths]) =>
    paths.filter((path) => file === path || file.startsWith(`${path}/`))
      .map((path) => ({ group, length: path.length }))
  );
  return names.sort((a, b) => b.length - a.length)[0]?.group;
}

/** The test files that `deno task test` runs. */
export function groupedFiles(): string[] {
  return [...below("")];
}

/** Registers the tests of a group's files. */
export async function testGroup(group: string): Promise<void> {
  for (const file of groupedFiles()) {
    if (groupOf(file) === group) await import(pathToFileURL(join(TESTS, file)).href);
  }
}
