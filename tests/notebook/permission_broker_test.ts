import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { parseGrants } from "../../lib/notebook/grants.ts";
import { PermissionBroker } from "../../lib/notebook/permission_broker.ts";

const withoutGrants = (folder: string) =>
  new PermissionBroker({
    grants: parseGrants([]),
    notebookFolder: folder,
    packages: join(folder, "npm"),
    readable: [],
    root: folder,
    folder,
  });

/** A broker of nothing granted, and what it answers to lines, until it hangs up. */
async function asked(text: string, answers: number) {
  const folder = await Deno.makeTempDir({ prefix: "tallybook-test-" });
  const broker = withoutGrants(folder);
  try {
    using connection = await Deno.connect({ transport: "unix", path: broker.path });
    const bytes = new TextEncoder().encode(text);
    const writing = (async () => {
      for (let sent = 0; sent < bytes.length;) {
        sent += await connection.write(bytes.subarray(sent));
      }
    })().catch(() => {});
    let got = 0;
    const chunk = new Uint8Array(1 << 16);
    while (got < answers) {
      const read = await connection.read(chunk).catch(() => null);
      if (read === null) break;
      got += chunk.subarray(0, read).filter((byte) => byte === 10).length;
    }
    if (got === answers) await writing;
    return { broker, got };
  } finally {
    broker.close();
    await Deno.remove(folder, { recursive: true });
  }
}

const question = (id: number, value: unknown = `/etc/none${id}`) =>
  JSON.stringify({ v: 1, id, pid: Deno.pid, permission: "read", value }) + "\n";

Deno.test({
  name: "PermissionBroker keeps 10,000 refusals, however many there are",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const all = Array.from({ length: 11_000 }, (_, id) => question(id)).join("");
    const { broker, got } = await asked(all, 11_000);
    assertEquals([got, broker.refused.size, broker.takeDenied().length], [11_000, 10_000, 10_000]);
    assertEquals(broker.takeDenied(), []);
  },
});

Deno.test({
  name: "PermissionBroker hangs up on what is no question of Deno's",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    for (const text of ["x".repeat(3 << 20), "no JSON\n", question(1, 5), question(1, {})]) {
      const { broker, got } = await asked(text, 1);
      assertEquals([got, broker.refused.size], [0, 0]);
    }
  },
});

Deno.test({
  name: "PermissionBroker that is closed takes no connection, by no name of its socket",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const folder = await Deno.makeTempDir({ prefix: "tallybook-test-" });
    try {
      const broker = withoutGrants(folder);
      // A second name, which stays when the broker removes its own.
      const other = join(folder, "other");
      await Deno.link(broker.path, other);
      (await Deno.connect({ transport: "unix", path: other })).close();
      broker.close();
      await assertRejects(
        () => Deno.connect({ transport: "unix", path: other }),
        Deno.errors.ConnectionRefused,
      );
      await assertRejects(() => Deno.stat(broker.path), Deno.errors.NotFound);
      // A second time does nothing.
      broker.close();
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
