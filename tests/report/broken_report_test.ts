import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { removeCopy, report, said, smallCopy } from "./small_copy.ts";

/** Puts a line in front of a file, does something, and takes it away again. */
async function withLine(path: string, line: string, act: () => Promise<void>): Promise<void> {
  const before = await Deno.readTextFile(path);
  await Deno.writeTextFile(path, `${line}\n${before}`);
  try {
    await act();
  } finally {
    await Deno.writeTextFile(path, before);
  }
}

Deno.test("a report that lacks a part, or cannot be made, is a failure", async (t) => {
  const root = await smallCopy();
  try {
    await t.step("what the bundler refuses: the pages are there, the exit code is 1", async () => {
      await withLine(
        join(root, "lib/report/panels/client/form.ts"),
        "const broken: = 1;",
        async () => {
          for (let times = 0; times < 2; times++) {
            const { code, said } = await report(root);
            assertEquals(code, 1, said);
            assertStringIncludes(said, "The report is without live panels. Cannot bundle");
            assert(!said.includes("page unchanged"), said);
            assert(!Deno.readTextFileSync(join(root, "report/index.html")).includes("live_"));
          }
        },
      );
    });

    await t.step("afterwards the same notebook's report is whole", async () => {
      await said(root);
      assertStringIncludes(Deno.readTextFileSync(join(root, "report/index.html")), "live_");
    });

    await t.step(
      "a fault of our own ends the task and leaves the report that was there",
      async () => {
        const index = join(root, "report/index.html");
        const before = Deno.statSync(index).mtime?.getTime();
        await withLine(
          join(root, "lib/report/panels/bundle_panels.ts"),
          "(undefined as unknown as { x: { y: number } }).x.y;",
          async () => {
            const { code, said } = await report(root);
            assertEquals(code, 1, said);
            assertStringIncludes(said, "TypeError");
            assertEquals(Deno.statSync(index).mtime?.getTime(), before);
          },
        );
      },
    );

    await t.step("a table without one of its columns is named, not shown as nothing", async () => {
      const path = join(root, "data/state_returns.csv");
      const text = await Deno.readTextFile(path);
      await Deno.writeTextFile(path, text.replace("candidate,", "name,"));
      const { code, said } = await report(root);
      assertEquals(code, 1, said);
      assertStringIncludes(said, 'data/state_returns.csv, row 1, column "candidate"');
      await Deno.writeTextFile(path, text);
    });
  } finally {
    await removeCopy(root);
  }
});
