/** JupyterLab itself on the project's kernelspec, where it is installed. */
import { grantTexts, parseGrants } from "../../lib/notebook/grants.ts";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { delimiter, join } from "node:path";
import { denoFolder, processesLeft, REPOSITORY, testProject } from "./project.ts";

/** The folder of JupyterLab's programs; where it is named, the tests that need it must run. */
const JUPYTER = Deno.env.get("TALLYBOOK_JUPYTER");
const PATH = [JUPYTER, Deno.env.get("PATH")].filter(Boolean).join(delimiter);

function installed(program: string): boolean {
  try {
    return new Deno.Command(program, {
      args: ["--version"],
      env: { PATH },
      stdout: "null",
      stderr: "null",
    }).outputSync().success;
  } catch {
    return false;
  }
}

const lab = (folder: string, path: string, args: string[], env: Record<string, string> = {}) =>
  new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", join(REPOSITORY, "lib/cli.ts"), "lab", ...args],
    cwd: folder,
    env: { PATH: path, NO_COLOR: "1", ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  });

/** A port that was free a moment ago. */
function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}

/** Runs one cell through the server's own channel and resolves to the texts that it put out. */
function runCell(socket: WebSocket, code: string): Promise<string[]> {
  const id = crypto.randomUUID();
  const texts: string[] = [];
  const { promise, resolve } = Promise.withResolvers<string[]>();
  socket.onmessage = (event) => {
    const message = JSON.parse(event.data);
    if (message.parent_header.msg_id !== id) return;
    const { content } = message;
    const text = content.text ?? content.data?.["text/plain"];
    if (text !== undefined) texts.push(text);
    // The kernel may send outputs behind its "idle": what follows within the moment counts.
    if (content.execution_state === "idle") setTimeout(() => resolve(texts), 500);
  };
  socket.send(JSON.stringify({
    header: {
      msg_id: id,
      msg_type: "execute_request",
      session: id,
      username: "",
      version: "5.3",
      date: "",
    },
    parent_header: {},
    metadata: {},
    channel: "shell",
    content: { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false },
  }));
  return promise;
}

Deno.test("lab --path prints a folder with a kernelspec that names no machine in a notebook", async () => {
  await using project = await testProject();
  const { code, stdout } = await lab(project.root, PATH, ["--path"]).output();
  assertEquals(code, 0);
  const folder = new TextDecoder().decode(stdout).trim();
  assertEquals(folder, project.path(".tallybook/jupyter"));
  const spec = JSON.parse(await Deno.readTextFile(join(folder, "kernels/deno/kernel.json")));
  assertEquals(spec.argv, [
    ...[Deno.execPath(), "run", "-A", join(REPOSITORY, "lib/cli.ts")],
    ...["kernel", "{connection_file}"],
  ]);
  assertEquals([spec.display_name, spec.language], ["Deno", "typescript"]);
});

Deno.test("lab refuses to give what does not exist", async () => {
  await using project = await testProject();
  const { code, stderr } = await lab(project.root, project.root, ["--allow=nat"]).output();
  assertEquals(code, 2);
  assertStringIncludes(new TextDecoder().decode(stderr), 'found "nat"');
});

Deno.test("grants as texts are the same grants, wherever they are read", () => {
  const grants = parseGrants(["net", "read=a", "write=/b"], "/folder");
  assertEquals(grantTexts(grants), ["net", "read=/folder/a", "write=/b"]);
  assertEquals(parseGrants(grantTexts(grants), "/elsewhere"), grants);
});

Deno.test("lab says what to install where there is no JupyterLab", async () => {
  await using project = await testProject();
  const { code, stderr } = await lab(project.root, project.root, []).output();
  assertEquals(code, 1);
  assertStringIncludes(new TextDecoder().decode(stderr), "pip install jupyterlab");
});

