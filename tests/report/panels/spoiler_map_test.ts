import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import { settleState } from "../../../lib/report/panels/panel.ts";
import { panelElections } from "../../../lib/report/panels/panel_data.ts";
import { questionOf, spoiled, spoilerMapPanel } from "../../../lib/report/panels/spoiler_map.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const elections = panelElections();
const spoiler = (changes: Record<string, string>) =>
  settleState(spoilerMapPanel, elections, { ...spoilerMapPanel.start(elections, {}), ...changes });

Deno.test("spoiler map: all of Stein's and Johnson's votes for Clinton give 318 electors and five states", () => {
  const result = spoiled(elections, spoiler({ year: "2016", turnout: "100", preference: "100" }));
  assertEquals(result.electors, { "Hillary Clinton": 318, "Donald Trump": 220 });
  assertEquals(result.changed.map(({ unit }) => unit).sort(), ["AZ", "FL", "MI", "PA", "WI"]);
});

Deno.test("spoiler map: a majority takes a net share of 22.52% in Pennsylvania, as the reference has it", async () => {
  const golden = JSON.parse(await Deno.readTextFile(`${ROOT}tests/golden/spoiler.json`));
  const outcome = spoilerMapPanel.run(elections, spoiler({ year: "2016" }), 640);
  const rows = outcome.table!.rows;
  const names = {
    MI: "Michigan",
    WI: "Wisconsin",
    PA: "Pennsylvania",
    FL: "Florida",
    AZ: "Arizona",
  };
  for (const [unit, state] of Object.entries(names)) {
    const needed = golden.states_2016[unit].stein_johnson.net_share_needed;
    assertEquals(rows.find(([name]) => name === state)![4], `${(100 * needed).toFixed(2)}%`, unit);
  }
  assertStringIncludes(outcome.readout, "takes a net share above 22.52% in every state");
});

Deno.test("spoiler map: the shade is named where there is one", () => {
  const words = (changes: Record<string, string>) =>
    spoilerMapPanel.run(elections, spoiler(changes), 340).scene!.shapes
      .flatMap((shape) => shape.kind === "text" ? [shape.text] : []);
  assert(words({ year: "2016" }).includes("Clinton has a majority"));
  // Trump had one as it was: nothing is shaded.
  assert(!words({ year: "2016", for: "Donald Trump" }).includes("Trump has a majority"));
});

Deno.test("spoiler map: at 60 to 40 of those who vote, Nader's absence gives Gore Florida", () => {
  const state = spoiler({
    year: "2000",
    for: "Al Gore",
    without: elections.find(({ year }) => year === 2000)!.candidates
      .find(({ name }) => name.endsWith("Nader"))!.name,
    turnout: "60",
    preference: "60",
  });
  // Net share 0.6 × 0.2 = 0.12, above 537 / 97,488 = 0.0055 in Florida and 0.325 not in New Hampshire.
  const result = spoiled(elections, state);
  assertAlmostEquals(result.netShare, 0.12, 1e-12);
  assertEquals(result.changed.map(({ unit }) => unit), ["FL"]);
});

Deno.test("spoiler map: of the names in an address those of the election's candidates are taken out", () => {
  const without = (names: string) => questionOf(elections, { year: "2016", without: names });
  const [stein, johnson] = ["Jill Stein", "Gary Johnson"];
  assertEquals(without(`${stein},Nobody,,${johnson}`).question.without, [stein, johnson]);
  assertEquals(without("").question.without, []);
  assertEquals(questionOf(elections, { year: "2016" }).question.without, []);
});
