import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { makeCacheLayer } from "../../../lib/notebook/sandbox/deno_folder.ts";

Deno.test("a kernel's cache has what was installed, and its own copy of what Deno knows of modules", async () => {
  const folder = await Deno.makeTempDir();
  const cache = join(folder, "cache");
  const before = Deno.env.get("DENO_DIR");
  try {
    await Deno.mkdir(join(cache, "npm"), { recursive: true });
    await Deno.writeTextFile(join(cache, "npm/package"), "installed");
    await Deno.writeTextFile(join(cache, "dep_analysis_cache_v2"), "known");
    await Deno.writeTextFile(join(cache, "dep_analysis_cache_v2-wal"), "written last");
    Deno.env.set("DENO_DIR", cache);
    const layer = join(folder, "layer");
    makeCacheLayer(layer);
    const read = (name: string) => Deno.readTextFileSync(join(layer, name));
    assertEquals(
      ["npm/package", "dep_analysis_cache_v2", "dep_analysis_cache_v2-wal"].map(read),
      ["installed", "known", "written last"],
    );
    // What the kernel writes into its copy stays there.
    await Deno.writeTextFile(join(layer, "dep_analysis_cache_v2"), "changed");
    assertEquals(Deno.readTextFileSync(join(cache, "dep_analysis_cache_v2")), "known");
  } finally {
    if (before === undefined) Deno.env.delete("DENO_DIR");
    else Deno.env.set("DENO_DIR", before);
    await Deno.remove(folder, { recursive: true });
  }
});
