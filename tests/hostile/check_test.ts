/**
 * The type check runs no cell, but reads what the cells name as modules and quotes it in its
 * messages: it reads no more than the cells may, and one notebook keeps no other from being checked.
 */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { runNotebooks } from "../../lib/notebook/mod.ts";
import { testProject } from "../notebook/project.ts";

const SECRET = "hunter2";

Deno.test("the check reads nothing outside of the project, and no device without end", async () => {
  await using project = await testProject();
  const outside = await Deno.makeTempDir({ prefix: "tallybook-test-" });
  try {
    await Deno.writeTextFile(
      join(outside, "a.ts"),
      `export const secret = "${SECRET}" as const;\n`,
    );
    await Deno.writeTextFile(join(outside, "a.json"), `{ "${SECRET}": 1 }`);
    await Deno.writeTextFile(join(outside, "a.txt"), SECRET);
    const cells = [
      `const n: typeof import("${outside}/a.ts").secret = "x";`,
      `import all from "${outside}/a.json" with { type: "json" };\nall.nothing;`,
      `/// <reference path="${outside}/a.ts" />\nconst n: number = secret;`,
      `import "${outside}/a.txt";`,
      ...(Deno.build.os === "linux" ? ['import "/dev/zero";', 'import "/etc/passwd";'] : []),
    ];
    const paths: string[] = [];
    for (const [i, cell] of cells.entries()) {
      paths.push(await project.notebook(`${i}.ipynb`, [cell]));
    }
    const runs = await runNotebooks(paths, { out: null });
    for (const { failure, notebook } of runs) {
      assertMatch(
        failure ?? "",
        /Cannot load \/\S+: it is not there, or not the notebook's to read/,
      );
      assertEquals(
        JSON.stringify([failure, notebook?.cells.map((it) => it.outputs)]).includes(SECRET),
        false,
      );
    }
  } finally {
    await Deno.remove(outside, { recursive: true });
  }
});

Deno.test("what brings the checker down is told of its own notebook alone", async () => {
  await using project = await testProject();
  await project.write("broken.ts", "export const = 5;\n");
  const runs = await runNotebooks([
    await project.notebook("good.ipynb", ["1 + 1"]),
    await project.notebook("deep.ipynb", [`${"[".repeat(4000)}${"]".repeat(4000)}; 1`]),
    await project.notebook("helper.ipynb", ['import "./broken.ts";']),
  ]);
  const [good, deep, helper] = runs.map(({ failure }) => failure ?? "");
  assertEquals(good, "");
  assertStringIncludes(deep ?? "", "deep.ipynb: Cannot look at the notebook: ");
  assertStringIncludes(helper ?? "", "helper.ipynb: Cannot check types: broken.ts:1:14: ");
});
