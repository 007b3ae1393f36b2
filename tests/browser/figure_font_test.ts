import { assert, assertEquals } from "@std/assert";
import { pagesOf, reportFolder } from "./report_on_disk.ts";
import { browserTest } from "./with_browser.ts";

/** Of each figure in view, the texts that leave its picture, and by how much. */
const LEAVING = `[...document.querySelectorAll("figure.figure svg")]
  .filter((svg) => svg.getBoundingClientRect().width > 50)
  .flatMap((svg) => {
    const box = svg.getBoundingClientRect();
    return [...svg.querySelectorAll("text")].flatMap((text) => {
      const { left, right, width } = text.getBoundingClientRect();
      const out = Math.max(box.left - left, right - box.right);
      return width > 0 && out > 1 ? [text.textContent + ": " + out.toFixed(0)] : [];
    });
  })`;

browserTest(
  "without the report's own font no figure's text leaves it, at a desk or on a phone",
  async (open) => {
    const folder = await reportFolder();
    await Deno.rename(`${folder}/assets/fonts`, `${folder}/assets/fonts-gone`);
    try {
      let figures = 0;
      for (const width of [1280, 390]) {
        for (const name of pagesOf(folder).filter((name) => /^\d\d_/.test(name))) {
          const { page, close } = await open(`${folder}/${name}`, {
            viewport: { width, height: 900 },
          });
          await page.evaluate("document.fonts.ready");
          figures += await page.locator("figure.figure").count();
          assertEquals(await page.evaluate(LEAVING), [], `${name} at ${width} pixels`);
          await close();
        }
      }
      assert(figures >= 100, `${figures} figures`);
    } finally {
      await Deno.rename(`${folder}/assets/fonts-gone`, `${folder}/assets/fonts`);
    }
  },
);
