import { assert, assertEquals } from "@std/assert";
import { bundlePrograms, PANELS_ENTRY } from "../../../lib/report/panels/bundle_panels.ts";
import { ownRoot } from "../../../lib/files/project_root.ts";

Deno.test("bundlePanels() gives one script without imports, the same each time, that names no folder", async () => {
  const script = (await bundlePrograms([PANELS_ENTRY]))[0]!;
  assertEquals(await bundlePrograms([PANELS_ENTRY]), [script]);
  assertEquals(script.match(/^\s*(import|export)\b[^(]*["']/gm), null);
  assert(!script.includes(ownRoot()));
  assert(script.length < 1_000_000, `${script.length} characters`);
});
