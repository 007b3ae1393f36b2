import { assert, assertEquals } from "@std/assert";

const ROOT = new URL("../../", import.meta.url);
const FIGURE = "application/vnd.tallybook.figure+json";

Deno.test("the README opens with a picture, a figure that a notebook still shows", () => {
  const opening = Deno.readTextFileSync(new URL("README.md", ROOT)).split("\n```", 1)[0]!;
  const [, alt, path] = /!\[([^\]]{80,})\]\((docs\/[\w.]+\.png)\)/.exec(opening)!;
  const bytes = Deno.readFileSync(new URL(path!, ROOT));
  assertEquals([...bytes.slice(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  assert(bytes.length < 200_000);

  const notebook = Deno.readTextFileSync(
    new URL(/\]\((notebooks\/[\w.]+)\)/.exec(opening)![1]!, ROOT),
  );
  const { cells }: {
    cells: { outputs?: { data?: Record<string, { title: string; alt: string }> }[] }[];
  } = JSON.parse(notebook);
  const figures = cells.flatMap(({ outputs }) =>
    (outputs ?? []).flatMap(({ data }) => data?.[FIGURE] ?? [])
  );
  const figure = figures.find(({ title }) => alt!.startsWith(title));
  assert(figure !== undefined, "no figure of the notebook has the picture's title");
  // The numbers in the words are those of the figure: its estimates stand in its alternative text.
  const estimates = [...alt!.matchAll(/−\d+\.\d+ \([^)]*\)/g)].map(([text]) => text);
  assertEquals(estimates.length, 2);
  for (const estimate of estimates) assert(figure.alt.includes(estimate), estimate);
});
