/**
 * Each panel in a browser through the states, years and days that it offers: all where they are
 * few, else drawn with a seed, with numbers drawn besides. What the page says is what the library
 * says here and now, and where a notebook states it, what its page says.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { AUDIT_PANELS, COUNT_PANELS, ELECTION_PANELS } from "../../lib/report/panels/all_panels.ts";
import {
  type Outcome,
  type Panel,
  type PanelField,
  type PanelState,
  settleState,
} from "../../lib/report/panels/panel.ts";
import { panelAudits, panelCount, panelElections } from "../../lib/report/panels/panel_data.ts";
import { Xoshiro128 } from "../../lib/stats/xoshiro128.ts";
import { paperlessVotes } from "../../lib/data/mod.ts";
import { count } from "../../lib/display/mod.ts";
import { shownFigure } from "../notebooks/shown_figure.ts";
import { curlyText } from "../../lib/report/curly_marks.ts";
import { say } from "./panel_says.ts";
import { reportFolder } from "./report_on_disk.ts";
import { browserTest, type WatchedPage } from "./with_browser.ts";

const SEED = 20161108;
const MOST = 120;

/** Every state of the choices that the panel offers, with numbers drawn at random. */
function offered<Data>(panel: Panel<Data>, data: Data, random: Xoshiro128): PanelState[] {
  const value = (field: PanelField): string => {
    if (field.kind === "choice") return field.options[random.below(field.options.length)]!.value;
    if (field.kind === "text") {
      return Array.from({ length: 20 }, () => random.below(10)).join("");
    }
    if (field.kind === "several") {
      return field.options.filter(() => random.below(2) === 1).map((one) => one.value).join(",");
    }
    const steps = Math.floor((field.most - field.least) / field.step);
    return String(Number((field.least + field.step * random.below(steps + 1)).toFixed(6)));
  };
  const chosen = (state: PanelState, field: number): PanelState[] => {
    const fields = panel.fields(data, state);
    const choices = fields.filter(({ kind }) => kind === "choice");
    const choice = choices[field];
    if (choice?.kind !== "choice") {
      const numbers = fields.filter((one) => one.kind !== "choice");
      return [{ ...state, ...Object.fromEntries(numbers.map((one) => [one.name, value(one)])) }];
    }
    return choice.options.flatMap((option) =>
      chosen(
        settleState(panel, data, {
          ...Object.fromEntries(
            choices.slice(0, field).map(({ name }) => [name, state[name]!]),
          ),
          [choice.name]: option.value,
        }),
        field + 1,
      )
    );
  };
  const all = chosen(panel.start(data, {}), 0);
  while (all.length > MOST) all.splice(random.below(all.length), 1);
  return all;
}

async function sameInBrowser<Data>(
  panel: Panel<Data>,
  data: Data,
  page: WatchedPage["page"],
): Promise<number> {
  const random = new Xoshiro128(SEED);
  const states = offered(panel, data, random);
  const said = await say(page, states);
  states.forEach((state, i) => {
    const outcome: Outcome = panel.run(data, settleState(panel, data, state), 640);
    const at = `${panel.id} ${new URLSearchParams(state)}`;
    assertEquals(said[i]!.readout, curlyText(outcome.readout), at);
    assertEquals(said[i]!.rows, (outcome.table?.rows ?? []).map((row) => row.map(curlyText)), at);
    assert(!said[i]!.notice, at);
  });
  return states.length;
}

browserTest("each panel says what the library says, over what it offers", async (open, t) => {
  const folder = await reportFolder();
  const elections = panelElections();
  for (const [id, panel] of Object.entries(ELECTION_PANELS)) {
    await t.step(id, async () => {
      const { page, complaints, close } = await open(`${folder}/live_${id}.html`);
      assert(await sameInBrowser(panel, elections, page) >= 13);
      assertEquals(complaints, []);
      await close();
    });
  }
  for (const [id, panel] of Object.entries(COUNT_PANELS)) {
    await t.step(id, async () => {
      const { page, complaints, close } = await open(`${folder}/live_${id}.html`);
      assert(await sameInBrowser(panel, panelCount(), page) >= 9);
      assertEquals(complaints, []);
      await close();
    });
  }
  for (const [id, panel] of Object.entries(AUDIT_PANELS)) {
    await t.step(id, async () => {
      const { page, complaints, close } = await open(`${folder}/live_${id}.html`);
      assert(await sameInBrowser(panel, panelAudits(), page) >= 100);
      assertEquals(complaints, []);
      await close();
    });
  }
});

