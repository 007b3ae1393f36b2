import { assert, assertEquals, assertGreater, assertStringIncludes } from "@std/assert";
import { reportFolder } from "./report_on_disk.ts";
import { browserTest } from "./with_browser.ts";

browserTest("from the index, by keyboard: type and Enter, then choose and Enter", async (open) => {
  const { page, complaints, requests, close } = await open(`${await reportFolder()}/index.html`);
  await page.keyboard.press("/");
  await page.keyboard.type("fewest votes inversion");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html/);
  const results = page.locator(".results a");
  await results.first().waitFor();
  assertEquals(await page.locator("#search").inputValue(), "fewest votes inversion");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  const href = await results.first().getAttribute("href");
  assertEquals(await page.evaluate("document.activeElement.getAttribute('href')"), href);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.href.endsWith(href!));
  assertEquals([complaints, requests], [[], []]);
  await close();
});

browserTest("each kind of thing is found, and its link leads to it", async (open) => {
  const folder = await reportFolder();
  const { page, close } = await open(`${folder}/search.html`);
  const cases = [
    ["Why did Gore lose", "Question"],
    ["inversions popular-vote leaders who did not become president", "Table"],
    ["Clinton's lead largest votes inversions", "Figure"],
    ["dispute about 1960", "Section"],
    ["543895", "Number"],
    ["another electors rule panel", "Panel"],
    ["counties that used electronic voting machines", "Claim"],
  ] as const;
  for (const [query, kind] of cases) {
    await page.locator("#search").fill(query);
    const found = page.locator(".results a", { has: page.locator(`.kind:text-is("${kind}")`) })
      .first();
    await found.waitFor({ timeout: 5000 });
    const href = (await found.getAttribute("href"))!;
    const [path, id] = href.split("#");
    const there = await open(`${folder}/${path}`);
    if (id) assertEquals(await there.page.locator(`[id="${id}"]`).count(), 1, `${query}: ${href}`);
    await there.close();
  }
  await close();
});

browserTest(
  "a number is found with and without its commas; an address holds what is searched",
  async (open) => {
    const folder = await reportFolder();
    const { page, close } = await open(`${folder}/search.html#543%2C895`);
    const titles = () => page.locator(".results a").allInnerTexts();
    const withComma = await titles();
    assertGreater(withComma.length, 3);
    await page.locator("#search").fill("543895");
    assertEquals(await titles(), withComma);
    assertStringIncludes(page.url(), "#543895");
    await page.locator("#search").fill("xyzzyplugh");
    assertEquals(await page.locator(".found").innerText(), "Nothing found");
    await close();
  },
);

browserTest(
  "a found number is marked before a comma too, and no excerpt ends in a word",
  async (open) => {
    const folder = await reportFolder();
    const { page, close } = await open(`${folder}/search.html#38%2C875`);
    const text = page.locator(".results p", { hasText: "a majority for Clinton took 38,875, in" })
      .first();
    await text.waitFor();
    assertEquals(await text.locator("mark").first().innerText(), "38,875");
    // Each word before an excerpt's end is one of the words that can be found.
    const source = await page.evaluate("document.getElementById('entries').textContent") as string;
    for (const each of await page.locator(".results p").allTextContents()) {
      const last = /(\S+) \u2026(?: \u00b7|$)/u.exec(each)?.[1];
      if (last !== undefined) assertStringIncludes(source, `${last} `);
    }
    await close();
  },
);

browserTest("without scripts the search is a list of everything, one link away", async (open) => {
  const { page, close } = await open(`${await reportFolder()}/index.html`, {
    javaScriptEnabled: false,
  });
  await page.getByRole("link", { name: "Search" }).click();
  await page.locator("summary", { hasText: "Why did Gore lose" }).click();
  assert(await page.getByRole("link", { name: /The dispute about 1960/ }).isVisible());
  await close();
});
