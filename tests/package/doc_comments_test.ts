/** The library's documentation is its doc comments: none is missing, down to members of types. */
import { assert, assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";

const ROOMS = ["check", "stats", "election", "display", "chart", "claims", "data"];

Deno.test("every exported function, type and member has a doc comment", async () => {
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["doc", "--lint", ...ROOMS.map((room) => `lib/${room}/mod.ts`)],
    cwd: fileURLToPath(new URL("../../", import.meta.url)),
    env: { NO_COLOR: "1" },
  }).output();
  const said = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  // It says something of each public type that names one which is not exported; that is not asked here.
  assert(said.includes("documentation lint error") || said.includes("Checked"), said.slice(0, 300));
  const missing = [...said.matchAll(/missing-jsdoc[\s\S]*?--> (\S+)/gu)].map(([, where]) => where);
  assertEquals(missing, []);
});
