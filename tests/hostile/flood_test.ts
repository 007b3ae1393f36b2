/** What a notebook may pile up: on the disk, in the runner's memory, in its notes, in its file. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { executeNotebook, type Execution } from "../../lib/notebook/mod.ts";
import { testProject } from "../notebook/project.ts";
import { nativeSetup } from "./native_ways.ts";

const linux = Deno.build.os === "linux";

const setup = nativeSetup({
  outside: "",
  secret: "",
  project: "",
  runner: Deno.pid,
  port: 0,
  libc: linux
    ? /\/\S*\/libc\.so\.6$/m.exec(Deno.readTextFileSync("/proc/self/maps"))?.[0] ?? "libc.so.6"
    : "",
});

async function run(
  cells: readonly string[],
  options: Parameters<typeof executeNotebook>[1] = {},
): Promise<Execution> {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", cells);
  return await executeNotebook(path, { out: null, timeout: 60, ...options });
}

const native = (cell: string, temporary = 100) => run([setup, cell], { allow: ["ffi"], temporary });

const runFolders = () =>
  [...Deno.readDirSync(Deno.env.get("TMPDIR") ?? "/tmp")].map(({ name }) => name)
    .filter((name) => name.startsWith(`tallybook-run-${Deno.pid}-`));

/** Piles of temporary files that a sum of the named files' bytes would not find. */
const PILES: ReadonlyArray<readonly [name: string, cell: string]> = [
  [
    "files without a name",
    `const block = at(new Uint8Array(1 << 20));
for (let n = 0;; n++) {
  const file = open(own + "/" + n, 0x42);
  call(nr(263, 35), HERE, c(own + "/" + n), 0);
  for (let i = 0; i < 20; i++) call(nr(1, 64), file, block, 1 << 20);
  await new Promise((resolve) => setTimeout(resolve, 2));
}`,
  ],
  [
    "files without content",
    `for (let n = 0;; n++) {
  call(nr(3, 57), open(own + "/" + n, 0x42));
  if (n % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
}`,
  ],
  [
    "folders too deep for a path",
    `let folder = open(own, 0x10000);
for (let n = 0; n < 30; n++) {
  call(nr(258, 34), folder, c("a".repeat(200)), 0o700);
  folder = call(nr(257, 56), folder, c("a".repeat(200)), 0x10000);
}
for (;;) await new Promise((resolve) => setTimeout(resolve, 10));`,
  ],
];

for (const [name, cell] of PILES) {
  Deno.test({
    name: `${name} are counted among the temporary files, and are gone`,
    ignore: !linux,
    fn: async () => {
      const { failure } = await native(cell);
      assertMatch(failure?.message ?? "", /more than 100 MB of temporary files/);
      assertEquals(runFolders(), []);
    },
  });
}

Deno.test({
  name: "garbage on its connections ends a notebook, and the runner keeps its memory",
  ignore: !linux,
  fn: async () => {
    const before = Deno.memoryUsage().rss;
    const { failure } = await native(`
const type = at(new Uint8Array(4));
const length = at(new Uint8Array([4, 0, 0, 0]));
const block = at(new Uint8Array(1 << 20).fill(0xfe));
const sockets = Array.from({ length: 200 }, (_, fd) => fd)
  .filter((fd) => call(nr(55, 209), fd, 1, 3, type, length) === 0);
for (let n = 0; n < 100; n++) for (const fd of sockets) call(nr(44, 206), fd, block, 1 << 20, 0x40, 0);
await new Promise((resolve) => setTimeout(resolve, 1000));
if (sockets.length === 0) "nothing to write to"; else throw new Error("written");`);
    assertMatch(failure?.message ?? "", /^Cannot hear the kernel/);
    assert(Deno.memoryUsage().rss - before < 500e6);
  },
});

Deno.test("refusals without end are counted, not all named", async () => {
  const { failure, notebook, reads } = await run([
    `for (let n = 0; n < 300; n++) { try { Deno.readTextFileSync("/etc/none" + n); } catch { /* next */ } }`,
  ]);
  assertEquals(failure, null);
  const [told, ...more] = notebook.cells[0]?.outputs ?? [];
  assertEquals(more, []);
  const lines = told?.["text"] as string[];
  assertEquals([lines.length, lines.at(-1)], [101, "NotCapable: and 200 more\n"]);
  assertEquals(reads.refused.length, 300);
});

Deno.test("a name that is not there is missing, not refused", async () => {
  const { notebook } = await run([
    'try { Deno.statSync("none.csv"); } catch (error) { console.log((error as Error).name); }',
    'try { Deno.statSync(".git/none"); } catch (error) { console.log((error as Error).name); }',
  ]);
  assertEquals(notebook.cells.map(({ outputs }) => outputs?.[0]?.["text"]), [
    ["NotFound\n"],
    ["NotFound\n"],
  ]);
});
