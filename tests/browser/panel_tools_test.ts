import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { parse } from "csv-parse/sync";
import { svgToPng } from "../../lib/chart/mod.ts";
import { PANELS } from "../../lib/report/panels/panel_list.ts";
import { reportFolder } from "./report_on_disk.ts";
import { browserTest, type WatchedPage } from "./with_browser.ts";

const button = (page: WatchedPage["page"], name: string) =>
  page.getByRole("button", { name, exact: true });

/** What the row of buttons says, once that has these words in it. */
async function said(page: WatchedPage["page"], words: string): Promise<string> {
  for (let tries = 0;; tries++) {
    const text = await page.locator(".tools .said").textContent() ?? "";
    if (text.includes(words) || tries === 50) return text;
    await page.waitForTimeout(100);
  }
}

async function downloaded(page: WatchedPage["page"], name: string): Promise<[string, string]> {
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  return [file.suggestedFilename(), await Deno.readTextFile(await file.path())];
}

browserTest(
  "each panel gives its link, its files and a citation, and goes back",
  async (open, t) => {
    const folder = await reportFolder();
    for (const { id, title } of PANELS) {
      await t.step(id, async () => {
        const { page, complaints, requests, close } = await open(
          `${folder}/live_${id}.html`,
          { acceptDownloads: true },
        );
        const before = await page.locator(".readout").innerText();

        const [csvName, csv] = await downloaded(page, "Download CSV");
        assertEquals(csvName, `${id}.csv`);
        const rows = parse(csv) as string[][];
        const shown = await page.locator("#panel tbody tr").count();
        assertEquals(rows.length, shown + 1);
        assert(!rows.flat().some((cell) => /^[+\u2212]?\d{1,3}(,\d{3})+$/.test(cell)), csv);

        if (await page.locator(".plate.live svg").isVisible()) {
          const [svgName, svg] = await downloaded(page, "Download SVG");
          assertEquals(svgName, `${id}.svg`);
          assertStringIncludes(svg, before.slice(0, 30).replaceAll("&", "&amp;"));
          assert(!svg.includes("aria-hidden"), svg.slice(0, 300));
          // A file of its own draws: more than its white ground.
          assert(svgToPng(svg).length > 4_000, id);
        } else assertEquals(await button(page, "Download SVG").count(), 0);

        // Without leave to write to the clipboard, as here, the address is shown.
        await button(page, "Copy link").click();
        const address = (await said(page, "live_")).replace("Link copied: ", "");
        assertStringIncludes(address, `live_${id}.html#`);
        const again = await open(address.replace("file://", ""));
        assertEquals(await again.page.locator(".readout").innerText(), before);
        assert(await again.page.locator(".notice").isHidden());
        await again.close();

        await button(page, "Cite").click();
        const cited = await said(page, "The Tallybook authors");
        for (const part of [title, "Tallybook 0.", address]) assertStringIncludes(cited, part);

        const slider = page.locator("input[type=range]").first();
        if (await slider.count() > 0) {
          await slider.focus();
          await page.keyboard.press("Home");
        } else {
          const choice = page.locator("select").first();
          const values = await choice.locator("option").evaluateAll(
            (options) => options.map((option) => (option as unknown as { value: string }).value),
          );
          await choice.selectOption(values[0]!);
        }
        assert(await page.locator(".readout").innerText() !== before, id);
        await button(page, "Reset").click();
        assertEquals(await page.locator(".readout").innerText(), before);
        assertEquals([complaints, requests], [[], []]);
        await close();
      });
    }
  },
);
