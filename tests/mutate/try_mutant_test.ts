import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { runTests, UsualSeconds } from "./try_mutant.ts";

Deno.test("what tests took is kept from draw to draw, also where the folder for it is not there yet", async () => {
  const folder = await Deno.makeTempDir({ prefix: "tallybook-test-" });
  try {
    const file = join(folder, "none yet", "seconds.json");
    const first = new UsualSeconds(file);
    first.note({ file: "tests/a_test.ts" }, 2.34);
    first.note({ file: "tests/a_test.ts", filter: "/^some/" }, 5);
    first.note({ file: "tests/broken_test.ts" }, Infinity);
    assertEquals(first.of({ file: "tests/broken_test.ts" }), Infinity);
    const next = new UsualSeconds(file);
    assertEquals(next.of({ file: "tests/a_test.ts" }), 2.3);
    assertEquals(next.of({ file: "tests/a_test.ts", filter: "/^some/" }), 5);
    // One that failed without a fault is tried again by the next draw.
    assertEquals(next.of({ file: "tests/broken_test.ts" }), undefined);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a run of tests passes, fails, or is ended by what it takes of the processor, and by the clock where it waits", async () => {
  const folder = await Deno.makeTempDir({ prefix: "tallybook-test-" });
  try {
    const run = async (body: string, limit: number) => {
      await Deno.writeTextFile(join(folder, "a_test.ts"), `Deno.test("a", async () => {${body}});`);
      return await runTests(folder, { file: "a_test.ts" }, limit);
    };
    const good = await run("await 0;", 20);
    assertEquals([good.passed, good.ended], [true, false]);
    const bad = await run("throw new Error();", 20);
    assertEquals([bad.passed, bad.ended], [false, false]);
    const endless = await run("for (;;);", 2);
    assertEquals([endless.passed, endless.ended], [false, true]);
    // Where the system does not tell what a process took, the clock counts.
    assert(endless.seconds >= 1.9, `${endless.seconds}`);
    const waits = await run("await new Promise((resolve) => setTimeout(resolve, 1e8));", 1);
    assertEquals([waits.passed, waits.ended], [false, true]);
    // The clock ends it after six times its limit, or the processor's limit where starting took all of that.
    assert(waits.byClock < 60, `${waits.byClock}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
