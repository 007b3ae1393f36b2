/** Work is bounded by the processor time that it takes, and by the clock only where it waits without end. */
import { assertEquals } from "@std/assert";
import { workLimit } from "../../lib/report/work_limit.ts";

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
