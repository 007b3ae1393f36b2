/** One address of the network, given by `--allow=net=HOST:PORT`: it can be reached, and nothing else. */
import { assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { executeNotebook } from "../../lib/notebook/mod.ts";
import { REPOSITORY, testProject } from "../notebook/project.ts";
import { addressWays } from "./address_ways.ts";
import { nativeSetup } from "./native_ways.ts";
import { cellOf } from "./way.ts";

const linux = Deno.build.os === "linux";

/** Servers on one port of two hosts of this machine, and on another port of the first. */
function serve() {
  const answer = (request: Request) => {
    const { port, pathname } = new URL(request.url);
    if (pathname === "/elsewhere") return Response.redirect(`http://127.0.0.2:${port}/`);
    const type = { "content-type": "text/javascript" };
    return new Response("export const loaded = true;", { headers: type });
  };
  const on = (hostname: string, port: number) =>
    Deno.serve({ hostname, port, onListen() {} }, answer);
  const first = on("127.0.0.1", 0);
  const { port } = first.addr as Deno.NetAddr;
  const others = [on("127.0.0.2", port), on("127.0.0.1", 0)];
  return {
    port,
    otherPort: (others[1]!.addr as Deno.NetAddr).port,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([first, ...others].map((server) => server.shutdown()));
    },
  };
}

const printed = (outputs: ReadonlyArray<Record<string, unknown>> | undefined, name: string) =>
  (outputs ?? []).filter((output) => output["name"] === name)
    .map((output) => [output["text"] ?? []].flat().join("")).join("").trim();

Deno.test({
  name: "a granted address is reached by fetch, by Node and by a connection, and nothing else is",
  ignore: !linux,
  fn: async () => {
    await using project = await testProject();
    await using servers = serve();
    const { port } = servers;
    const maps = await Deno.readTextFile("/proc/self/maps");
    const libc = /\/\S*\/libc\.so\.6$/m.exec(maps)?.[0] ?? "libc.so.6";
    const places = { outside: "", secret: "", project: "", libc, runner: Deno.pid, port };
    const ways = addressWays(servers);
    const reached = [
      `console.log(await fetch("http://127.0.0.1:${port}/").then((it) => it.text()));`,
      `import http from "node:http";\nconsole.log(await new Promise((ok, no) => http.get("http://127.0.0.1:${port}/", (it) => it.on("data", (bytes) => ok(String(bytes)))).on("error", no)));`,
      `using connection = await Deno.connect({ hostname: "127.0.0.1", port: ${port} });\nconsole.log(connection.remoteAddr.port);`,
    ];
    const path = await project.notebook("a.ipynb", [
      nativeSetup(places),
      ...reached,
      ...ways.map((way) => ({ code: cellOf(way), tags: ["raises-exception"] })),
      {
        code: `await Deno.connect({ hostname: "127.0.0.2", port: ${port} });`,
        tags: ["raises-exception"],
      },
    ]);
    const { failure, notebook, allowed } = await executeNotebook(path, {
      out: null,
      allow: ["ffi", `net=127.0.0.1:${port}`],
      timeout: 60,
    });
    assertEquals(failure, null);
    assertEquals(allowed, ["ffi", `net=127.0.0.1:${port}`]);
    const outputs = notebook.cells.slice(1).map((cell) => printed(cell.outputs, "stdout"));
    assertEquals(outputs.slice(0, 3), [
      "export const loaded = true;",
      "export const loaded = true;",
      String(port),
    ]);
    for (const [i, { name }] of ways.entries()) assertMatch(outputs[3 + i] ?? "", /^held/, name);
    assertEquals(
      notebook.cells.at(-1)?.outputs?.[0]?.["evalue"],
      `Notebook has no net access to "127.0.0.2:${port}": run it with --allow=net=127.0.0.2:${port} to give it`,
    );
  },
});

Deno.test("an address that was not given is refused in the kernel, whatever else was given", async () => {
  await using project = await testProject();
  await using servers = serve();
  const path = await project.notebook("a.ipynb", [{
    code: `await fetch("http://127.0.0.1:${servers.port}/");`,
    tags: ["raises-exception"],
  }]);
  const { notebook } = await executeNotebook(path, { out: null, allow: ["net=localhost:1"] });
  assertMatch(JSON.stringify(notebook.cells[0]?.outputs), /NotCapable: Notebook has no net access/);
});

Deno.test("docs/sandbox.md lists every way from a granted address with its wall", async () => {
  const text = (await Deno.readTextFile(join(REPOSITORY, "docs/sandbox.md"))).replace(/ +/g, " ");
  const rows = addressWays({ port: 1, otherPort: 2 })
    .map(({ name, wall }) => `| ${name} | ${wall} | held |`);
  assertEquals(rows.filter((row) => !text.includes(row)), []);
});
