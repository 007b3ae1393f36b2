import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { settleState } from "../../../lib/report/panels/panel.ts";
import { panelElections } from "../../../lib/report/panels/panel_data.ts";
import { swung, uniformSwingPanel } from "../../../lib/report/panels/uniform_swing.ts";

const elections = panelElections();
Deno.test("uniform swing: 0.77 points toward Clinton make a majority, 0.76 do not", () => {
  const at = (swing: string) =>
    swung(
      elections,
      settleState(uniformSwingPanel, elections, {
        year: "2016",
        toward: "Hillary Clinton",
        swing,
      }),
    );
  // Wisconsin's margin is 22,748 of 2,976,150 votes, 0.7643 points.
  assertEquals(at("0.76").winner, "Donald Trump");
  assertEquals(at("0.77").winner, "Hillary Clinton");
  assertEquals(at("0").tipping.unit, "WI");
  assertAlmostEquals(at("0").tipping.points, -100 * 22_748 / 2_976_150, 1e-9);
  // 2,868,686 of 136,669,276 votes, which the state rows exceed by one.
  assertAlmostEquals(at("0").nation, 100 * 2_868_686 / 136_669_277, 1e-6);
});

Deno.test("uniform swing: a state that only ties is not said to have changed", () => {
  // 55 to 45 of 100 votes: a swing of 10 points makes a tie, a little more changes it.
  const small = [{
    ...elections.at(-1)!,
    year: 2030,
    candidates: [{ name: "Ann A", party: "Democratic" }, { name: "Ben B", party: "Republican" }],
    units: [["AA", 5, [55, 45], "Aa"], ["BB", 4, [40, 60], "Bb"]] as const,
    districts: [],
  }];
  const said = (swing: string) =>
    uniformSwingPanel.run(small, { year: "2030", toward: "Ben B", of: "all votes", swing }, 600)
      .readout;
  assertStringIncludes(said("10"), "Nothing changed.");
  assertStringIncludes(said("10.05"), "Changed: Aa.");
});

Deno.test("uniform swing: states and districts are told by name", () => {
  const at = (state: Record<string, string>) =>
    uniformSwingPanel.run(elections, settleState(uniformSwingPanel, elections, state), 640);
  assertStringIncludes(
    at({ year: "2016", swing: "0.77" }).readout,
    "Changed: Michigan, Pennsylvania and Wisconsin.",
  );
  assert(at({ year: "2016" }).table!.rows.some(([name]) => name === "Nebraska's district 2"));
  assertStringIncludes(
    at({ year: "2016", swing: "0" }).readout,
    "As it was: Clinton 232, Trump 306",
  );
});
