/** What the report's commands refuse before any notebook runs, and what an attestation rests on. */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { sha256 } from "../../lib/files/hash.ts";
import {
  attestCommand,
  configurationOf,
  foreignNotebooks,
} from "../../lib/report/attestation/attest_command.ts";
import { checkReportCommand } from "../../lib/report/attestation/check_report_command.ts";
import { reportCommand } from "../../lib/report/report_command.ts";
import { writeReport } from "../../lib/report/write_report.ts";
import { written } from "../files/written.ts";

async function inFolder<T>(
  files: Readonly<Record<string, string>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await Deno.makeTempDir({ prefix: "tallybook-test-" });
  try {
    for (const [name, content] of Object.entries(files)) {
      await Deno.mkdir(join(folder, name, ".."), { recursive: true });
      await Deno.writeTextFile(join(folder, name), content);
    }
    return await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("report refuses an address that is none, and options that it does not know, with 2", async () => {
  for (
    const address of [
      "example.org",
      "ftp://example.org/",
      "https://a b/",
      "https://a/?q",
      "https://a/#x",
      "",
    ]
  ) {
    const { value, err, out } = await written(() => reportCommand(["--address", address]));
    assertEquals([value, out], [2, ""], address);
    assertStringIncludes(err, "--address");
    assertStringIncludes(err, "expected an address such as https://example.org/counts/");
  }
  assertEquals((await written(() => reportCommand(["--nothing"]))).value, 2);
  const help = await written(() => reportCommand(["--help"]));
  assertEquals([help.value, help.err, help.out.startsWith("Usage: deno task report")], [
    0,
    "",
    true,
  ]);
});

Deno.test("verify --attest takes no notebooks, and attests no report of other notebooks", async () => {
  const named = await written(() => attestCommand(["a.ipynb"]));
  assertEquals([named.value, named.out], [2, ""]);
  assertStringIncludes(named.err, "expected none, since all notebooks are attested");
  await inFolder({ "index.html": "<!doctype html>" }, async (folder) => {
    const { value, err, out } = await written(() => attestCommand(["--report", folder]));
    assertEquals([value, out], [1, ""]);
    const lines = err.trimEnd().split("\n");
    assertEquals(lines.at(-1), "Nothing attested: write the report first, deno task report");
    assertEquals(lines.length > 1, true);
    for (const line of lines.slice(0, -1)) {
      assertEquals(/^notebooks\/[\w.]+\.ipynb is not in the report$/.test(line), true, line);
    }
    assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), ["index.html"]);
  });
});

Deno.test("a report's notebooks are the project's where their files are the same", () =>
  inFolder(
    { "notebooks/a.ipynb": "a", "notebooks/b.ipynb": "b", "notebooks/c.ipynb": "c" },
    async (root) => {
      const paths = ["a", "b", "c"].map((name) => join(root, "notebooks", `${name}.ipynb`));
      const report = { "notebooks/a.ipynb": sha256("a"), "notebooks/b.ipynb": sha256("other") };
      assertEquals(await foreignNotebooks(root, report, paths), [
        "notebooks/b.ipynb in the report is not notebooks/b.ipynb",
        "notebooks/c.ipynb is not in the report",
      ]);
      assertEquals(await foreignNotebooks(root, report, paths.slice(0, 1)), []);
    },
  ));

Deno.test("an attestation rests on the lock, the configuration, each table, and the library as one", () =>
  inFolder({
    "deno.lock": "lock",
    "deno.json": "{}",
    "data/b.csv": "b",
    "data/a.csv": "a",
    "lib/x.ts": "x",
    "lib/inner/y.ts": "y",
  }, async (root) => {
    const digests = await configurationOf(root);
    const { "lib/": library, ...others } = digests;
    assertEquals(others, {
      "data/a.csv": sha256("a"),
      "data/b.csv": sha256("b"),
      "deno.lock": sha256("lock"),
      "deno.json": sha256("{}"),
    });
    // As sha256sum lists its files, in the order of the paths.
    assertEquals(library, sha256(`${sha256("y")}  inner/y.ts\n${sha256("x")}  x.ts\n`));
    await Deno.remove(join(root, "deno.lock"));
    assertEquals("deno.lock" in await configurationOf(root), false);
  }));

Deno.test("check-report takes one folder, and says where there is none", async () => {
  for (const args of [[], ["a", "b"]]) {
    const { value, out, err } = await written(() => checkReportCommand(args));
    assertEquals([value, out], [2, ""]);
    assertStringIncludes(err, "expected one folder");
  }
});

Deno.test("a report that cannot be put in its place leaves the old one, and no half of the new", () =>
  inFolder({ "report/old.txt": "old" }, async (folder) => {
    const content = "x";
    const report = join(folder, "report");
    // A file cannot be a folder of another.
    await assertRejects(() =>
      writeReport(report, [{ path: "a", content }, { path: "a/b", content }])
    );
    assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), ["report"]);
    assertEquals(await Deno.readTextFile(join(report, "old.txt")), "old");
    for (const path of ["a//b", "a/./b", "a/../b", "..", "a/", "a\\b", "é"]) {
      await assertRejects(
        () => writeReport(report, [{ path, content }]),
        RangeError,
        "expected a relative path",
      );
    }
    await writeReport(report, [{ path: "a.b/c-d_e/f.txt", content }]);
    assertEquals(await Deno.readTextFile(join(report, "a.b/c-d_e/f.txt")), "x");
  }));
