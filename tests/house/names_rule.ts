/** A name that lib exports means one thing: whoever meets it twice has met the same. */
import { assertEquals } from "@std/assert";
import { readModule } from "./reach.ts";
import { AMBIGUOUS } from "./exceptions.ts";

const ROOT = new URL("../../", import.meta.url);

function* sources(folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(new URL(folder, ROOT))) {
    if (entry.isDirectory) yield* sources(`${folder}${entry.name}/`);
    else if (entry.name.endsWith(".ts")) yield folder + entry.name;
  }
}

/** Names that several files declare and export, each with its files. */
function declaredTwice(files: Iterable<readonly [file: string, source: string]>): string[] {
  const places = new Map<string, string[]>();
  for (const [file, source] of files) {
    for (const name of readModule(source, file, () => null).exported) {
      places.set(name, [...places.get(name) ?? [], file]);
    }
  }
  return [...places].filter(([, files]) => files.length > 1)
    .map(([name, files]) => `${name}: ${files.sort().join(", ")}`).sort();
}

Deno.test("no two files of lib export the same name for two things, but those named", () => {
  const found = declaredTwice(
    [...sources("lib/")].map((file) => [file, Deno.readTextFileSync(new URL(file, ROOT))]),
  );
  const named = (entry: string) => AMBIGUOUS.some(({ start }) => entry.startsWith(`${start}:`));
  assertEquals(found.filter((entry) => !named(entry)), []);
  // An exception that is gone is no exception.
  assertEquals(
    AMBIGUOUS.filter(({ start }) => !found.some((entry) => entry.startsWith(`${start}:`))),
    [],
  );
});

Deno.test("declaredTwice() sees declarations, and not what is passed on or kept", () => {
  assertEquals(
    declaredTwice([
      ["a.ts", "export const one = 1; export function two() {} const three = 3;"],
      ["b.ts", "export interface two { a: number } const one = 2; export const three = 4;"],
      ["mod.ts", 'export { one } from "./a.ts";'],
    ]),
    ["two: a.ts, b.ts"],
  );
});