browserTest("the audit panel knows each state's paper as the page on audits does", async (open) => {
  const folder = await reportFolder();
  const known = panelElections().find(({ year }) => year === 2016)!.units
    .map(([unit]) => unit).filter((unit) => unit.length === 2);
  const { page, close } = await open(`${folder}/live_audit_size.html`);
  const said = await say(page, known.map((state) => ({ year: "2016", state })));
  known.forEach((state, i) => {
    const paper = paperlessVotes({ year: 2016, state });
    const expected = paper === null
      ? "is not known here"
      : paper.atMost === 0
      ? "voted on paper"
      : count(paper.surely || paper.atMost);
    assertStringIncludes(said[i]!.readout, expected, state);
  });
  const audits = await open(`${folder}/11_recounts_and_audits.html`);
  const words = await audits.page.locator("main").innerText();
  const [, published] = /in Pennsylvania: ([\d,]+) of its votes were cast in counties/.exec(words)!;
  const pennsylvania = said[known.indexOf("PA")]!.readout;
  assertStringIncludes(pennsylvania, `paperless machines only cast ${published} of its votes`);
  assertStringIncludes(pennsylvania, "No audit can settle it");
  await audits.close();
  await close();
});

browserTest("the panel on the count projects on each day what the page on it has", async (open) => {
  const folder = await reportFolder();
  const { rows } = shownFigure("07_counting_on", "fan");
  assert(rows.length >= 8);
  const { page, close } = await open(`${folder}/live_late_count.html`);
  const said = await say(page, rows.map(({ as_of }) => ({ asOf: as_of! })));
  const whole = (text: string | undefined) => count(Math.round(Number(text)), { signed: true });
  rows.forEach((row, i) => {
    const leads = Object.fromEntries(said[i]!.rows.map(([name, lead]) => [name, lead]));
    assertEquals(leads["The rest votes like what was added so far"], whole(row.point), row.as_of);
    assertEquals(leads["The rest votes like what is counted"], whole(row.naive), row.as_of);
    assertStringIncludes(said[i]!.readout, `of ${count(Number(row.left))} votes to come`);
  });
  await close();
});

browserTest("an address that is not understood says so, in each panel", async (open, t) => {
  const folder = await reportFolder();
  for (
    const [id, address, said] of [
      ["audit_size", "#year=1066&state=XX", ['found "1066"', 'found "XX"', "Shown: Wisconsin"]],
      ["audit_size", "#state=wi", ['found "wi"', 'nearest: "WI"']],
      ["audit_size", "?stat=PA", ['found "stat"', 'nearest: "state"']],
      ["late_count", "#asOf=2016-01-01", ['found "2016-01-01"']],
      ["audit_draw", "#seed=dice", ['found "dice"', "20 digits"]],
      ["uniform_swing", "#swing=lots", ['found "lots"', "expected a number from"]],
      ["allocation_rules", "#year=16", ['found "16"']],
      ["spoiler_map", "#year=2016&without=Nobody", ['found "Nobody"']],
    ] as const
  ) {
    await t.step(`${id} ${address}`, async () => {
      const { page, close } = await open(`${folder}/live_${id}.html${address}`);
      // Quotation marks are typeset as everywhere on the pages.
      const shown = await page.locator(".notice").innerText();
      const notice = shown.replaceAll(/[\u201c\u201d]/g, '"');
      for (const part of said) assertStringIncludes(notice, part);
      await close();
    });
  }
});
