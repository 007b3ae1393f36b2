import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { startTied } from "../../lib/files/deno_process.ts";
import { tryLock } from "../../lib/files/file_lock.ts";
import { hashOfFile, policyHash, sha256, sha256OfFile } from "../../lib/files/hash.ts";
import { plainImports } from "../../lib/files/plain_imports.ts";
import { ownRoot } from "../../lib/files/project_root.ts";
import { readIfThere } from "../../lib/files/read_if_there.ts";

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.realPath(await Deno.makeTempDir());
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

// FIPS 180-4's example: the three letters "abc".
const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

Deno.test("hashes are those of the standard, of a text, of bytes, and of a file of any size", () =>
  inFolder(async (folder) => {
    assertEquals([sha256("abc"), sha256(Uint8Array.of(97, 98, 99))], [ABC, ABC]);
    const base64 = btoa(
      String.fromCharCode(...ABC.match(/../g)!.map((byte) => parseInt(byte, 16))),
    );
    assertEquals(policyHash("abc"), `'sha256-${base64}'`);
    const path = join(folder, "a");
    await Deno.writeTextFile(path, "abc");
    assertEquals([sha256OfFile(path), await hashOfFile(path)], [ABC, ABC]);
    // A million letters a, FIPS 180-4's long example, and files around the size that is read at once.
    await Deno.writeTextFile(path, "a".repeat(1_000_000));
    assertEquals(
      sha256OfFile(path),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
    );
    for (const size of [0, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1, 3 * 2 ** 20 + 5]) {
      const bytes = new Uint8Array(size).map((_, i) => i % 251);
      await Deno.writeFile(path, bytes);
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
      assertEquals(sha256OfFile(path), digest, String(size));
    }
    assertEquals([await hashOfFile(folder), await hashOfFile(join(folder, "none"))], [null, null]);
  }));

Deno.test("a lock has one holder, also where its folder is not there yet", () =>
  inFolder(async (folder) => {
    const path = join(folder, "inner", "deep", "a.lock");
    const first = await tryLock(path);
    assertEquals(await tryLock(path), null);
    first![Symbol.dispose]();
    const second = await tryLock(path);
    assertEquals(second !== null, true);
    second![Symbol.dispose]();
  }));

Deno.test("a file that is not there has no text; what cannot be read is an error", () =>
  inFolder(async (folder) => {
    await Deno.writeTextFile(join(folder, "a"), "text");
    assertEquals(await readIfThere(join(folder, "a")), "text");
    assertEquals(await readIfThere(join(folder, "b")), null);
    await assertRejects(() => readIfThere(folder));
  }));

Deno.test("deferred imports become plain ones, each, and nothing else does", () => {
  assertEquals(
    plainImports(
      'import defer * as a from "a";\nimport defer * as b from "b";\n// import defer * as c',
    ),
    'import * as a from "a";\nimport * as b from "b";\n// import defer * as c',
  );
});

Deno.test("the library's own project is the one that holds it", () => {
  assertEquals(Deno.statSync(join(ownRoot(), "lib/files/project_root.ts")).isFile, true);
  assertEquals(Deno.statSync(join(ownRoot(), "deno.json")).isFile, true);
});

Deno.test("a tied program runs in its folder with its environment, and can be ended", () =>
  inFolder(async (folder) => {
    const print = (code: string, environment?: Record<string, string>) =>
      startTied({
        folder,
        args: ["eval", "--no-lock", code],
        stdin: "null",
        stderr: "null",
        ...(environment === undefined ? {} : { environment }),
      });
    const code = "console.log(JSON.stringify([Deno.cwd(), Deno.env.toObject()]))";
    const said = async ({ child, release }: ReturnType<typeof startTied>) => {
      const { stdout } = await child.output();
      release();
      return JSON.parse(new TextDecoder().decode(stdout));
    };
    const [cwd, env] = await said(print(code));
    assertEquals(cwd, folder);
    assertEquals([env.NO_COLOR, env.DENO_NO_UPDATE_CHECK, env.HOME], [
      "1",
      "1",
      Deno.env.get("HOME"),
    ]);
    const [, own] = await said(print(code, { A: "1" }));
    assertEquals([own.A, own.HOME, own.NO_COLOR], ["1", undefined, undefined]);
    const endless = print("setInterval(() => {}, 1000)");
    endless.kill();
    const { success } = await endless.child.output();
    assertEquals(success, false);
    endless.kill();
    endless.release();
  }));

/** A program that is told to end while it does something that has to be undone. */
const INTERRUPTED = `
import { interruptible, onInterrupt } from ${
  JSON.stringify(new URL("../../lib/files/interrupt.ts", import.meta.url).href)
};
onInterrupt(() => console.log("undone"));
onInterrupt(() => console.log("taken back"))();
const result = await interruptible(() => Promise.resolve(5));
console.log(result);
await interruptible(async () => {
  const timer = setInterval(() => {}, 1000);
  console.log("ready");
  await new Promise(() => {});
  clearInterval(timer);
});
`;

Deno.test("an interruption undoes what is half done, says so and ends with the shell's code", {
  ignore: Deno.build.os === "windows",
}, () =>
  inFolder(async (folder) => {
    const path = join(folder, "program.ts");
    await Deno.writeTextFile(path, INTERRUPTED);
    for (const [signal, code] of [["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129]] as const) {
      const child = new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "--no-check", "--no-config", path],
        stdout: "piped",
        stderr: "piped",
        env: { NO_COLOR: "1" },
      }).spawn();
      const decoder = new TextDecoder();
      let out = "";
      for await (const bytes of child.stdout.values({ preventCancel: true })) {
        out += decoder.decode(bytes);
        if (out.includes("ready")) break;
      }
      child.kill(signal);
      for await (const bytes of child.stdout) out += decoder.decode(bytes);
      const [status, err] = await Promise.all([child.status, new Response(child.stderr).text()]);
      assertEquals([status.code, out], [code, "5\nready\nundone\n"]);
      assertEquals(err, `\nInterrupted (${signal}): notebooks are as they were\n`);
    }
  }));
