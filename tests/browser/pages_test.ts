import { assert, assertEquals } from "@std/assert";
import axe from "axe-core";
import { browserTest, step, twoAtATime } from "./with_browser.ts";
import { pagesOf, reportFolder } from "./report_on_disk.ts";

const VIEWS = [360, 1280].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme }))
);

/** What axe says of the page: rule, element, what to do. */
const AUDIT = `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ": " + node.html.slice(0, 160) + " " + node.failureSummary)))`;

browserTest("every page is quiet, asks for nothing and is accessible", async (open, t) => {
  const folder = await reportFolder();
  await twoAtATime(pagesOf(folder), async (name) => {
    const { page, complaints, requests, close } = await open(`${folder}/${name}`);
    await page.evaluate(axe.source);
    for (const { width, colorScheme } of VIEWS) {
      await step(t, `${name}, ${width} px, ${colorScheme}`, async () => {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const sideways = () =>
          page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth",
          );
        assertEquals(await sideways(), 0, "the page scrolls sideways");
        assertEquals(await page.evaluate(AUDIT), []);
        const fold = (open: boolean) =>
          page.evaluate(
            `for (const each of document.querySelectorAll("details:not([name])")) each.open = ${open}`,
          );
        await fold(true);
        assertEquals(await sideways(), 0, "the page scrolls sideways with all unfolded");
        await fold(false);
        assertEquals([complaints, requests], [[], []]);
      });
    }
    await close();
  });
});

/** Of each table and code in view, the pixels that are out of its box; of the page, type smaller than 11 px. */
const PHONE = `(() => {
  const wide = [...document.querySelectorAll(".table-box, pre")]
    .filter((box) => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1)
    .map((box) => box.localName + ", " + (box.scrollWidth - box.clientWidth) + " px out of view: " +
      (box.ariaLabel ?? box.textContent.slice(0, 40)));
  const small = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; text = texts.nextNode();) {
    const at = text.parentElement;
    // Formulas hold spaces of no width, and words for readers of the screen that are not drawn.
    const isShown = text.data.replaceAll("\u200b", "").trim() !== "" && at.checkVisibility();
    if (!isShown || at.closest("script, style, .katex-mathml")) continue;
    const scale = at.ownerSVGElement ? Math.hypot(at.getScreenCTM().a, at.getScreenCTM().b) : 1;
    const size = parseFloat(getComputedStyle(at).fontSize) * scale;
    if (size < 10.95) small.push(size.toFixed(1) + " px: " + text.data.trim());
  }
  return [...wide, ...small];
})()`;

browserTest(
  "on a phone no table hides a column, no code its lines, and no type is below 11 px",
  async (open, t) => {
    const folder = await reportFolder();
    // What a hostile notebook writes has any width.
    const pages = pagesOf(folder).filter((name) => name !== "hostile.html");
    await twoAtATime(pages, async (name) => {
      const { page, close } = await open(`${folder}/${name}`, {
        viewport: { width: 390, height: 844 },
      });
      await step(t, name, async () => {
        await page.evaluate(
          "for (const each of document.querySelectorAll('details:not([name])')) each.open = true",
        );
        assertEquals(await page.evaluate(PHONE), []);
      });
      await close();
    });
  },
);

browserTest("a page reads in full without scripts", async (open) => {
  const folder = await reportFolder();
  const { page, close } = await open(`${folder}/sample.html`, { javaScriptEnabled: false });
  assertEquals(
    await page.locator("h1").innerText(),
    "Did three states decide the election of 2016?",
  );
  assert(await page.locator("figure svg").isVisible());
  assert(await page.locator(".table-box table").first().isVisible());
  await page.locator("details.code summary").first().click();
  assert(await page.locator("details.code pre").first().isVisible());
  await close();
});