Deno.test({
  name: "Jupyter finds the kernelspec by JUPYTER_PATH",
  ignore: !JUPYTER && !installed("jupyter-kernelspec"),
  fn: async () => {
    await using project = await testProject();
    await lab(project.root, PATH, ["--path"]).output();
    const { stdout } = await new Deno.Command("jupyter-kernelspec", {
      args: ["list", "--json"],
      env: { PATH, JUPYTER_PATH: project.path(".tallybook/jupyter") },
      stderr: "null",
    }).output();
    const { kernelspecs } = JSON.parse(new TextDecoder().decode(stdout));
    assertEquals(kernelspecs.deno.resource_dir, project.path(".tallybook/jupyter/kernels/deno"));
  },
});

Deno.test({
  name: "lab opens JupyterLab, whose server runs all cells of a notebook on the project's kernel",
  ignore: !JUPYTER && !installed("jupyter-lab"),
  fn: async () => {
    await using project = await testProject({ imports: { library: "./lib/mod.ts" } });
    await project.write("lib/mod.ts", "export const count: number = 41;\n");
    const given = await Deno.makeTempFile({ prefix: "tallybook-test-" });
    await Deno.writeTextFile(given, "given");
    await project.notebook("notebooks/a.ipynb", [
      'import { count } from "library";',
      "console.log(count + 1);",
      "new Date(0).getHours()",
      `console.log(Deno.readTextFileSync(${JSON.stringify(given)}));`,
      "try { Deno.readTextFileSync('/etc/passwd'); } catch (error) { console.log(error.name); }",
    ]);
    const home = project.path("home");
    await Deno.mkdir(home);
    const port = freePort();
    const token = crypto.randomUUID();
    const process = lab(
      project.root,
      PATH,
      [
        `--allow=read=${given}`,
        "--no-browser",
        "--allow-root",
        `--ServerApp.port=${port}`,
        "--ServerApp.ip=127.0.0.1",
        `--IdentityProvider.token=${token}`,
      ],
      { HOME: home, DENO_DIR: await denoFolder() },
    ).spawn();
    const log = new Response(process.stderr).text();
    const out = new Response(process.stdout).text();
    const call = async (path: string, init: RequestInit = {}) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        ...init,
        headers: { Authorization: `token ${token}`, "Content-Type": "application/json" },
      });
      return response.status === 204 ? null : await response.json();
    };
    try {
      let specs: { kernelspecs: Record<string, unknown> } | undefined;
      for (let i = 0; i < 600 && !specs; i++) {
        specs = await call("/api/kernelspecs").catch(() => undefined);
        if (!specs) await new Promise((resolve) => setTimeout(resolve, 100));
      }
      assert(specs && "deno" in specs.kernelspecs, "the server lists the kernel");
      const page = await fetch(
        `http://127.0.0.1:${port}/lab/tree/notebooks/a.ipynb?token=${token}`,
      );
      assertEquals(page.status, 200);
      assertStringIncludes(await page.text(), "JupyterLab");
      const file = await call("/api/contents/notebooks/a.ipynb");
      const session = await call("/api/sessions", {
        method: "POST",
        body: JSON.stringify({
          path: "notebooks/a.ipynb",
          name: "a.ipynb",
          type: "notebook",
          kernel: { name: file.content.metadata.kernelspec.name },
        }),
      });
      const socket = new WebSocket(
        `ws://127.0.0.1:${port}/api/kernels/${session.kernel.id}/channels?token=${token}`,
      );
      await new Promise((resolve) => socket.onopen = resolve);
      const outputs: string[][] = [];
      for (const cell of file.content.cells) {
        outputs.push(await runCell(socket, [cell.source].flat().join("")));
      }
      assertEquals(outputs, [[], ["42\n"], ["0"], ["given\n"], ["NotCapable\n"]]);
      const closed = new Promise((resolve) => socket.onclose = resolve);
      socket.close();
      await closed;
      await call(`/api/sessions/${session.id}`, { method: "DELETE" });
    } finally {
      await Deno.remove(given);
      // The task passes the request on: JupyterLab stops its kernels and ends.
      process.kill("SIGTERM");
      await process.status;
      await Promise.all([log, out]);
    }
    assertEquals(await processesLeft(project.root), [], "nothing is left running");
    assertEquals([...Deno.readDirSync(home)], [], "nothing is written to the home");
  },
});
