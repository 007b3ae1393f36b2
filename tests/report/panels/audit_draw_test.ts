import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { inDrawOrder, loadColoradoDrawn, loadColoradoManifests } from "tallybook/data";
import { auditDraw, auditDrawPanel } from "../../../lib/report/panels/audit_draw.ts";
import { misunderstood, settleState } from "../../../lib/report/panels/panel.ts";
import { panelAudits } from "../../../lib/report/panels/panel_data.ts";

const audits = panelAudits();
const settled = (asked: Record<string, string>) => settleState(auditDrawPanel, audits, asked);

Deno.test("with the state's seed the panel leads to the cards that the state published", () => {
  for (const { year, published } of audits) {
    const drawn = loadColoradoDrawn({ year }).toRecords();
    // As many draws as were published: a smaller risk limit draws at least as many.
    const draw = auditDraw(audits, settled({ year: String(year), risk: "0.5" }));
    assert(draw.numbers.length >= drawn.length);
    assertEquals(draw.numbers.slice(0, drawn.length), published);
    assertEquals(
      draw.drawn.slice(0, drawn.length).map(({ county }) => county),
      drawn.map(({ county }) => county),
    );
    // The place in the county's manifest is that of the published batch and card.
    const manifest = inDrawOrder(loadColoradoManifests({ year }));
    for (const [i, row] of drawn.entries()) {
      let before = 0;
      for (const { county, tabulator, batch, cards } of manifest) {
        if (county !== row.county) continue;
        if (tabulator === row.tabulator && batch === row.batch) break;
        before += cards;
      }
      assertEquals(draw.drawn[i]!.card, before + row.card, `${year}, draw ${row.draw}`);
    }
  }
});

Deno.test("the audit ends at the first draw whose Kaplan-Markov risk meets the limit", () => {
  for (
    const asked of [{ year: "2024" }, { year: "2020" }, {
      year: "2024",
      margin: "20000",
      risk: "7.5",
    }]
  ) {
    const state = settled(asked);
    const { risks, cards } = auditDraw(audits, state);
    // Without differences each draw multiplies the risk by 1 - margin / (2 gamma).
    const step = 1 - Number(state.margin) / cards / (2 * 1.03905);
    const limit = Number(state.risk) / 100;
    assertEquals(risks.length, Math.ceil(Math.log(limit) / Math.log(step)));
    assertAlmostEquals(risks.at(-1)!, step ** risks.length, 1e-12);
  }
});

Deno.test("cards that a county lacks shift what lies behind it, and nothing before", () => {
  const state = settled({ year: "2024", risk: "0.5", county: "Adams", lacking: "500" });
  const { shifted, drawn } = auditDraw(audits, state);
  // Adams is the first county: of its own cards the last 500 are gone, and all others move.
  const cards = audits.at(-1)!.counties[0]!.cards;
  assertEquals(audits.at(-1)!.counties[0]!.county, "Adams");
  const stay = drawn.filter(({ county, card }) => county === "Adams" && card <= cards - 500).length;
  assertEquals(shifted, drawn.length - stay);
  assertEquals(auditDraw(audits, { ...state, lacking: "0" }).shifted, 0);
  const last = audits.at(-1)!.counties.at(-1)!;
  assertEquals(last.county, "Broomfield");
  const end = auditDraw(audits, { ...state, county: "Broomfield", lacking: "1" });
  assertEquals(
    end.shifted,
    end.drawn.filter(({ county, card }) => county === "Broomfield" && card === last.cards).length,
  );
});

Deno.test("a seed that is none is refused in the address, and the panel shows the state's", () => {
  const lines = misunderstood(auditDrawPanel, audits, { seed: "12345" });
  assertEquals(lines.length, 1);
  assertStringIncludes(lines[0]!, 'seed: found "12345", expected 20 digits');
  assertEquals(settled({ seed: "12345" }).seed, "53417960661093690826");
  assertEquals(misunderstood(auditDrawPanel, audits, { seed: "11111111111111111111" }), []);
});

Deno.test("another seed leads to other cards, and is not called the state's", () => {
  const outcome = auditDrawPanel.run(audits, settled({ seed: "11111111111111111111" }), 640);
  assert(!outcome.readout.includes("published"));
  assertStringIncludes(
    auditDrawPanel.run(audits, settled({}), 640).readout,
    "are those that the state published",
  );
  assertEquals(outcome.table!.rows.length, audits.at(-1)!.counties.length);
});

Deno.test("numbers that no manifest lists are shown as such", () => {
  // The state drew from 4,114,582 cards in 2020; the manifests list 4,114,491.
  const [of2020] = audits;
  assertEquals(of2020!.counties.at(-1), { county: "on no manifest", cards: 91 });
  assertEquals(of2020!.counties.reduce((sum, { cards }) => sum + cards, 0), 4_114_582);
  const counties = auditDrawPanel.fields(audits, settled({ year: "2020" })).find(({ name }) =>
    name === "county"
  );
  assert(
    counties?.kind === "choice" &&
      counties.options.every(({ value }) => value !== "on no manifest"),
  );
});

Deno.test("the smallest margin and risk limit are drawn within a page's patience", () => {
  const { numbers } = auditDraw(audits, settled({ margin: "5000", risk: "0.5" }));
  assert(numbers.length > 9000 && numbers.length < 12_000);
});
