import { assertEquals, assertStringIncludes } from "@std/assert";
import { golden } from "../golden/read.ts";
import { shownFigure } from "./shown_figure.ts";

interface Counts {
  municipalities: number;
  methods: Record<string, number>;
  large: number;
  large_on_dres: number;
  counties: number;
  lopsided: number;
}

Deno.test("05 maps the municipalities by method as Python counts them (script 24)", () => {
  const counts = golden<Counts>("municipality_map.json");
  const { caption, rows } = shownFigure("05_voting_machines_2016", "machines-by-municipality");
  const methods = Map.groupBy(rows, (row) => row["mostly"]!);
  assertEquals(
    Object.fromEntries([...methods].map(([name, group]) => [name, group.length])),
    counts.methods,
  );
  assertStringIncludes(
    caption,
    `n = 1,808 municipalities, ${counts.methods["DREs"]} of them mostly on DREs`,
  );
  assertEquals(counts.municipalities, 1808);
  assertStringIncludes(
    caption,
    `Of the ${counts.large} with more than 5,000 votes, ${counts.large_on_dres} voted mostly on DREs`,
  );
  assertStringIncludes(caption, `In ${counts.lopsided} of ${counts.counties} counties`);
});
