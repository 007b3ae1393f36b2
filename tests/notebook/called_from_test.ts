/** What the commands make of the folder and the variables that they are called with. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { findNotebooks, labCommand } from "../../lib/notebook/mod.ts";
import { calledPath, notebooksFrom } from "../../lib/notebook/find_notebooks.ts";
import { withVariables } from "../files/with_variables.ts";
import { answer } from "./command_answer.ts";
import { testProject } from "./project.ts";

Deno.test("a path is that of the command's folder, or of the one where the task was called", async () => {
  await using project = await testProject();
  await project.write("inner/a.ipynb", "{}");
  const folder = Deno.cwd();
  try {
    Deno.chdir(project.root);
    await withVariables({ INIT_CWD: project.path("inner") }, () => {
      assertEquals(calledPath("a.ipynb"), "inner/a.ipynb");
      assertEquals(calledPath("deno.json"), "deno.json");
      assertEquals(calledPath("none.ipynb"), "none.ipynb");
    });
    await withVariables(
      { INIT_CWD: null },
      () => assertEquals(calledPath("a.ipynb"), "a.ipynb"),
    );
    await project.write("notebooks/b.ipynb", "{}");
    await project.write("notebooks/.hidden.ipynb", "{}");
    await project.write("notebooks/folder.ipynb/x", "{}");
    assertEquals(await notebooksFrom([]), ["notebooks/b.ipynb"]);
    assertEquals(await notebooksFrom(["x"]), ["x"]);
    assertEquals(await findNotebooks("inner"), ["inner/a.ipynb"]);
  } finally {
    Deno.chdir(folder);
  }
});

/** A JupyterLab in small: notes its arguments and variables, and ends with 3. */
const LAB = `#!/bin/sh
printf '%s\\n' "$@" > "$NOTED.args"
env > "$NOTED.env"
exit 3
`;

Deno.test("lab starts JupyterLab with the project's kernels and grants, and ends as it does", {
  ignore: Deno.build.os === "windows",
}, async () => {
  await using project = await testProject();
  const program = await project.write("bin/jupyter-lab", LAB);
  await Deno.chmod(program, 0o755);
  const noted = project.path("noted");
  const folder = Deno.cwd();
  const variables = {
    PATH: `${project.path("bin")}:/usr/bin:/bin`,
    NOTED: noted,
    JUPYTER_PATH: "/own",
    JUPYTER_DATA_DIR: "/chosen",
    JUPYTER_CONFIG_DIR: null,
  };
  try {
    Deno.chdir(project.root);
    const path = (await answer(labCommand, "--path")).out.trim();
    const { code } = await withVariables(
      variables,
      () => answer(labCommand, "--allow=net,write=out", "--no-browser"),
    );
    assertEquals(code, 3);
    const args = Deno.readTextFileSync(`${noted}.args`).trim().split("\n");
    assertEquals(args, [`--ServerApp.root_dir=${project.root}`, "--no-browser"]);
    const env = new Map(
      Deno.readTextFileSync(`${noted}.env`).split("\n").map((line) => {
        const at = line.indexOf("=");
        return [line.slice(0, at), line.slice(at + 1)] as const;
      }),
    );
    assertEquals(env.get("JUPYTER_PATH"), `${path}:/own`);
    assertEquals(env.get("JUPYTER_DATA_DIR"), "/chosen");
    assertEquals(env.get("JUPYTER_CONFIG_DIR"), join(path, "config"));
    assertEquals(
      [...env.values()].includes(JSON.stringify(["net", `write=${project.path("out")}`])),
      true,
    );
    await withVariables({ ...variables, JUPYTER_PATH: null }, () => answer(labCommand));
    assertStringIncludes(Deno.readTextFileSync(`${noted}.env`), `\nJUPYTER_PATH=${path}\n`);
    const wrong = await answer(labCommand, "--allow=all");
    assertEquals([wrong.code, wrong.out], [2, ""]);
    assertStringIncludes(wrong.err, 'found "all"');
    const none = await withVariables({ PATH: "/nowhere" }, () => answer(labCommand));
    assertEquals([none.code, none.out], [1, ""]);
    assertStringIncludes(none.err, "JupyterLab is not on the PATH");
  } finally {
    Deno.chdir(folder);
  }
});
