/** Work is bounded by the processor time that it takes, and by the clock only where it waits without end. */
import { assert, assertEquals } from "@std/assert";
import { processorSeconds, workLimit } from "../../lib/report/work_limit.ts";

const after = (ms: number) => new Promise<string>((done) => setTimeout(() => done("going on"), ms));

Deno.test("work on a busy machine goes on: the clock runs, the processor is others'", async () => {
  // 1,000 times what the processor may be had for, by the clock.
  const limit = workLimit(() => 7, { time: 0.001, wall: 60 });
  assertEquals(await Promise.race([limit.passed, after(1000)]), "going on");
  limit.stop();
});

Deno.test("what was spent before does not count, and what comes of the work starts the count again", async () => {
  let seconds = 50;
  const limit = workLimit(() => seconds, { time: 10, wall: 60 });
  seconds = 59;
  assertEquals(await Promise.race([limit.passed, after(500)]), "going on");
  limit.again();
  seconds = 68;
  assertEquals(await Promise.race([limit.passed, after(500)]), "going on");
  seconds = 69.5;
  assertEquals(await limit.passed, "10 s of processor time");
  limit.stop();
});

Deno.test("work that waits without end is ended by the clock, also where nothing tells its processor time", async () => {
  for (const spent of [() => 3, () => null]) {
    const limit = workLimit(spent, { time: 1000, wall: 0.3 });
    assertEquals(await limit.passed, "0.3 s");
    limit.stop();
  }
});

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
    const found = processorSeconds(busy.pid)!;
    assert(told > 0.6 && Math.abs(found - told) < 0.2, `${found} and ${told}`);
    await after(1000);
    assert(processorSeconds(busy.pid)! - found < 0.3);
    await busy.stdin.close();
    await lines.cancel();
    await busy.status;
    assertEquals(processorSeconds(busy.pid), null);
  },
});
