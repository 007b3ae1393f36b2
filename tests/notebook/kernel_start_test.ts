/** What a kernel is started with: connection, environment, folder, lock, and what its barrier tells. */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { BARRIER_TYPE, barrierCode, barrierName, barrierOf } from "../../lib/notebook/barrier.ts";
import { isRefusal, reasonOfRefusal, rememberingHash } from "../../lib/notebook/candidate.ts";
import { newConnection } from "../../lib/notebook/connection.ts";
import { makeStartFolder } from "../../lib/notebook/elsewhere.ts";
import { kernelEnvironment } from "../../lib/notebook/kernel_environment.ts";
import { writeKernelspec } from "../../lib/notebook/kernelspec.ts";
import type { Message } from "../../lib/notebook/message.ts";
import { NotebookFormatError } from "../../lib/notebook/notebook_file.ts";
import { lockNotebook, NotebookBusy } from "../../lib/notebook/notebook_lock.ts";
import { isProject, projectRoot, RUNNER_ROOT, stateFolder } from "../../lib/notebook/project.ts";
import { realPathOf } from "../../lib/notebook/real_path.ts";
import { SessionQueue } from "../../lib/notebook/session_queue.ts";
import { sha256 } from "../../lib/files/hash.ts";
import { testProject } from "./project.ts";

Deno.test("a connection has five free ports that differ, and the key that was given or a new one", () => {
  const { shell_port, iopub_port, stdin_port, control_port, hb_port, ...rest } = newConnection("k");
  const ports = [shell_port, iopub_port, stdin_port, control_port, hb_port];
  assertEquals(new Set(ports).size, 5);
  // Free: each can be listened on.
  for (const port of ports) Deno.listen({ hostname: "127.0.0.1", port }).close();
  assertEquals(rest, {
    ip: "127.0.0.1",
    transport: "tcp",
    signature_scheme: "hmac-sha256",
    kernel_name: "deno",
    key: "k",
  });
  assert(newConnection().key.length > 30 && newConnection().key !== newConnection().key);
});

Deno.test("a barrier tells what its token's message carries, and no other message", () => {
  const name = barrierName();
  assertEquals([/^tallybook_\w{36}$/.test(name), name === barrierName()], [true, false]);
  assertEquals(barrierCode("f", 'a"b'), 'f("a\\"b")');
  const mark = { token: "t", uncaught: '["a","b"]', denied: '["c"]', loads: 3, unlisted: true };
  const message = (content: Record<string, unknown>) => ({ content }) as unknown as Message;
  assertEquals(barrierOf(message({ data: { [BARRIER_TYPE]: mark } }), "t"), {
    uncaught: ["a", "b"],
    denied: ["c"],
    loads: 3,
    unlisted: true,
  });
  assertEquals(barrierOf(message({ data: { [BARRIER_TYPE]: mark } }), "u"), undefined);
  assertEquals(barrierOf(message({ data: { "text/plain": "t" } }), "t"), undefined);
  assertEquals(barrierOf(message({}), "t"), undefined);
});

/** Runs with other variables, and puts them back. */
function withVariables<T>(variables: Readonly<Record<string, string>>, run: () => T): T {
  const before = Object.keys(variables).map((name) => [name, Deno.env.get(name)] as const);
  for (const [name, value] of Object.entries(variables)) Deno.env.set(name, value);
  try {
    return run();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Deno.env.delete(name);
      else Deno.env.set(name, value);
    }
  }
}

Deno.test("a kernel's environment is what Deno needs, without secrets, the same on every machine", () => {
  const given = {
    DENO_CERT: "/cert.pem",
    SECRET_TOKEN: "s3cret",
    HTTPS_PROXY: "https://me:word@proxy",
    NPM_CONFIG_REGISTRY: "https://me:word@npm.example/",
    JSR_URL: "https://jsr.example/",
  };
  const options = { memory: 512, broker: "/run/broker", namesByTcp: false, runFolder: "/run" };
  const environment = withVariables(given, () => kernelEnvironment(options));
  assertEquals(JSON.stringify(environment).includes("word"), false);
  assertEquals(
    ["SECRET_TOKEN", "HTTPS_PROXY", "RES_OPTIONS"].some((name) => name in environment),
    false,
  );
  const {
    PATH,
    SYSTEMROOT: _windows,
    SSL_CERT_FILE: _ssl,
    DENO_TLS_CA_STORE: _store,
    NODE_EXTRA_CA_CERTS: _node,
    npm_config_registry: _npm,
    ...rest
  } = environment;
  assertEquals(PATH, Deno.env.get("PATH"));
  assertEquals(rest, {
    DENO_CERT: "/cert.pem",
    NPM_CONFIG_REGISTRY: "https://npm.example/",
    JSR_URL: "https://jsr.example/",
    HOME: "/run/home",
    TMPDIR: "/run/tmp",
    TEMP: "/run/tmp",
    TMP: "/run/tmp",
    DENO_DIR: "/run/deno",
    TZ: "UTC",
    LANG: "en_US.UTF-8",
    LC_ALL: "en_US.UTF-8",
    NO_COLOR: "1",
    DENO_PERMISSION_BROKER_PATH: "/run/broker",
    DENO_NO_PROMPT: "1",
    DENO_NO_UPDATE_CHECK: "1",
    DENO_V8_FLAGS: "--expose-gc,--max-old-space-size=512",
  });
  assertEquals(kernelEnvironment({ ...options, namesByTcp: true })["RES_OPTIONS"], "use-vc");
});

