/**
 * Ways out of the sandbox, tried on the real kernel: `deno task test:hostile`. Each must be held by
 * its wall, and nothing of what they try may be found afterwards. docs/sandbox.md lists them.
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { executeNotebook, type Execution, runNotebooks } from "../../lib/notebook/mod.ts";
import { processesLeft, REPOSITORY, type TestProject, testProject } from "../notebook/project.ts";
import { nativeSetup, nativeWays } from "./native_ways.ts";
import { moreScriptWays } from "./more_script_ways.ts";
import { scriptWays } from "./script_ways.ts";
import { cellOf, type Places, type Way } from "./way.ts";

const linux = Deno.build.os === "linux";

const printed = (execution: Execution) =>
  execution.notebook.cells.map((cell) =>
    (cell.outputs ?? []).filter((output) => output["name"] === "stdout")
      .map((output) => [output["text"] ?? []].flat().join("")).join("").trim()
  );

/** A project with a history and notes, and a place beside it that is none of a notebook's. */
async function setUp(): Promise<{ project: TestProject; places: Places } & AsyncDisposable> {
  const project = await testProject();
  const outside = await Deno.realPath(await Deno.makeTempDir({ prefix: "tallybook-test-" }));
  const secret = join(outside, "secret.txt");
  await Deno.writeTextFile(secret, "the secret");
  await Deno.writeTextFile(join(outside, "secret.json"), '"the secret"');
  await Deno.writeTextFile(join(outside, "module.ts"), "export const loaded = true;");
  await project.write(".git/config", "[user]\n");
  await project.write(".tallybook/note", "note");
  await Deno.symlink(outside, project.path("link"));
  const maps = linux ? await Deno.readTextFile("/proc/self/maps") : "";
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  (async () => {
    for await (const connection of listener) connection.close();
  })().catch(() => {});
  return {
    project,
    places: {
      outside,
      secret,
      project: project.root,
      libc: /\/\S*\/libc\.so\.6$/m.exec(maps)?.[0] ?? "libc.so.6",
      runner: Deno.pid,
      port: listener.addr.port,
    },
    [Symbol.asyncDispose]: async () => {
      listener.close();
      await project[Symbol.asyncDispose]();
      await Deno.remove(outside, { recursive: true });
    },
  };
}

async function assertHeld(
  ways: readonly Way[],
  setup: readonly string[],
  allow: readonly string[],
  project: TestProject,
): Promise<void> {
  const path = await project.notebook("a.ipynb", [
    ...setup,
    ...ways.map((way) => ({ code: cellOf(way), tags: ["raises-exception"] })),
  ]);
  const { failure, notebook, ...rest } = await executeNotebook(path, {
    out: null,
    allow,
    timeout: 60,
  });
  assertEquals(failure, null);
  const results = printed({ failure, notebook, ...rest }).slice(setup.length);
  for (const [i, { name }] of ways.entries()) assertMatch(results[i] ?? "", /^held/, name);
}

/** What was there before any way was tried, and nothing else. */
async function assertUntouched(project: TestProject, { outside, secret }: Places): Promise<void> {
  assertEquals([...Deno.readDirSync(outside)].map(({ name }) => name).sort(), [
    "module.ts",
    "secret.json",
    "secret.txt",
  ]);
  assertEquals(await Deno.readTextFile(secret), "the secret");
  assertEquals(await project.files(), [".git/config", "a.ipynb", "deno.json", "link"]);
  assertEquals(await processesLeft(project.root), []);
}

Deno.test({
  name: "the system's wall holds against native code",
  ignore: !linux,
  fn: async () => {
    await using place = await setUp();
    const { project, places } = place;
    await assertHeld(nativeWays(places), [nativeSetup(places)], ["ffi"], project);
    await assertUntouched(project, places);
  },
});

Deno.test("Deno's and Node's own functions lead nowhere, twice in a row", async () => {
  await using place = await setUp();
  const { project, places } = place;
  Deno.env.set("TALLYBOOK_SECRET", "secret");
  Deno.env.set("HTTPS_PROXY", "http://user:password@127.0.0.1:9");
  try {
    // The second run would find what the first one left.
    const ways = [...scriptWays(places), ...moreScriptWays(places)];
    for (let run = 0; run < 2; run++) await assertHeld(ways, [], [], project);
  } finally {
    Deno.env.delete("TALLYBOOK_SECRET");
    Deno.env.delete("HTTPS_PROXY");
  }
  await assertUntouched(project, places);
});

/** Ways in which a cell may try to hide that it failed. */
export const HIDING: ReadonlyArray<readonly [name: string, code: string]> = [
  [
    "its own listener that stops the event",
    'addEventListener("unhandledrejection", (event) => { event.stopImmediatePropagation(); event.preventDefault(); });',
  ],
  [
    "another dispatchEvent",
    "try { (globalThis as any).dispatchEvent = () => true; } catch { /* locked */ }\nEventTarget.prototype.dispatchEvent = () => true;",
  ],
  [
    "no listeners",
    "for (const symbol of Object.getOwnPropertySymbols(globalThis)) { try { (globalThis as any)[symbol].listeners = {}; } catch { /* locked */ } try { (globalThis as any)[symbol].listeners.unhandledrejection.length = 0; } catch { /* locked */ } }",
  ],
  [
    "another handler of the runtime's",
    "const core = (Deno as any)[(Deno as any).internal].core; try { core.setUnhandledPromiseRejectionHandler(() => true); } catch { /* locked */ }",
  ],
  ["another Array.prototype.push", "Array.prototype.push = () => 0;"],
  [
    "a setter on Object.prototype",
    'Object.defineProperty(Object.prototype, "0", { set() {}, get() { return undefined; }, configurable: true });',
  ],
  ["another JSON.stringify", 'JSON.stringify = () => "";'],
  [
    "another Event.prototype.preventDefault",
    'Event.prototype.preventDefault = () => { throw new Error("x"); };',
  ],
  [
    "an asked barrier",
    'const name = Object.getOwnPropertyNames(globalThis).find((it) => it.startsWith("tallybook_"))!; const lost = Promise.reject(new Error("early")); await new Promise((resolve) => setTimeout(resolve, 20)); (globalThis as any)[name]("token");',
  ],
  [
    "a reason without words",
    'class Sly { get stack() { throw new Error("x"); } toString(): string { throw new Error("y"); } }\nPromise.reject(new Sly());',
  ],
];

