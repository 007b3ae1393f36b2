import { assert, assertEquals } from "@std/assert";
import { staleSidecars } from "../../../lib/data/build/data_command.ts";

Deno.test("descriptions of sources that a build no longer makes are all files below data/sources/ but those it makes", () => {
  const root = new URL("../../../data/sources/", import.meta.url);
  const files = (folder: string): string[] =>
    [...Deno.readDirSync(new URL(folder, root))].flatMap(({ name, isDirectory }) =>
      isDirectory ? files(`${folder}${name}/`) : [`data/sources/${folder}${name}`]
    );
  const all = files("./").map((path) => path.replace("/./", "/")).sort();
  assert(all.length > 20 && all.some((path) => path.split("/").length > 3));
  assertEquals(staleSidecars(new Set(all)), []);
  assertEquals(staleSidecars(new Set()).sort(), all);
  const [first, ...others] = all;
  assertEquals(staleSidecars(new Set(others)), [first]);
});
