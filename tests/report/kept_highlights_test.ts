import { assertEquals, assertStringIncludes } from "@std/assert";
import { highlightCode } from "../../lib/report/highlight.ts";
import { withHighlights } from "../../lib/report/kept_highlights.ts";

const CODES = ["const a: number = 1;", "__proto__", "toString", "x".repeat(2000)];
const highlighted = (codes: readonly string[]) => () =>
  Promise.resolve(codes.map((code) => String(highlightCode(code))));

Deno.test("code that was highlighted before is taken as it was, other code and other locks are not", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/page.json`;
    const plain = await highlighted(CODES)();
    assertEquals(await withHighlights(path, "lock", highlighted(CODES)), plain);
    assertEquals(await withHighlights(path, "lock", highlighted(CODES)), plain);

    // Marked, so that it is seen what was taken.
    const mark = async () =>
      await Deno.writeTextFile(
        path,
        (await Deno.readTextFile(path)).replace(">number<", ">marked<"),
      );
    await mark();
    const [taken] = await withHighlights(path, "lock", highlighted(CODES));
    assertStringIncludes(taken!, "marked");
    const more = await withHighlights(path, "lock", highlighted([CODES[0]!, "let b;"]));
    assertEquals(more, [taken, String(highlightCode("let b;"))]);
    assertEquals(await withHighlights(path, "other", highlighted(CODES)), plain);

    // One that was written by halves is made again, and what stands nowhere anymore goes.
    await Deno.writeTextFile(path, (await Deno.readTextFile(path)).slice(0, 40));
    assertEquals(await withHighlights(path, "lock", highlighted(CODES)), plain);
    await withHighlights(path, "lock", highlighted(["let b;"]));
    const kept = JSON.parse(await Deno.readTextFile(path));
    assertEquals(Object.keys(kept.value), ["let b;"]);
    // Outside nothing of it is known.
    assertEquals(await highlighted(CODES)(), plain);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