browserTest("tables sort by their raw values, by keyboard too", async (open) => {
  const folder = await reportFolder();
  const { page, close } = await open(`${folder}/sample.html`);
  const table = page.locator("table.sortable").first();
  const states = () => table.locator("tbody td:first-child").allInnerTexts();
  await table.getByRole("button", { name: "Margin" }).focus();
  await page.keyboard.press("Enter");
  assertEquals(await states(), ["Pennsylvania", "Wisconsin", "Michigan"]);
  await page.keyboard.press("Enter");
  assertEquals(await states(), ["Michigan", "Wisconsin", "Pennsylvania"]);
  assertEquals(await table.locator("th").nth(1).getAttribute("aria-sort"), "ascending");
  await close();
});

browserTest(
  "a sortable table's head is plain while it is printed, and sorts again after",
  async (open) => {
    const folder = await reportFolder();
    const { page, close } = await open(`${folder}/sample.html`);
    const table = page.locator("table.sortable").first();
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    assertEquals(await table.locator("th button").count(), 0);
    assertEquals(await table.locator("th").nth(1).innerText(), "Margin");
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await table.getByRole("button", { name: "Margin" }).click();
    assertEquals(await table.locator("tbody td:first-child").first().innerText(), "Pennsylvania");
    await close();
  },
);

browserTest("a hostile notebook runs, loads and covers nothing", async (open) => {
  const folder = await reportFolder();
  const { page, complaints, requests, close } = await open(`${folder}/hostile.html`);
  for (const link of await page.locator("main a:not([download])").all()) {
    const href = await link.getAttribute("href") ?? "";
    assert(!/^\s*(javascript|data|vbscript):/i.test(href), href);
  }
  await page.getByText("a harmless link").first().click();
  await page.waitForTimeout(300);
  assertEquals(await page.evaluate("window.pwned"), undefined);
  assert(await page.locator("h1").isVisible());
  // No script but those that the house puts into every page.
  const ours = (await Deno.readTextFile(`${folder}/sample.html`)).match(/<script\b/g)!.length;
  assertEquals(await page.evaluate("document.scripts.length"), ours);
  assertEquals(
    await page.evaluate("document.querySelectorAll('iframe,object,embed,form,base,link').length"),
    0,
  );
  assertEquals(complaints, []);
  assertEquals(requests, []);
  assert(page.url().endsWith("/hostile.html"));
  await close();
});

browserTest("the policy alone stops what a sanitizer might miss", async (open) => {
  const folder = await reportFolder();
  const html = await Deno.readTextFile(`${folder}/sample.html`);
  const probe = '<script>window.pwned=1</script><img src=x onerror="window.pwned=2">' +
    '<img src="https://attacker.example/x.png"><p id="probe" style="display:none">x</p>';
  await Deno.writeTextFile(`${folder}/probe.html`, html.replace("<h1>", `${probe}<h1>`));
  try {
    const { page, requests, close } = await open(`${folder}/probe.html`);
    assertEquals(await page.evaluate("window.pwned"), undefined);
    assert(await page.locator("#probe").isVisible());
    assertEquals(requests, []);
    await close();
  } finally {
    await Deno.remove(`${folder}/probe.html`);
  }
});

browserTest("paper gets the figures and tables, and neither code nor navigation", async (open) => {
  const folder = await reportFolder();
  const { page, close } = await open(`${folder}/sample.html`);
  await page.emulateMedia({ media: "print" });
  for (const hidden of ["details.code", "nav.contents", "nav.pages", ".downloads", ".skip"]) {
    assertEquals(await page.locator(hidden).first().isVisible(), false, hidden);
  }
  for (const shown of ["h1", "figure svg", ".table-box table", ".provenance"]) {
    assertEquals(await page.locator(shown).first().isVisible(), true, shown);
  }
  await close();
});

