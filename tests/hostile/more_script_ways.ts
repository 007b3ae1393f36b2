/** Further ways by Deno's and Node's own functions: those that few programs use. Nothing was given. */
import type { Places, Way } from "./way.ts";

const BROKER = "permission broker; behind it Landlock and seccomp";
const FILES = "Landlock: files";

/** The ways, each an expression. */
export function moreScriptWays({ outside, secret, port }: Places): Way[] {
  const way = (wall: string) => (name: string, code: string): Way => ({ name, wall, code });
  const broker = way(BROKER);
  const q = JSON.stringify;
  const node = (module: string, code: string) => `import("node:${module}").then((it) => ${code})`;
  const own = 'Deno.env.get("TMPDIR")!';
  const soon = (promise: string) =>
    `Promise.race([${promise}, new Promise((ok) => setTimeout(() => ok("refused: nothing came"), 1500))])`;
  return [
    broker(
      "read it by a symbolic link of its own",
      `(Deno.symlinkSync(${
        q(secret)
      }, ${own} + "/link-" + Date.now()), Deno.readTextFileSync([...Deno.readDirSync(${own})].filter((it) => it.isSymlink).map((it) => ${own} + "/" + it.name)[0]))`,
    ),
    broker(
      "read it by a hard link of its own",
      `(Deno.linkSync(${q(secret)}, ${own} + "/hard"), Deno.readTextFileSync(${own} + "/hard"))`,
    ),
    broker(
      "read it by moving it into its own folder",
      `(Deno.renameSync(${
        q(secret)
      }, ${own} + "/moved"), Deno.readTextFileSync(${own} + "/moved"))`,
    ),
    way(FILES)(
      "read it as a module of Node's",
      node("module", `it.createRequire(${q(outside + "/a.js")})("./secret.json")`),
    ),
    broker(
      "read it as a file of variables",
      node("process", `(it.loadEnvFile(${q(secret)}), "DONE")`),
    ),
    broker(
      "read it in a thread of Node's",
      node(
        "worker_threads",
        `new Promise((ok, no) => { const w = new it.Worker("const { parentPort } = require('node:worker_threads'); try { parentPort.postMessage(require('node:fs').readFileSync(" + ${
          q(JSON.stringify(secret))
        } + ", 'utf8')); } catch (e) { parentPort.postMessage('refused ' + e.name); }", { eval: true }); w.on("message", (m) => { w.terminate(); ok(m); }); w.on("error", no); setTimeout(() => ok("refused: nothing came"), 3000); })`,
      ),
    ),
    broker(
      "go into a folder outside and read there",
      `(Deno.chdir(${q(outside)}), Deno.readTextFileSync("secret.txt"))`,
    ),
    broker("watch a folder outside", `(Deno.watchFs(${q(outside)}), "DONE")`),
    broker("change the times of a file outside", `(Deno.utimeSync(${q(secret)}, 0, 0), "DONE")`),
    broker("change the mode of a file outside", `(Deno.chmodSync(${q(secret)}, 0o777), "DONE")`),
    broker(
      "a heap snapshot into a folder outside",
      node("v8", `it.writeHeapSnapshot(${q(outside + "/heap")})`),
    ),
    broker(
      "copy a file out by Node",
      node("fs", `(it.cpSync("deno.json", ${q(outside + "/copied")}), "DONE")`),
    ),
    broker(
      "a database copied out by its own query",
      node(
        "sqlite",
        `(() => { const db = new it.DatabaseSync(":memory:"); db.exec("CREATE TABLE t (x)"); db.exec("VACUUM INTO '${outside}/copy.db'"); return "DONE"; })()`,
      ),
    ),
    broker("a TLS connection", `Deno.connectTls({ hostname: "127.0.0.1", port: ${port} })`),
    broker(
      "a TLS connection by Node",
      soon(
        node(
          "tls",
          `new Promise((ok, no) => it.connect(${port}, "127.0.0.1", () => ok("DONE")).on("error", no))`,
        ),
      ),
    ),
    broker(
      "an HTTP/2 session",
      soon(
        node(
          "http2",
          `new Promise((ok, no) => it.connect("http://127.0.0.1:${port}").on("connect", () => ok("DONE")).on("error", no))`,
        ),
      ),
    ),
    broker(
      "a name resolved by Node's own resolver",
      soon(
        node(
          "dns",
          `new Promise((ok, no) => { const r = new it.Resolver(); r.setServers(["127.0.0.1:${port}"]); r.resolve4("secret.example.com", (e, a) => e ? no(e) : ok("DONE " + a)); })`,
        ),
      ),
    ),
    broker("a signal by a negative number to a group", `(Deno.kill(-1, "SIGCONT"), "DONE")`),
  ];
}
