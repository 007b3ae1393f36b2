/** Numbers that README.md and docs/sharing.md give of this project, held to what there is. */
import { assert, assertEquals } from "@std/assert";
import { FIGURE_MEDIA_TYPE, layoutFigure, type StoredFigure } from "tallybook/chart";
import { BUDGETS } from "../package/try_package.ts";

const ROOT = new URL("../../", import.meta.url);
const read = (path: string) => Deno.readTextFileSync(new URL(path, ROOT));
const readme = read("README.md");

/** The files under a folder whose names end so. */
function filesUnder(folder: string, end: string): string[] {
  return [...Deno.readDirSync(new URL(folder, ROOT))].flatMap(({ name, isDirectory }) =>
    isDirectory
      ? filesUnder(`${folder}${name}/`, end)
      : name.endsWith(end)
      ? [`${folder}${name}`]
      : []
  );
}

const notebooks = filesUnder("notebooks/", ".ipynb");

Deno.test("README.md: as many notebooks and pages as there are", () => {
  const stated = [...readme.matchAll(/(\d+) (?:notebooks|pages)\b/gu)];
  assert(stated.length >= 2);
  for (const [words, number] of stated) {
    assertEquals(Number(number), notebooks.length, `README.md says "${words}"`);
  }
});

Deno.test("README.md: each notebook's question is its page's title", () => {
  for (const name of notebooks) {
    const stored = JSON.parse(read(name)) as {
      cells: { source: string[]; outputs?: { data?: Record<string, string | string[]> }[] }[];
    };
    const texts = stored.cells.flatMap(({ source, outputs = [] }) => [
      [source].flat().join(""),
      ...outputs.map(({ data }) => [data?.["text/markdown"] ?? ""].flat().join("")),
    ]);
    const title = texts.map((text) => /^# (.+)/m.exec(text)?.[1]).find((found) => found)!;
    const row = readme.split("\n").find((line) =>
      line.startsWith("|") && line.includes(`(${name})`)
    );
    assertEquals(row?.split("|")[2]?.trim(), title, name);
  }
});

Deno.test("README.md: at least as many tests as it says", () => {
  const [, stated] = /more than ([\d,]+) passed/u.exec(readme)!;
  const ran = filesUnder("tests/", "_test.ts")
    .filter((path) => !/^tests\/(?:browser|hostile)\//u.test(path));
  const count = (paths: readonly string[], pattern: RegExp) =>
    paths.reduce((sum, path) => sum + (read(path).match(pattern)?.length ?? 0), 0);
  // Each call in the sources is a test or, in a loop, several; each example of a doc comment is one.
  const tests = count(ran, /^\s*Deno\.test\(/gmu);
  const examples = count(filesUnder("lib/", ".ts"), /^ \* ```ts$/gmu);
  const number = Number(stated!.replace(",", ""));
  assert(tests + examples > number, `${tests} and ${examples} are not more than ${number}`);
  assert(tests + examples < 1.25 * number, `README.md says too little: ${tests + examples}`);
});

Deno.test("README.md: what a bundle costs is within the budget that is tested", () => {
  const [, kilobytes] =
    /import \{ tally \} from "tallybook\/election\/tally"` costs a bundle ([\d.]+) kB/u
      .exec(readme)!;
  const budget = Object.entries(BUDGETS).find(([code]) => code.includes("election/tally"))![1];
  assert(budget <= 1000 * (Number(kilobytes) + 0.5), `${budget} bytes`);
});

Deno.test("docs/sharing.md: as many slides and columns as the figures have", () => {
  const figures = notebooks.flatMap((path) => {
    const { cells }: { cells: { outputs?: { data?: Record<string, unknown> }[] }[] } = JSON.parse(
      read(path),
    );
    return cells.flatMap(({ outputs = [] }) =>
      outputs.flatMap(({ data }) => (data?.[FIGURE_MEDIA_TYPE] ?? []) as StoredFigure | [])
    );
  });
  const having = (layout: "slide" | "column") =>
    figures.filter((figure) =>
      layoutFigure({ ...figure, narrow: figure.narrow?.svg ?? null }, layout) !== null
    ).length;
  const said = /At least nine in ten figures have a slide and seven in ten a column/u;
  assert(said.test(read("docs/sharing.md")));
  assert(having("slide") >= 0.9 * figures.length, `${having("slide")} of ${figures.length}`);
  assert(having("column") >= 0.7 * figures.length, `${having("column")} of ${figures.length}`);
});
