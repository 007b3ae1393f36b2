/** What a page knows of a notebook's run: of one that ran now, and of one that is taken as stored. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { entryOf, executedNotebooks, storedNotebook } from "../../lib/report/executed_notebooks.ts";
import { testProject } from "../notebook/project.ts";

const VERSIONS = { deno: "2.9.6", library: "0.1.0", lock: "abc" };
const text = (tallybook?: unknown) =>
  JSON.stringify({
    cells: [{ cell_type: "markdown", id: "a", metadata: {}, source: "# Who won?" }],
    metadata: tallybook === undefined ? {} : { tallybook },
    nbformat: 4,
    nbformat_minor: 5,
  });

async function stored(source: string) {
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, "01_votes.ipynb");
    await Deno.writeTextFile(path, source);
    return {
      one: await storedNotebook(path, VERSIONS),
      all: await executedNotebooks([path], VERSIONS, { stored: true, quiet: true, force: false }),
    };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a notebook that is not run is told as stored, with what it notes of its run", async () => {
  const run = { reads: { "data/a.csv": "aa", "data/b.csv": "bb" }, allowed: ["net"] };
  const source = text({ run });
  const { one, all } = await stored(source);
  assertEquals(one.context, {
    versions: VERSIONS,
    name: "01_votes",
    source,
    run: {
      reads: [{ path: "data/a.csv", sha256: "aa" }, { path: "data/b.csv", sha256: "bb" }],
      allowed: ["net"],
      ...{ refused: [], denied: [], unlisted: [] },
      stored: true,
    },
  });
  assertEquals(one.notebook.cells.map((cell) => cell.source), ["# Who won?"]);
  assertEquals(all, [one]);
  const more = { ...run, refused: ["/etc/x"], denied: ["net access"], unlisted: ["programs"] };
  const { refused, denied, unlisted } = (await stored(text({ run: more }))).one.context.run!;
  assertEquals([refused, denied, unlisted], [["/etc/x"], ["net access"], ["programs"]]);
});

Deno.test("a notebook that notes no run, or none that can be one, says nothing of it", async () => {
  for (const noted of [undefined, {}, { run: 7 }, { run: { reads: [], allowed: [] } }]) {
    assertEquals("run" in (await stored(text(noted))).one.context, false, JSON.stringify(noted));
  }
});

Deno.test("a run tells all that its page has to know, and its failure where it failed", () => {
  const run = {
    ...{ path: "/x/02_turnout.ipynb", text: "{}", notebook: null, failure: null },
    ...{ reads: { "data/a.csv": "aa" }, outside: { "/etc/y": "yy" }, refused: ["r"] },
    ...{ denied: ["d"], unlisted: ["u"], missingWall: "no wall", allowed: ["read"] },
  } as unknown as Parameters<typeof entryOf>[0];
  const good = entryOf(run, VERSIONS);
  assertEquals(good, {
    notebook: { cells: [] },
    context: {
      versions: VERSIONS,
      name: "02_turnout",
      source: "{}",
      run: {
        reads: [{ path: "data/a.csv", sha256: "aa" }],
        outside: [{ path: "/etc/y", sha256: "yy" }],
        ...{ refused: ["r"], denied: ["d"], unlisted: ["u"], missingWall: "no wall" },
        allowed: ["read"],
      },
    },
  });
  assertEquals(
    entryOf({ ...run, failure: "cell [1]: no" }, VERSIONS).context.failure,
    "cell [1]: no",
  );
});

Deno.test("the last cell of what runs is told when it starts, and nothing where nothing runs or a cell before it fails", async () => {
  await using project = await testProject();
  const path = await project.notebook("notebooks/a.ipynb", ["1 + 1;", "2 + 2;"]);
  const failing = await project.notebook("notebooks/b.ipynb", ['throw new Error("no");', "1;"]);
  const told = async (...paths: string[]) => {
    let times = 0;
    const options = { stored: false, quiet: true, force: false, onLastCell: () => void times++ };
    await executedNotebooks(paths, VERSIONS, options);
    return times;
  };
  assertEquals([await told(path), await told(path), await told(failing)], [1, 0, 0]);
});