Deno.test("a project is the nearest folder with a deno.json; without one the file's own folder", async () => {
  await using project = await testProject();
  const path = await project.write("a/b/c.ipynb", "{}");
  assertEquals([isProject(project.root), isProject(project.path("a"))], [true, false]);
  assertEquals(projectRoot(path), project.root);
  assertEquals(stateFolder(project.root), project.path(".tallybook"));
  await Deno.mkdir(project.path("a/deno.json"));
  assertEquals(projectRoot(path), project.root, "a folder of that name is no project");
  await project.write("a/b/deno.json", "{}");
  assertEquals(projectRoot(path), project.path("a/b"));
  const nowhere = await Deno.realPath(await Deno.makeTempDir());
  try {
    assertEquals(projectRoot(join(nowhere, "a.ipynb")), nowhere);
    const state = stateFolder(nowhere);
    assertEquals(dirname(state), join(RUNNER_ROOT, ".tallybook", "elsewhere"));
    assertEquals(state.endsWith(sha256(nowhere).slice(0, 16)), true);
  } finally {
    await Deno.remove(nowhere, { recursive: true });
  }
});

Deno.test("a path's real place is known also where the file is not there yet", async () => {
  await using project = await testProject();
  await project.write("a/x", "");
  await Deno.symlink(project.path("a"), project.path("link"));
  assertEquals(realPathOf(project.path("link/x")), project.path("a/x"));
  assertEquals(realPathOf(project.path("link/none/deep")), project.path("a/none/deep"));
  assertEquals(realPathOf("/"), "/");
});

Deno.test("outside of a project a kernel starts with the library's imports, and its paths lead home", () => {
  const folder = join(Deno.makeTempDirSync(), "start");
  try {
    makeStartFolder(folder, "/home/me");
    const config = JSON.parse(Deno.readTextFileSync(join(folder, "deno.json")));
    const own = JSON.parse(Deno.readTextFileSync(join(RUNNER_ROOT, "deno.json")));
    assertEquals(
      config.imports["tallybook/election"],
      pathToFileURL(join(RUNNER_ROOT, "lib/election/mod.ts")).href,
    );
    assertEquals(config.imports["csv-parse"], own.imports["csv-parse"]);
    assertEquals(config.imports[`${pathToFileURL(folder).href}/`], "file:///home/me/");
    assertEquals(Object.keys(config.imports).length, Object.keys(own.imports).length + 1);
    assertEquals([config.lock, config.unstable], [
      { path: "./deno.lock", frozen: false },
      own.unstable,
    ]);
    for (const [i, link] of config.links.entries()) {
      assertEquals(join(folder, link), join(RUNNER_ROOT, own.links[i]));
    }
    assertEquals(
      Deno.readTextFileSync(join(folder, "deno.lock")),
      Deno.readTextFileSync(join(RUNNER_ROOT, "deno.lock")),
    );
  } finally {
    Deno.removeSync(dirname(folder), { recursive: true });
  }
});

Deno.test("one run at a time writes into a notebook", async () => {
  await using project = await testProject();
  const [a, b] = [project.path("a.ipynb"), project.path("b.ipynb")];
  {
    using _a = await lockNotebook(a);
    await assertRejects(
      () => lockNotebook(a),
      NotebookBusy,
      "Another process is running this notebook",
    );
    using _b = await lockNotebook(b);
  }
  (await lockNotebook(a))[Symbol.dispose]();
});

Deno.test("Jupyter's kernelspec starts the kernel behind its wall, with the displays' environment", async () => {
  await using project = await testProject();
  const folder = await writeKernelspec(project.root);
  assertEquals(folder, project.path(".tallybook/jupyter"));
  const { argv, env, ...rest } = JSON.parse(
    Deno.readTextFileSync(join(folder, "kernels/deno/kernel.json")),
  );
  assertEquals(argv, [
    Deno.execPath(),
    "run",
    "-A",
    join(RUNNER_ROOT, "lib/cli.ts"),
    "kernel",
    "{connection_file}",
  ]);
  assertEquals(env, { TZ: "UTC", LANG: "en_US.UTF-8", LC_ALL: "en_US.UTF-8", NO_COLOR: "1" });
  assertEquals(rest, { display_name: "Deno", language: "typescript", interrupt_mode: "message" });
});

Deno.test("what is no notebook, or not there, is refused in words; anything else is an error", () => {
  const format = new NotebookFormatError("a.ipynb is no notebook");
  assertEquals([isRefusal(format), isRefusal(new Deno.errors.NotFound("x"))], [true, true]);
  assertEquals([isRefusal(new TypeError("x")), isRefusal("x")], [false, false]);
  assertEquals(reasonOfRefusal(format, "a.ipynb"), "a.ipynb is no notebook");
  assertEquals(reasonOfRefusal(new Deno.errors.NotFound("x"), "a.ipynb"), "Cannot find a.ipynb");
});

Deno.test("a file is hashed once for one run's questions", async () => {
  await using project = await testProject();
  const path = await project.write("a", "1");
  const hash = rememberingHash();
  assertEquals(await hash(path), sha256("1"));
  await project.write("a", "2");
  assertEquals(await hash(path), sha256("1"));
  assertEquals(await rememberingHash()(path), sha256("2"));
  assertEquals(await hash(project.path("none")), null);
});

Deno.test("a queue has a kernel for each of its notebooks, and for no other", async () => {
  const queue = new SessionQueue([], {});
  queue.startUpTo(2);
  const error = await assertRejects(async () => await queue.take(0), RangeError);
  assertStringIncludes(error.message, "found none at 0");
  await queue.discard(0);
  await queue.discardAll();
});
