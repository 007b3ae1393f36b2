/** What the task "export" says and writes, on notebooks of two cells. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { exportCommand } from "../../../lib/report/export/export_command.ts";
import { sampleFigure } from "../sample_notebook.ts";

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process and keeps what it says. */
async function said(args: string[]): Promise<Said> {
  const own = [Deno.stdout.writeSync, Deno.stderr.writeSync] as const;
  const told = ["", ""];
  const write = (to: number) => (data: Uint8Array) => {
    told[to] += new TextDecoder().decode(data);
    return data.length;
  };
  Deno.stdout.writeSync = write(0);
  Deno.stderr.writeSync = write(1);
  try {
    return { code: await exportCommand(args), out: told[0]!, err: told[1]! };
  } finally {
    [Deno.stdout.writeSync, Deno.stderr.writeSync] = own;
  }
}

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function notebook(folder: string, outputs: readonly unknown[]): Promise<string> {
  const path = join(folder, "01_small.ipynb");
  const cells = [
    { ...{ cell_type: "markdown", id: "a", metadata: {} }, source: "# Small\n\n**Yes.** It is." },
    {
      ...{ cell_type: "code", id: "b", metadata: {}, execution_count: 1 },
      ...{ outputs, source: "figure(1)" },
    },
  ];
  await Deno.writeTextFile(
    path,
    JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }),
  );
  return path;
}

Deno.test("a misuse names what is wrong, with what is expected, and ends with 2", async () => {
  const none = await said(["--format", "md"]);
  assertEquals(none.code, 2);
  assertStringIncludes(none.err, "NOTEBOOK: found nothing, expected one notebook");
  const two = await said(["a.ipynb", "b.ipynb", "--format", "md"]);
  assertEquals(two.code, 2);
  assertStringIncludes(two.err, 'found a list ["a.ipynb", "b.ipynb"], expected one notebook');
  for (const [args, found] of [[[], "nothing"], [["--format", "odt"], '"odt"']] as const) {
    const wrong = await said(["a.ipynb", ...args]);
    assertEquals(wrong.code, 2);
    assertStringIncludes(
      wrong.err,
      `--format: found ${found}, expected one of html, pdf, md, docx, figures`,
    );
  }
});

Deno.test("a notebook that is not there, or has no figures to give, is said so, and ends with 1", () =>
  inFolder(async (folder) => {
    const out = join(folder, "out");
    const gone = await said([join(folder, "none.ipynb"), "-f", "md", "--out", out]);
    assertEquals(gone.code, 1);
    assertStringIncludes(gone.err, "none.ipynb");
    const path = await notebook(folder, []);
    const bare = await said([path, "-f", "figures", "--out", out]);
    assertEquals([bare.code, bare.out], [1, ""]);
    assertStringIncludes(
      bare.err,
      `${path} has no stored figures: run it first with deno task run ${path}`,
    );
    const there = await Array.fromAsync(Deno.readDir(folder));
    assertEquals(there.map(({ name }) => name), ["01_small.ipynb"]);
  }));

Deno.test("a file is written into the folder that is named, code only where it is asked for", () =>
  inFolder(async (folder) => {
    const out = join(folder, "deep", "out");
    const path = await notebook(folder, []);
    const read = async (...more: string[]) => {
      const { code, out: told } = await said([path, "-f", "md", "--out", out, ...more]);
      assertEquals(code, 0);
      assert(/^Wrote .*01_small\.md\n$/.test(told), told);
      return await Deno.readTextFile(join(out, "01_small.md"));
    };
    const plain = await read();
    assertStringIncludes(plain, "# Small");
    assertEquals(plain.includes("figure(1)"), false);
    assertStringIncludes(await read("--code"), "figure(1)");
  }));

Deno.test("several files are counted", () =>
  inFolder(async (folder) => {
    const out = join(folder, "out");
    const path = await notebook(folder, [sampleFigure()]);
    const { code, out: told } = await said([path, "-f", "md", "--out", out]);
    assertEquals(code, 0);
    const figures = await Array.fromAsync(Deno.readDir(join(out, "figures")));
    assertStringIncludes(told, `Wrote ${1 + figures.length} files into `);
    assert(figures.length > 0);
  }));
