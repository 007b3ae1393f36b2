import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { UsualSeconds } from "./try_mutant.ts";

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
