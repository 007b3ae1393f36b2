import { assert, assertEquals } from "@std/assert";
import { processStat } from "../../lib/files/process_stat.ts";

Deno.test({
  name: "a process's processor time is what it took itself, not the time that it was there",
  ignore: Deno.build.os !== "linux",
  async fn() {
    const run = (code: string) =>
      new Deno.Command(Deno.execPath(), {
        args: ["eval", `import process from "node:process"; ${code}`],
        stdin: "piped",
        stdout: "piped",
      }).spawn();
    // It works for 0.6 s of its own processor time, tells how much it was, and waits.
    const busy = run(`
      const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
      const end = spent() + 0.6;
      while (spent() < end);
      console.log(spent());
      await Deno.stdin.read(new Uint8Array(1));
    `);
    const lines = busy.stdout.pipeThrough(new TextDecoderStream()).getReader();
    const told = Number((await lines.read()).value);
    const found = processStat(busy.pid)!.processorSeconds;
    assert(told > 0.6 && Math.abs(found - told) < 0.2, `${found} and ${told}`);
    await new Promise((done) => setTimeout(done, 1000));
    assert(processStat(busy.pid)!.processorSeconds - found < 0.3);
    await busy.stdin.close();
    await lines.cancel();
    await busy.status;
    assertEquals(processStat(busy.pid), null);
  },
});

Deno.test({
  name: "memory is that of the runtime's own count, and the time of ended children is told apart",
  ignore: Deno.build.os !== "linux",
  async fn() {
    const before = processStat("self")!;
    const held = Deno.memoryUsage().rss / 2 ** 20;
    assert(Math.abs(before.megabytes - held) < held / 10, `${before.megabytes} and ${held}`);
    const { success } = await new Deno.Command(Deno.execPath(), {
      args: ["eval", `const end = performance.now() + 300; while (performance.now() < end);`],
    }).output();
    assert(success);
    assert(processStat("self")!.endedBelowSeconds - before.endedBelowSeconds > 0.05);
  },
});
