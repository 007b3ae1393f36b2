/** A page is taken as it was kept only where nothing changed that its run rests on. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { KeptPages } from "./kept_pages.ts";

/** Long before this process began, as what a person wrote before the tests. */
const BEFORE = new Date("2020-01-01T00:00:00Z");

const counted = globalThis as { runsOfAPage?: number };

/** A project with one notebook, which counts its runs. */
async function project() {
  const root = await Deno.makeTempDir({ prefix: "kept" });
  const write = async (name: string, text: string, when: Date | null = BEFORE) => {
    const path = join(root, name);
    await Deno.mkdir(join(path, ".."), { recursive: true });
    await Deno.writeTextFile(path, text);
    if (when !== null) await Deno.utime(path, when, when);
  };
  const url = pathToFileURL(join(root, "lib/word.ts")).href;
  const notebook = (end: string) => {
    const code = (source: string, tags: readonly string[] = []) => ({
      ...{ cell_type: "code", metadata: { tags }, source, outputs: [], execution_count: null },
    });
    const cells = [
      code('let name = "Ada";', ["parameters"]),
      code(`import { word } from "${url}";\nString(\`# Who? **\${word}.** \${name}${end}\`)`),
      code("globalThis.runsOfAPage = (globalThis.runsOfAPage ?? 0) + 1;"),
    ];
    return write("notebooks/a.ipynb", JSON.stringify({ cells, metadata: {}, nbformat: 4 }));
  };
  await write("deno.json", '{"imports": {}}');
  await write("deno.lock", "{}");
  await write("data/a.csv", "1\n");
  await write("lib/word.ts", 'export const word: string = "Yes";\n');
  await notebook(".");
  /** The page, as a process finds it that starts now; and whether it ran for it. */
  const page = async (given: Record<string, unknown> = {}, keep = true) => {
    const before = counted.runsOfAPage ?? 0;
    const folder = await Deno.makeTempDir({ prefix: "kept" });
    const pages = new KeptPages(root, folder, { keep });
    const { pieces } = await pages.page(join(root, "notebooks/a.ipynb"), given);
    const again = await pages.page(join(root, "notebooks/a.ipynb"), given);
    assertEquals(again.pieces, pieces);
    await Deno.remove(folder, { recursive: true });
    return { text: pieces.map(({ text }) => text).join(""), ran: counted.runsOfAPage! - before };
  };
  return { root, write, notebook, page };
}

Deno.test("a page is kept by its parameters, and run once for each", async () => {
  const { root, page } = await project();
  assertEquals(await page(), { text: "# Who? **Yes.** Ada.", ran: 1 });
  assertEquals(await page(), { text: "# Who? **Yes.** Ada.", ran: 0 });
  assertEquals(await page({ name: "Grace" }), { text: "# Who? **Yes.** Grace.", ran: 1 });
  assertEquals(await page({ name: "Grace" }), { text: "# Who? **Yes.** Grace.", ran: 0 });
  assertEquals(await page(), { text: "# Who? **Yes.** Ada.", ran: 0 });
  await Deno.remove(root, { recursive: true });
});

Deno.test("who keeps nothing takes what others kept", async () => {
  const { root, page } = await project();
  assertEquals((await page({}, false)).ran, 1);
  assertEquals((await page({}, false)).ran, 1);
  assertEquals((await page()).ran, 1);
  assertEquals(await page({}, false), { text: "# Who? **Yes.** Ada.", ran: 0 });
  await Deno.remove(root, { recursive: true });
});

Deno.test("what a page's run says on the console is a fault, kept with the page", async () => {
  const { root, write } = await project();
  const source = 'console.warn("no", 1);\nString("# Who?")';
  const cell = { cell_type: "code", metadata: {}, source, outputs: [], execution_count: null };
  const path = join(root, "notebooks/b.ipynb");
  await write("notebooks/b.ipynb", JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4 }));
  for (const _ of ["run", "taken"]) {
    const folder = await Deno.makeTempDir({ prefix: "kept" });
    const { faults } = await new KeptPages(root, folder).page(path, {});
    await Deno.remove(folder, { recursive: true });
    assertEquals(faults.filter(({ kind }) => kind === "warning"), [
      { cell: -1, kind: "warning", words: "no 1" },
    ]);
  }
  await Deno.remove(root, { recursive: true });
});

Deno.test("a page runs again when its notebook, a table, a module's code or the lock changed", async () => {
  const { root, write, notebook, page } = await project();
  await page();
  await notebook("!");
  assertEquals(await page(), { text: "# Who? **Yes.** Ada!", ran: 1 });
  assertEquals((await page()).ran, 0);
  await write("data/a.csv", "2\n");
  assertEquals((await page()).ran, 1);
  await write("data/b.csv", "1\n");
  assertEquals((await page()).ran, 1);
  await write("deno.lock", '{"version": "5"}');
  assertEquals((await page()).ran, 1);
  // A comment and a type are nothing that runs.
  await write("lib/word.ts", '/** A word. */\nexport const word = "Yes";\n');
  assertEquals((await page()).ran, 0);
  await write("lib/word.ts", 'export const word = "No";\n');
  assertEquals((await page()).ran, 1);
  assertEquals((await page()).ran, 0);
  await Deno.remove(root, { recursive: true });
});

Deno.test("what was written while a process runs is neither kept nor taken", async () => {
  const { root, write, page } = await project();
  await page();
  const word = 'export const word: string = "Yes";\n';
  await write("lib/word.ts", word, null);
  assertEquals([(await page()).ran, (await page()).ran], [1, 1]);
  await write("lib/word.ts", word);
  assertEquals((await page()).ran, 0);
  await write("data/a.csv", "1\n", null);
  assertEquals([(await page()).ran, (await page()).ran], [1, 1]);
  await Deno.remove(root, { recursive: true });
});
