import { assert, assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { allocationRules, allRules } from "../../../lib/report/panels/allocation_rules.ts";
import { familyName } from "../../../lib/report/panels/election_data.ts";
import { settleState } from "../../../lib/report/panels/panel.ts";
import { panelElections } from "../../../lib/report/panels/panel_data.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const elections = panelElections();
const rulesOf = (year: string, candidates: string) =>
  Object.fromEntries(
    allRules(elections, settleState(allocationRules, elections, { year, candidates })).map((
      { name, result },
    ) => [
      name,
      Object.fromEntries(Object.entries(result.electors).map(([who, n]) => [familyName(who), n])),
    ]),
  );

Deno.test("allocation rules: districts elect Romney and Trump, and the House would have had 2000", () => {
  assertEquals(rulesOf("2012", "all")["Congressional districts, in every state"], {
    Romney: 274,
    Obama: 264,
  });
  const rules2016 = rulesOf("2016", "two");
  assertEquals(rules2016["Congressional districts, in every state"], { Trump: 290, Clinton: 248 });
  assertEquals(rules2016["Winner takes all, without senators' electors"], {
    Trump: 246,
    Clinton: 190,
  });
  assertEquals(rulesOf("2000", "two")["Proportional, largest remainder"], { Bush: 269, Gore: 269 });
  assertEquals(
    rulesOf("2000", "two")["Winner takes all, without senators' electors"],
    { Gore: 225, Bush: 211 },
  );
});

Deno.test("allocation rules: opened as they are, they say of 2016 what the notebook on rules says", async () => {
  const notebook = JSON.parse(
    await Deno.readTextFile(`${ROOT}notebooks/09_apportionment_and_other_rules.ipynb`),
  );
  const outputs = notebook.cells.flatMap((
    cell: { outputs?: { data?: Record<string, unknown> }[] },
  ) => (cell.outputs ?? []).map(({ data }) => [data?.["text/plain"] ?? ""].flat().join("")));
  const table: string = outputs.find((text: string) => text.startsWith("The votes of 2016 under"));
  // Columns are two spaces apart or more.
  const published = new Map(
    table.split("\n").map((row) => row.trim().split(/ {2,}/)).map((
      [name, ...cells],
    ) => [name, cells]),
  );
  const same: Readonly<Record<string, string>> = {
    "In force": "As it was: Maine and Nebraska by district",
    "Winner take all, every state": "Winner takes all, in every state",
    "Without the senators' electors": "Winner takes all, without senators' electors",
    "District winners and two for the state": "Congressional districts, in every state",
    "Proportional, largest remainder": "Proportional, largest remainder",
    "Proportional, D'Hondt": "Proportional, D'Hondt",
    "Fractions of electors, of all votes": "Fractions of electors, of all votes",
    "National popular vote": "National popular vote",
  };
  const { table: shown } = allocationRules.run(
    elections,
    allocationRules.start(elections, {}),
    640,
  );
  for (const [there, here] of Object.entries(same)) {
    const row = shown!.rows.find(([name]) => name === here)!;
    assertEquals(row.slice(1, 3), published.get(there)!.slice(0, 2), there);
  }
  assertEquals(shown!.rows.length, Object.keys(same).length);
});

Deno.test("allocation rules: line and gray are named in the drawing, gray only where there is some", () => {
  const words = (state: Record<string, string>, width: number) =>
    allocationRules.run(elections, settleState(allocationRules, elections, state), width)
      .scene!.shapes.flatMap((shape) => shape.kind === "text" ? [shape.text] : []);
  for (const width of [340, 640]) {
    const shown = words({ year: "2016" }, width);
    assert(shown.includes("Half of the electors: a majority is more"));
    assert(shown.includes("Other candidates, or nobody"));
  }
  // In 1984 Mondale's 13 electors are a bar too short for his name.
  assert(!words({ year: "1984" }, 640).includes("Mondale 13"));
});
