/**
 * `deno run -A tests/count_assertions.ts FOLDER`: tests and assertions as they are written, here and in
 * another checkout of the project, and each file in which there are fewer than there. Exits with 1 when
 * there is one. A test that is written once and runs for each of a list counts once.
 */
import { join } from "node:path";
import { examplesOf } from "./examples/examples.ts";

interface Written {
  readonly tests: number;
  readonly assertions: number;
}

function count(code: string): Written {
  return {
    tests: code.match(/\bDeno\.test\(|\bt\.step\(/g)?.length ?? 0,
    assertions: code.match(/\bassert\w*\(/g)?.length ?? 0,
  };
}

function* sources(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    if (isDirectory) yield* sources(join(folder, name));
    else if (/\.tsx?$/.test(name)) yield join(folder, name);
  }
}

/** What is written in each file of tests, and in the examples of each file of lib, by path. */
function written(root: string): Map<string, Written> {
  const found = new Map<string, Written>();
  for (const path of sources(join(root, "tests"))) {
    found.set(path.slice(root.length), count(Deno.readTextFileSync(path)));
  }
  for (const path of sources(join(root, "lib"))) {
    const examples = examplesOf(Deno.readTextFileSync(path), path);
    if (examples.length === 0) continue;
    const assertions = examples.reduce((sum, { code }) => sum + count(code).assertions, 0);
    found.set(path.slice(root.length), { tests: examples.length, assertions });
  }
  return found;
}

const say = (line: string): number => Deno.stdout.writeSync(new TextEncoder().encode(line + "\n"));
const sum = (counts: Iterable<Written>, of: keyof Written) =>
  [...counts].reduce((total, each) => total + each[of], 0);

const here = written(new URL("../", import.meta.url).pathname);
const [folder] = Deno.args;
const there = folder === undefined ? here : written(join(Deno.realPathSync(folder), "/"));
for (const [name, counts] of [["there", there], ["here", here]] as const) {
  say(
    `${name}: ${sum(counts.values(), "tests")} tests, ${
      sum(counts.values(), "assertions")
    } assertions`,
  );
}
let fewer = 0;
for (const [path, before] of there) {
  const now = here.get(path) ?? { tests: 0, assertions: 0 };
  if (now.tests >= before.tests && now.assertions >= before.assertions) continue;
  fewer++;
  say(
    `${path}: ${before.tests} tests and ${before.assertions} assertions there, ${now.tests} and ${now.assertions} here`,
  );
}
Deno.exit(fewer > 0 ? 1 : 0);
