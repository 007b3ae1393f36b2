import { assert, assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import { curlyText } from "../../lib/report/curly_marks.ts";
import { COUNT_PANELS, ELECTION_PANELS } from "../../lib/report/panels/all_panels.ts";
import { PANELS } from "../../lib/report/panels/panel_list.ts";
import { type PanelState, settleState } from "../../lib/report/panels/panel.ts";
import { panelCount, panelElections } from "../../lib/report/panels/panel_data.ts";
import { reportFolder } from "./report_on_disk.ts";
import { browserTest } from "./with_browser.ts";

/** What the library says to a panel's state, here and now. */
function answer(id: string, asked: PanelState): string {
  const elections = ELECTION_PANELS[id];
  if (elections) {
    const data = panelElections();
    return elections.run(data, settleState(elections, data, asked), 640).readout;
  }
  const panel = COUNT_PANELS[id]!;
  const data = panelCount();
  return panel.run(data, settleState(panel, data, asked), 640).readout;
}

const SCENARIOS: readonly [string, PanelState][] = [
  ["spoiler_map", { year: "2016", turnout: "100", preference: "100" }],
  ["spoiler_map", { year: "1992", for: "George H.W. Bush", turnout: "60", preference: "66.5" }],
  ["uniform_swing", { year: "2016", swing: "0.77" }],
  ["uniform_swing", { year: "2000", of: "two-party vote", swing: "-1.5" }],
  ["allocation_rules", { year: "2012", candidates: "two" }],
  ["late_count", { asOf: "2016-11-17", remaining: "3000000", share: "64.4" }],
  // No multiple of the slider's step.
  ["late_count", { asOf: "2016-11-23", remaining: "2401867", share: "60" }],
  ["audit_size", { year: "2016", state: "MI", risk: "10", paperless: "0.05" }],
  ["audit_size", { year: "2016", state: "PA" }],
];

browserTest(
  "live panels agree with the library, and their address restores a scenario",
  async (open, t) => {
    const folder = await reportFolder();
    for (const [id, state] of SCENARIOS) {
      const address = new URLSearchParams(state as Record<string, string>);
      await t.step(`${id} ${address}`, async () => {
        const { page, complaints, requests, close } = await open(
          `${folder}/live_${id}.html#${address}`,
        );
        assertEquals(await page.locator(".readout").innerText(), curlyText(answer(id, state)));
        const words = await page.locator("main").innerText();
        assertEquals(words.match(/\S*\p{L}'\p{L}\S*/gu), null, "apostrophes of two kinds");
        for (const [name, value] of Object.entries(state)) {
          assertEquals(await page.locator(`[id="${name}"]`).inputValue(), value, name);
        }
        assertEquals([complaints, requests], [[], []]);
        await close();
      });
    }
  },
);

browserTest(
  "a live panel is set by keyboard, says its answer and keeps it in the address",
  async (open) => {
    const folder = await reportFolder();
    const { page, close } = await open(`${folder}/live_uniform_swing.html`);
    const before = await page.locator(".readout").innerText();
    await page.locator("#swing-slider").focus();
    for (let i = 0; i < 16; i++) await page.keyboard.press("ArrowRight");
    // Sixteen steps of 0.05 points, past Wisconsin's 0.76.
    const after = await page.locator(".readout").innerText();
    assertNotEquals(after, before);
    assertStringIncludes(after, "Clinton wins");
    assertEquals(await page.locator("#swing").inputValue(), "0.8");
    assert(page.url().includes("swing=0.8"), page.url());
    await page.waitForTimeout(600);
    assertEquals(await page.locator('[aria-live="polite"]').textContent(), after);
    await page.locator("#year").focus();
    await page.locator("#year").selectOption("2000");
    assertStringIncludes(await page.locator(".readout").innerText(), "Gore");
    // The control in use keeps the focus while the others are made anew.
    assertEquals(await page.evaluate("document.activeElement.id"), "year");
    await close();
  },
);

browserTest(
  "a slider moves by its step, and a number between its steps stays as it was typed",
  async (open) => {
    const folder = await reportFolder();
    const { page, complaints, close } = await open(`${folder}/live_late_count.html`);
    const field = page.locator("#remaining");
    const slider = page.locator("#remaining-slider");
    assertEquals(await field.inputValue(), "2401867");
    assertEquals(await slider.getAttribute("aria-valuetext"), "2401867");
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    // The slider stood on 2,400,000, the multiple nearest to the number.
    assertEquals(await field.inputValue(), "2410000");
    await field.fill("1234567");
    assertStringIncludes(await page.locator(".readout").innerText(), "1,234,567 votes to come");
    assert(page.url().includes("remaining=1234567"), page.url());
    // Another control in use does not round it.
    await page.locator("#share-slider").focus();
    await page.keyboard.press("ArrowRight");
    assertEquals(await field.inputValue(), "1234567");
    assert(page.url().includes("remaining=1234567"), page.url());
    // Another day opens with the votes that were left then: 128,838,342 less 62,916,638 and 61,547,058.
    await page.locator("#asOf").selectOption("2016-11-17");
    assertEquals(await field.inputValue(), "4374646");
    assertEquals(complaints, []);
    await close();
  },
);

browserTest("a live panel leads back to the pages of its notebooks", async (open) => {
  const folder = await reportFolder();
  for (const { id } of PANELS) {
    const { page, close } = await open(`${folder}/live_${id}.html`);
    const links = page.locator("main a[href$='.html']");
    assert(await links.count() > 0, id);
    for (const link of await links.all()) {
      const href = (await link.getAttribute("href"))!;
      assert(Deno.statSync(`${folder}/${href}`).isFile, href);
      assert((await link.innerText()).length > 0, href);
    }
    await close();
  }
});

browserTest("a live panel takes no nonsense from its address", async (open) => {
  const folder = await reportFolder();
  const { page, complaints, close } = await open(
    `${folder}/live_spoiler_map.html#year=<script>&turnout=1e99&without=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E`,
  );
  assertEquals(await page.locator("#year").inputValue(), "2016");
  assertEquals(await page.locator("#turnout").inputValue(), "100");
  const notice = await page.locator(".notice").innerText();
  assertStringIncludes(notice, "year: found “<script>”, expected one of “1976”");
  assertStringIncludes(notice, "Shown: 2016");
  assertEquals(complaints, []);
  await close();
});

browserTest("a setting that an address has twice is said, until something is set", async (open) => {
  const folder = await reportFolder();
  const { page, close } = await open(`${folder}/live_uniform_swing.html#year=2016&year=2020`);
  assertEquals(await page.locator("#year").inputValue(), "2020");
  assertEquals(
    await page.locator(".notice").innerText(),
    "Cannot open this address: year: found a list [“2016”, “2020”], expected one value. Taken: 2020",
  );
  await page.locator("#year").selectOption("2000");
  assert(await page.locator(".notice").isHidden());
  await close();
});

browserTest("a live panel reads ? as #, and says nothing where all is understood", async (open) => {
  const folder = await reportFolder();
  const { page, close } = await open(`${folder}/live_audit_size.html?state=PA`);
  assertStringIncludes(await page.locator(".readout").innerText(), "Pennsylvania 2016");
  assert(await page.locator(".notice").isHidden());
  await close();
});
