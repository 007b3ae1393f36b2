import { assertEquals } from "@std/assert";
import { notebookFaults } from "./notebook_faults.ts";
import { MISSING } from "../../lib/scaffold/skeleton.ts";

const ROOT = new URL("../../", import.meta.url);
const read = (path: string) => Deno.readTextFileSync(new URL(path, ROOT));
const names = (folder: string) =>
  [...Deno.readDirSync(new URL(folder, ROOT))].map((entry) => entry.name).sort();

/** Files that people write, but for what makes and tests skeletons. */
function* written(folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(new URL(folder, ROOT))) {
    const path = folder + entry.name;
    if (/^(?:lib|tests)\/scaffold$|^tests\/(?:golden|house)$/.test(path)) continue;
    if (entry.isDirectory) yield* written(`${path}/`);
    else if (/\.(?:ts|ipynb)$/.test(entry.name)) yield path;
  }
}

Deno.test("no gap of a skeleton is left", () => {
  const found = [
    ...["lib/", "tests/", "notebooks/"].flatMap((folder) => [...written(folder)]),
    "data/claims.csv",
  ].flatMap((path) =>
    read(path).split("\n").flatMap((line, i) =>
      line.includes(MISSING) ? [`${path}, line ${i + 1}: ${line.trim()}`] : []
    )
  );
  assertEquals(found, []);
});

Deno.test("each notebook has what a page of this house has", () => {
  const tests = names("tests/notebooks/");
  const readme = read("README.md");
  const parameterValues = read("tests/sweep/parameter_values.ts");
  const found = names("notebooks/").flatMap((file) => {
    const name = /^(\d\d_.*)\.ipynb$/.exec(file)?.[1];
    if (name === undefined) return [];
    const own = tests.filter((test) =>
      test.startsWith(name.slice(0, 3)) && /_test\.ts$/.test(test)
    );
    return notebookFaults(name, read(`notebooks/${file}`), {
      tests: own.map((test) => read(`tests/notebooks/${test}`)).join("\n"),
      parameterValues,
      readme,
    }).map((fault) => `${file}: ${fault}`);
  });
  assertEquals(found, []);
});
