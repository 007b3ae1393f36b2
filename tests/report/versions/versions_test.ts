import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { changesPage } from "../../../lib/report/versions/changes_page.ts";
import { changesBetween } from "../../../lib/report/versions/moved_numbers.ts";
import { reportVersions, VERSIONS_FILE } from "../../../lib/report/versions/report_versions.ts";
import { shownLines } from "../../../lib/report/versions/shown_lines.ts";
import type { ReportEntry } from "../../../lib/report/render_report.ts";
import { code, notebookOf, SAMPLE } from "../sample_notebook.ts";

const VERSIONS = { deno: "2.9.6", library: "0.1.0", lock: "1".repeat(64) };

Deno.test("numbers that moved are told from lines that came, went or stayed", () => {
  const before = [
    "A led by 2,864,974 votes, 2.1%.",
    "Gone.",
    "MI | 10,704",
    "WI | 22,748",
    "Same 5.",
  ];
  const after = [
    "Same 5.",
    "A led by 2,868,686 votes, 2.1%.",
    "MI | 10,704",
    "WI | 22,177",
    "Turnout 60%.",
  ];
  assertEquals(changesBetween(before, after), {
    moved: [
      { line: after[1]!, moved: [{ before: "2,864,974", after: "2,868,686" }] },
      { line: after[3]!, moved: [{ before: "22,748", after: "22,177" }] },
    ],
    added: ["Turnout 60%."],
    removed: ["Gone."],
  });
  assertEquals(changesBetween(before, before), { moved: [], added: [], removed: [] });
  assertEquals(changesBetween(["x −1.5"], ["x 1.5"]).moved[0]?.moved, [
    { before: "−1.5", after: "1.5" },
  ]);
});

Deno.test("a line that comes twice is new once", () => {
  assertEquals(changesBetween(["a"], ["a", "a"]).added, ["a"]);
  assertEquals(changesBetween(["a", "a"], ["a"]).removed, ["a"]);
});

Deno.test("shownLines() has prose, rows of tables and the words of figures", () => {
  const lines = shownLines(SAMPLE);
  assert(lines.some((line) => line.startsWith("Michigan | 10,704 |")), lines.join("\n"));
  assert(lines.includes("Three states decided by less than a point"));
});

const output = (text: string) => ({
  output_type: "display_data" as const,
  data: { "text/markdown": text },
  metadata: {},
});

Deno.test("shownLines() has prose as it is read: no marks of headings, links, lists or tables", () => {
  const prose = [
    "# Who **won**?",
    "**Yes.** By [the count](01_popular_vote.ipynb), `all` of it\nto the end.",
    "- one\n- *two*",
    "| What | Value |\n| :-- | --: |\n| Lead | 537 |",
    "- a\n\n- b",
  ];
  assertEquals(shownLines(notebookOf(code("", [output(prose.join("\n\n"))]))), [
    "Who won?",
    "Yes. By the count, all of it to the end.",
    "one",
    "two",
    "What | Value",
    "Lead | 537",
    "a",
    "b",
  ]);
});

/** A notebook of one line as a report's entry, and as the file that the report has of it. */
function entry(name: string, text: string): { entry: ReportEntry; file: string } {
  const cell = {
    ...{ cell_type: "code", metadata: {}, source: "", execution_count: 1 },
    outputs: [output(text)],
  };
  const file = JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [cell] });
  return {
    entry: {
      notebook: notebookOf(code("", [output(text)])),
      context: { name, source: file, versions: VERSIONS },
    },
    file,
  };
}

Deno.test("a report keeps its versions: the same content is the same, other content the next", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(join(folder, "notebooks"));
  const write = async (all: readonly ReturnType<typeof entry>[]) => {
    const versions = await reportVersions(folder, all.map(({ entry }) => entry), VERSIONS);
    await Deno.remove(join(folder, "notebooks"), { recursive: true });
    await Deno.mkdir(join(folder, "notebooks"));
    for (const { entry: { context }, file } of all) {
      await Deno.writeTextFile(join(folder, `notebooks/${context.name}.ipynb`), file);
    }
    await Deno.writeTextFile(join(folder, VERSIONS_FILE), JSON.stringify(versions));
    return versions;
  };
  const first = await write([entry("01", "Lead 2,864,974."), entry("02", "Old.")]);
  assertEquals(first.map(({ number, changes }) => [number, changes]), [[1, {}]]);
  assertEquals(await write([entry("01", "Lead 2,864,974."), entry("02", "Old.")]), first);
  const second = await write([entry("01", "Lead 2,868,686."), entry("03", "New.")]);
  assertEquals(second.length, 2);
  const { changes, newPages, gonePages, number } = second[1]!;
  assertEquals([number, newPages, gonePages], [2, ["03"], ["02"]]);
  assertEquals(changes["01"]?.moved, [
    { line: "Lead 2,868,686.", moved: [{ before: "2,864,974", after: "2,868,686" }] },
  ]);
  const html = changesPage(second, [{ href: "01.html", title: "Who led?" }]);
  assertStringIncludes(html, '<td align="right">2,864,974</td><td align="right">2,868,686</td>');
  assertStringIncludes(html, '<a href="01.html">Who led?</a>');
  assert(html.indexOf('id="version-2"') < html.indexOf('id="version-1"'), "the newest first");
  // A list that somebody broke counts for none.
  await Deno.writeTextFile(join(folder, VERSIONS_FILE), "[1]");
  assertEquals((await reportVersions(folder, [], VERSIONS)).map(({ number }) => number), [1]);
  await Deno.remove(folder, { recursive: true });
});
