import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { makeStartFolder } from "../../lib/notebook/elsewhere.ts";
import { RUNNER_ROOT } from "../../lib/notebook/project.ts";
import { inFolder } from "../files/in_folder.ts";

Deno.test("outside of a project a kernel starts with the library's imports, and its paths lead home", () =>
  inFolder((parent) => {
    const folder = join(parent, "start");
    makeStartFolder(folder, "/home/me");
    const config = JSON.parse(Deno.readTextFileSync(join(folder, "deno.json")));
    const own = JSON.parse(Deno.readTextFileSync(join(RUNNER_ROOT, "deno.json")));
    assertEquals(
      config.imports["tallybook/election"],
      pathToFileURL(join(RUNNER_ROOT, "lib/election/mod.ts")).href,
    );
    assertEquals(config.imports["csv-parse"], own.imports["csv-parse"]);
    assertEquals(config.imports[`${pathToFileURL(folder).href}/`], "file:///home/me/");
    assertEquals(Object.keys(config.imports).length, Object.keys(own.imports).length + 1);
    assertEquals([config.lock, config.unstable], [
      { path: "./deno.lock", frozen: false },
      own.unstable,
    ]);
    for (const [i, link] of config.links.entries()) {
      assertEquals(join(folder, link), join(RUNNER_ROOT, own.links[i]));
    }
    assertEquals(
      Deno.readTextFileSync(join(folder, "deno.lock")),
      Deno.readTextFileSync(join(RUNNER_ROOT, "deno.lock")),
    );
  }));
