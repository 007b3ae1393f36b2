import { assertEquals, assertStringIncludes } from "@std/assert";
import { ownRoot } from "../../lib/files/project_root.ts";
import { SAMPLE_TEXT } from "./sample_notebook.ts";

async function task(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", "lib/cli.ts", ...args],
    cwd: ownRoot(),
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), err: text(stderr) };
}

Deno.test("report says how it is used, and refuses what it does not know", async () => {
  const help = await task("report", "--help");
  assertEquals(help.code, 0);
  assertStringIncludes(help.out, "Usage: deno task report");
  const wrong = await task("report", "--fast");
  assertEquals(wrong.code, 2);
  assertStringIncludes(wrong.err, "--fast");
});

Deno.test("export writes a notebook's files and says where", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/sample.ipynb`, SAMPLE_TEXT);
    const { code, out, err } = await task(
      ...["export", `${folder}/sample.ipynb`, "--format", "md", "--out", `${folder}/out`],
    );
    assertEquals([code, err], [0, ""]);
    assertStringIncludes(out, "Wrote 2 files into");
    assertStringIncludes(await Deno.readTextFile(`${folder}/out/sample.md`), "# Did three states");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("export says what is wrong: format, notebook, or no figures", async () => {
  const format = await task("export", "x.ipynb", "--format", "doc");
  assertEquals(format.code, 2);
  assertStringIncludes(
    format.err,
    '--format: found "doc", expected one of html, pdf, md, docx, figures',
  );
  const missing = await task("export", "nowhere.ipynb", "--format", "md");
  assertEquals(missing.code, 1);
  assertStringIncludes(missing.err, "nowhere.ipynb");
  const folder = await Deno.makeTempDir();
  try {
    const empty = { cells: [], nbformat: 4, nbformat_minor: 5, metadata: {} };
    await Deno.writeTextFile(`${folder}/empty.ipynb`, JSON.stringify(empty));
    const none = await task(
      ...["export", `${folder}/empty.ipynb`, "--format", "figures", "--out", folder],
    );
    assertEquals(none.code, 1);
    assertStringIncludes(none.err, "has no stored figures");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