/** What a print does with claims' folds and with tables, by their rows. */
const ON_PAPER = `({
  folds: [...document.querySelectorAll(".claim summary")]
    .filter((each) => getComputedStyle(each, "::before").content !== "none").length,
  captions: [...document.querySelectorAll("caption")]
    .map((each) => [getComputedStyle(each).breakInside,
      each.getBoundingClientRect().bottom - each.parentElement.tHead.getBoundingClientRect().top]),
  whole: [...document.querySelectorAll(".table-box")]
    .filter((each) => each.querySelectorAll("tbody tr").length < 10)
    .map((each) => getComputedStyle(each).breakInside),
  long: [...document.querySelectorAll(".table-box")]
    .filter((each) => each.querySelectorAll("tbody tr").length >= 10)
    .map((each) => getComputedStyle(each).breakInside),
})`;

browserTest(
  "on paper a claim has no mark to unfold it, a short table stays whole and a long one goes on",
  async (open) => {
    const folder = await reportFolder();
    const { page, close } = await open(`${folder}/12_claims.html`);
    await page.emulateMedia({ media: "print" });
    const { folds, captions, whole, long } = await page.evaluate(ON_PAPER) as {
      folds: number;
      captions: [string, number][];
      whole: string[];
      long: string[];
    };
    assertEquals(folds, 0);
    // 25 millimeters of 96 / 25.4 pixels are the room of a head and rows that a caption asks for.
    for (const [inside, room] of captions) {
      assertEquals([inside, Math.round(room)], ["avoid", Math.round(25 * 96 / 25.4)]);
    }
    assert(whole.length > 0 && long.length > 0);
    assertEquals([new Set(whole), new Set(long)], [new Set(["avoid"]), new Set(["auto"])]);
    await close();
  },
);

browserTest(
  "claims are shown one verdict alone without scripts, and open by keyboard",
  async (open) => {
    const folder = await reportFolder();
    const { page, close } = await open(`${folder}/12_claims.html`, { javaScriptEnabled: false });
    const shown = () => page.locator(".claim:visible").count();
    const all = await shown();
    const label = page.getByText(/^false \(\d+\)$/);
    const told = Number(/\d+/.exec(await label.innerText())![0]);
    await label.click();
    assertEquals(await shown(), told);
    assertEquals(await page.locator(".claim.false:visible").count(), told);
    await page.locator("#only-all").focus();
    await page.keyboard.press("Space");
    assertEquals(await shown(), all);
    await page.locator(".claim summary").first().focus();
    await page.keyboard.press("Enter");
    assert(await page.locator(".claim dl").first().isVisible());
    const tops = await page.locator(".claim details[open] dl > div:not(.wide) dd")
      .evaluateAll((values) => values.map((value) => value.getBoundingClientRect().top));
    assertEquals([tops.length, new Set(tops).size], [3, 1], "values stand on one line");
    await close();
  },
);

browserTest(
  "an address opens its claim's card, and the desk filters by words, subject and speaker",
  async (open) => {
    const folder = await reportFolder();
    const { page, complaints, close } = await open(`${folder}/12_claims.html#m6`);
    assert(await page.locator("#m6").isVisible());
    assertEquals(await page.locator(".claim details[open]").count(), 1);
    const shown = () => page.locator(".claim:visible").count();
    const all = await shown();
    await page.getByRole("searchbox", { name: "Words" }).fill("petition SIGNATURES");
    const signed = await shown();
    assert(signed > 0 && signed < all);
    for (const text of await page.locator(".claim:visible").allTextContents()) {
      assert(/petition/i.test(text) && /signatures/i.test(text));
    }
    assertEquals(await page.locator(".found").textContent(), `${signed} of ${all} claims`);
    await page.getByRole("searchbox", { name: "Words" }).fill("");
    await page.getByRole("combobox", { name: "Speaker" }).selectOption("Dinesh D'Souza");
    assertEquals(await shown(), 2);
    await page.evaluate("location.hash = '#e5'");
    await page.locator("#e5").waitFor();
    assertEquals(await shown(), all);
    await page.evaluate("location.hash = '#only-false'");
    await page.locator("#only-false:checked").waitFor();
    assertEquals(await shown(), await page.locator(".claim.false:visible").count());
    assertEquals(complaints, []);
    await close();
  },
);
