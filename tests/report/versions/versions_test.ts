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

Deno.test("a list that is none, or of anything but versions, is taken for no report", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const version = {
      number: 4,
      id: "abcd",
      library: "",
      lock: "",
      changes: {},
      newPages: [],
      gonePages: [],
    };
    const next = async (listed: unknown) => {
      await Deno.writeTextFile(join(folder, VERSIONS_FILE), JSON.stringify(listed));
      return (await reportVersions(folder, [], VERSIONS)).map(({ number }) => number);
    };
    assertEquals(await next([version]), [4, 5]);
    assertEquals(await next([]), [1]);
    for (
      const wrong of [
        { ...version, number: 1.5 },
        { ...version, number: "4" },
        { ...version, id: 4 },
        { ...version, changes: "none" },
        null,
        7,
      ]
    ) assertEquals(await next([version, wrong]), [1], JSON.stringify(wrong));
    for (const wrong of [version, "x", null]) assertEquals(await next(wrong), [1]);
    await Deno.writeTextFile(join(folder, VERSIONS_FILE), "[{");
    assertEquals((await reportVersions(folder, [], VERSIONS)).length, 1);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a version says what came, went and moved, or that nothing did, and how many lines are left out", () => {
  const version = {
    ...{ number: 2, id: "abcd", library: "0.1.0", lock: "" },
    ...{ changes: {}, newPages: [], gonePages: [] },
  };
  const said = (more: object) => changesPage([{ ...version, ...more }], []).replace(/\s+/g, " ");
  const nothing = "No page shows anything else";
  assertStringIncludes(said({}), nothing);
  assertStringIncludes(said({ number: 1 }), "The first version in this folder");
  const none = { moved: [], added: [], removed: [] };
  for (
    const [more, words] of [
      [{ newPages: ["03_a", "04_b"] }, "<p>New pages: 03_a, 04_b.</p>"],
      [{ gonePages: ["05_c"] }, "<p>Pages no longer there: 05_c.</p>"],
      [{ changes: { "06_d": none } }, '<h3><a href="06_d.html">06_d</a></h3>'],
    ] as const
  ) {
    const html = said(more);
    assertStringIncludes(html, words);
    assertEquals(html.includes(nothing), false, words);
    // A kind of which there is none is not named.
    const kinds = ["New pages", "no longer there", "<h3>", "Lines that are", "<table"];
    assertEquals(kinds.filter((kind) => html.includes(kind)).length, 1, words);
  }
  const lines = (count: number) => Array.from({ length: count }, (_, i) => `line ${i}.`);
  const listed = (count: number) =>
    said({ changes: { a: { moved: [], added: lines(count), removed: ["gone"] } } });
  assertStringIncludes(listed(3), "<summary>Lines that are new: 3</summary>");
  assertStringIncludes(
    listed(3),
    "<summary>Lines that are gone: 1</summary><ul><li>gone</li></ul>",
  );
  assertEquals([listed(60).includes("line 59."), listed(60).includes("more, in")], [true, false]);
  assertStringIncludes(listed(62), "And 2 more, in");
  assertEquals([listed(62).includes("line 59."), listed(62).includes("line 60.")], [true, false]);
  const moved = (count: number) =>
    said({
      changes: {
        a: {
          ...none,
          moved: lines(count).map((line) => ({ line, moved: [{ before: "1", after: "2" }] })),
        },
      },
    });
  assertStringIncludes(
    moved(61),
    '<td align="right">1</td><td align="right">2</td><td>line 0.</td>',
  );
  assertStringIncludes(moved(61), "And 1 more, in");
  assertEquals(moved(61).includes("line 60."), false);
});
