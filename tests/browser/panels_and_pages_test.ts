/** What panels say in a browser beside what notebooks' pages state of the same election, rule or audit. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { percent } from "../../lib/display/mod.ts";
import { shownFigure } from "../notebooks/shown_figure.ts";
import { say } from "./panel_says.ts";
import { reportFolder } from "./report_on_disk.ts";
import { browserTest } from "./with_browser.ts";

const number = (text: string | undefined) =>
  Number(text!.replaceAll(",", "").replace("\u2212", "-"));

browserTest("rules other than the one in force elect whom the page on them says", async (open) => {
  const folder = await reportFolder();
  const panel = await open(`${folder}/live_allocation_rules.html`);
  const [said] = await say(panel.page, [{ year: "2016", candidates: "two" }]);
  const page = await open(`${folder}/09_apportionment_and_other_rules.html`);
  const table = page.page.locator("table", { hasText: "The votes of 2016 under other rules" });
  const rows = await table.locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.textContent!.trim()))
  );
  const onPanel: Readonly<Record<string, string>> = {
    "In force": "As it was: Maine and Nebraska by district",
    "Winner take all, every state": "Winner takes all, in every state",
    "Without the senators\u2019 electors": "Winner takes all, without senators\u2019 electors",
    "District winners and two for the state": "Congressional districts, in every state",
  };
  const curly = (text: string) => text.replaceAll("'", "\u2019");
  let compared = 0;
  for (const [rule, clinton, trump] of rows) {
    const name = onPanel[curly(rule!)] ?? curly(rule!);
    const own = said!.rows.find(([label]) => curly(label!) === name);
    if (own === undefined) continue;
    assertEquals(own.slice(1, 3), [clinton, trump], rule);
    compared++;
  }
  assert(compared >= 7, `${compared} of ${rows.length} rules: ${JSON.stringify(rows)}`);
  await page.close();
  await panel.close();
});

browserTest("states change hands at the swings that the page on them draws", async (open) => {
  const { rows } = shownFigure("02_electoral_college", "tipping-point");
  const { page, close } = await open(`${await reportFolder()}/live_uniform_swing.html`);
  const [said] = await say(page, [{ year: "2016", toward: "Hillary Clinton", swing: "0" }]);
  // The page's margins are the winner's: toward Clinton is what Trump led by.
  const swings = rows.map(({ electors, margin, won_by }) => [
    Number(electors),
    Number((won_by === "Donald Trump" ? Math.abs(Number(margin)) : -Math.abs(Number(margin)))
      .toFixed(2)),
  ]).filter(([, swing]) => Math.abs(swing!) < 10).sort((a, b) => a[1]! - b[1]!);
  assert(swings.length >= 15);
  assertEquals(said!.rows.map(([, electors, swing]) => [number(electors), number(swing)]), swings);
  await close();
});

browserTest(
  "third candidates' voters give the electors that the page on them draws",
  async (open) => {
    const { rows } = shownFigure("03_third_party_spoilers", "electors-by-net-share");
    const { page, close } = await open(`${await reportFolder()}/live_spoiler_map.html`);
    // A net share of 2 × preference − 1 where all of them vote, and of a part of it where some do.
    const drawn = [[100, 100], [100, 60], [100, 50], [40, 60], [80, 55], [100, 0], [60, 20]];
    const said = await say(
      page,
      drawn.map(([turnout, preference]) => ({
        year: "2016",
        for: "Hillary Clinton",
        without: "Gary Johnson,Jill Stein",
        turnout: String(turnout),
        preference: String(preference),
      })),
    );
    drawn.forEach(([turnout, preference], i) => {
      const net = turnout! / 100 * (2 * preference! / 100 - 1);
      const electors = rows.findLast((row) => Number(row.net_share) <= net + 1e-9)!.electors;
      const at = `${percent(net)}: ${said[i]!.readout}`;
      assertStringIncludes(said[i]!.readout, `Clinton ${electors}, Trump`, at);
    });
    await close();
  },
);

browserTest("the draw is that of the page on Colorado's audit", async (open) => {
  const folder = await reportFolder();
  const { rows } = shownFigure("16_an_audit_redone", "risk-by-draw");
  const met = rows.find(({ method, risk }) => /Kaplan/.test(method!) && Number(risk) <= 3)!;
  const { page, close } = await open(`${folder}/live_audit_draw.html`);
  const [said] = await say(page, [{ year: "2024" }]);
  assertStringIncludes(said!.readout, `the dice lead to ${met.draw} draws`);
  // The page has the whole sample; the panel stops where the limit is met.
  const whole = shownFigure("16_an_audit_redone", "draws-by-county").rows;
  const drawn = said!.rows.filter(([, , , draws]) => number(draws) > 0);
  assertEquals(drawn.reduce((sum, [, , , draws]) => sum + number(draws), 0), Number(met.draw));
  // The page draws the largest counties alone.
  assert(whole.length >= 12);
  for (const { name, cards, draws } of whole) {
    const own = said!.rows.find(([county]) => county === name)!;
    assertEquals(number(own[1]), Number(cards), name);
    assert(number(own[3]) <= Number(draws), name);
  }
  await close();
});
