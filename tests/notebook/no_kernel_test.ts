/** Programs that are started as kernels and are none. */
import { assertEquals, assertRejects } from "@std/assert";
import { Kernel, KernelDied } from "../../lib/notebook/kernel.ts";
import type { LaunchOptions } from "../../lib/notebook/kernel_process.ts";
import { processesLeft } from "./project.ts";

/** Starts a program of Deno's as a kernel; how often it was, and what was left of it. */
async function start(program: string) {
  const path = await Deno.realPath(await Deno.makeTempDir({ prefix: "tallybook-test-" }));
  let started = 0;
  try {
    const error = await assertRejects(() =>
      Kernel.start({
        folder: path,
        runFolder: { path, started() {}, ended() {} } as unknown as LaunchOptions["runFolder"],
        environment: { NO_COLOR: "1", HOME: path, DENO_NO_UPDATE_CHECK: "1" },
        command: ({ shell_port, iopub_port, control_port, stdin_port, hb_port }) => {
          started++;
          const ports = [shell_port, iopub_port, control_port, stdin_port, hb_port];
          return [Deno.execPath(), "eval", `const ports = ${JSON.stringify(ports)};${program}`];
        },
      }), Error);
    const files = [...Deno.readDirSync(path)].map(({ name }) => name)
      .filter((name) => name.startsWith("connection"));
    return { error, started, files, left: await processesLeft(path) };
  } finally {
    await Deno.remove(path, { recursive: true });
  }
}
const test = (name: string, fn: () => Promise<void>) =>
  Deno.test({ name, ignore: Deno.build.os !== "linux", fn });

test("a program that ends says why it was no kernel: its last words, its exit code, or what killed it", async () => {
  const ended = async (program: string) => {
    const { error, started, files, left } = await start(program);
    assertEquals([error instanceof KernelDied, started, files, left], [true, 3, [], []]);
    return error.message;
  };
  assertEquals(
    await ended('console.error("first"); console.error("why\\n"); Deno.exit(3);'),
    "Kernel did not start: why",
  );
  assertEquals(
    await ended("Deno.exit(3);"),
    "Kernel did not start: Kernel ended with exit code 3",
  );
  assertEquals(
    await ended('Deno.kill(Deno.pid, "SIGKILL"); setInterval(() => {}, 1000);'),
    "Kernel did not start: Kernel was killed (SIGKILL)",
  );
});

test("a program that listens and does not speak as a kernel does is ended, at each of three tries", async () => {
  const { started, files, left } = await start(
    "for (const port of ports) {" +
      'const listener = Deno.listen({ hostname: "127.0.0.1", port });' +
      "(async () => { for await (const c of listener) await c.write(new Uint8Array(100)); })();" +
      "}",
  );
  assertEquals([started, files, left], [3, [], []]);
});