Deno.test("a rejection that nobody catches fails its cell, whatever the cell does to hide it", async () => {
  await using project = await testProject();
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < HIDING.length; i = next++) {
      const [name, code] = HIDING[i]!;
      const path = await project.notebook(`${i}.ipynb`, [
        `${code}\nPromise.reject(new TypeError("lost"));\nawait new Promise((resolve) => setTimeout(resolve, 20));`,
        "1",
      ]);
      const { status } = await executeNotebook(path, { out: null, timeout: 20 });
      assertEquals(status, "failed", name);
    }
  };
  await Promise.all([worker(), worker(), worker()]);
});

Deno.test("a listener on the broadcast sees no hidden cell and changes none", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", [
    `const original = Deno.jupyter.broadcast;
let seen = 0;
(Deno.jupyter as any).broadcast = (type: string, content: any, ...rest: unknown[]) => {
  seen++;
  return (original as any)(type, { ...content, data: {} }, ...rest);
};`,
    "1",
    "console.log(seen);",
  ]);
  const execution = await executeNotebook(path, { out: null });
  assertEquals([execution.failure, printed(execution)[2]], [null, "0"]);
});

Deno.test("cells have none of the runtime's own doors to files and permissions", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", [
    `const { ops } = (Deno as any)[(Deno as any).internal].core;
console.log(Object.keys(ops).filter((name) => /snapshot_(?:read|write)|permissions|desktop/.test(name)).join());`,
  ]);
  const execution = await executeNotebook(path, { out: null });
  assertEquals([execution.failure, printed(execution)], [null, [""]]);
});

/** Bombs: what the cell does, the options of the run, and what the reader is told. */
const BOMBS: ReadonlyArray<readonly [name: string, cell: string, told: RegExp]> = [
  [
    "a bomb of memory",
    "const keep = []; for (;;) keep.push(new Uint8Array(5e7).fill(1));",
    /memory|killed|ended/,
  ],
  [
    "a bomb of workers",
    'for (;;) { new Worker("data:application/javascript,setInterval(() => {}, 1000)", { type: "module" }); await new Promise((resolve) => setTimeout(resolve, 1)); }',
    /memory|longer|killed|ended/,
  ],
  ["a bomb of text", 'for (;;) console.log("x".repeat(1e6));', /put out more than/],
  ["a loop without end", "for (;;);", /longer than/],
];

for (const [name, cell, told] of BOMBS) {
  Deno.test(`${name} ends its notebook and nothing else`, async () => {
    await using project = await testProject();
    const path = await project.notebook("a.ipynb", [cell]);
    const good = await project.notebook("b.ipynb", ["1 + 1"]);
    const [bad, other] = await runNotebooks([path, good], {
      check: false,
      memory: 600,
      timeout: 5,
    });
    assertMatch(bad?.failure ?? "", told);
    assertEquals(other?.failure, null);
    assertEquals(await processesLeft(project.root), []);
  });
}

Deno.test({
  name: "a full disk: temporary files end the notebook at their limit, and are gone",
  ignore: !linux,
  fn: async () => {
    await using place = await setUp();
    const { project, places } = place;
    const path = await project.notebook("a.ipynb", [
      nativeSetup(places),
      `const block = at(new Uint8Array(1 << 20));
for (let n = 0;; n++) {
  const file = open(own + "/" + n, 0x41);
  for (let i = 0; i < 20; i++) call(nr(1, 64), file, block, 1 << 20);
  call(nr(3, 57), file);
  await new Promise((resolve) => setTimeout(resolve, 1));
}`,
    ]);
    const { failure } = await executeNotebook(path, {
      out: null,
      allow: ["ffi"],
      temporary: 100,
      timeout: 60,
    });
    assertMatch(failure?.message ?? "", /more than 100 MB of temporary files/);
  },
});

Deno.test("a timer outlives neither its notebook nor the runner", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", ["setInterval(() => {}, 10);\n1"]);
  assertEquals((await executeNotebook(path, { out: null })).failure, null);
  assertEquals(await processesLeft(project.root), []);
});

Deno.test("docs/sandbox.md lists every way with its wall", async () => {
  await using place = await setUp();
  const { places } = place;
  const text = (await Deno.readTextFile(join(REPOSITORY, "docs/sandbox.md"))).replace(/ +/g, " ");
  const all = [...nativeWays(places), ...scriptWays(places), ...moreScriptWays(places)];
  assert(all.length >= 60);
  const rows = [
    ...all.map(({ name, wall }) => `| ${name} | ${wall} | held |`),
    ...HIDING.map(([name]) => `| hide a rejection by ${name} | the hidden first cell | held |`),
  ];
  assertEquals(rows.filter((row) => !text.includes(row)), []);
});
