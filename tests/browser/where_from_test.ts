import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import axe from "axe-core";
import { reportFolder, ROOT } from "./report_on_disk.ts";
import { browserTest } from "./with_browser.ts";

const PAGE = "01_popular_vote.html";

const AUDIT = `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ": " + node.html.slice(0, 160))))`;

browserTest("a number in prose, table and figure says where it comes from", async (open) => {
  const { page, complaints, requests, close } = await open(`${await reportFolder()}/${PAGE}`);
  const box = page.getByRole("dialog", { name: "Where from?" });
  assert(!await box.isVisible());
  await page.locator(".lead .from", { hasText: "2,868,686" }).first().click();
  const said = await box.innerText();
  for (const part of ["2,868,686", "count(finalLead.votes)", "data/state_returns.csv", "SHA-256"]) {
    assertStringIncludes(said, part);
  }
  await page.keyboard.press("Escape");
  assert(!await box.isVisible());
  await page.locator("td", { hasText: "48.18%" }).first().click();
  assertStringIncludes(await box.innerText(), "votes[clinton]! / row.count");
  await page.getByRole("button", { name: "Close" }).click();
  assert(!await box.isVisible());
  await page.locator("figure .plate svg text", { hasText: /^59\.0$/ })
    .filter({ visible: true }).first().click();
  assertStringIncludes(await box.innerText(), "59.028444");
  assertEquals([complaints, requests], [[], []]);
  await close();
});

browserTest(
  "it names the rows: in prose, table and figure, by mouse, keyboard and touch",
  async (open) => {
    const folder = await reportFolder();
    const lead = "01_popular_vote.html";
    const { page, close } = await open(`${folder}/${lead}`, { hasTouch: true });
    const box = page.getByRole("dialog", { name: "Where from?" });
    const number = page.locator(".lead .from", { hasText: "2,868,686" }).first();
    const rows = [
      "a \u2212 b",
      "the sum of votes over 51 rows of data/state_returns.csv",
      "candidate Hillary Clinton",
      "candidate Donald Trump",
      "the first state_po AK, the last state_po WY",
      "from fec/federalelections2016.xlsx",
      // Scattered rows are listed in the file beside the page.
      "each listed in 01_popular_vote.numbers.json",
      // What its code read is all of 2016, which is one range of lines.
      "825 rows, where year 2016, lines ",
    ];
    const says = async (parts: readonly string[], at: string) => {
      const said = (await box.innerText()).replaceAll("\u00a0", " ");
      for (const part of parts) assertStringIncludes(said, part, at);
      await page.keyboard.press("Escape");
    };
    await number.click();
    await says(rows, "mouse");
    await number.tap();
    await says(rows, "touch");
    await page.getByRole("button", { name: "Where from?" }).click();
    await number.focus();
    await page.keyboard.press("Enter");
    await says(rows, "keyboard");
    // A count that was read: its one row, with the line that it has in the file.
    const counted = page.locator("td", { hasText: "60,122,876" }).first();
    await counted.click();
    const text = await Deno.readTextFile(`${ROOT}data/count_2016_national.csv`);
    const line = text.split("\n").findIndex((line) => line.includes(",60122876,")) + 1;
    await says(["clinton in 1 row of data/count_2016_national.csv", `, line ${line}`], "table");
    await page.locator("figure .plate svg text", { hasText: "2,868,686" })
      .filter({ visible: true }).first().click();
    await says(rows.slice(1, 4), "figure");
    await close();
  },
);

browserTest("on a phone the box does not cover the number that it is about", async (open) => {
  const { page, close } = await open(`${await reportFolder()}/01_popular_vote.html`, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const number = page.locator(".lead .from", { hasText: "2,015,251" }).first();
  await number.tap();
  const at = (await number.boundingBox())!;
  const box = (await page.getByRole("dialog", { name: "Where from?" }).boundingBox())!;
  assert(at.y >= 0 && at.y + at.height <= box.y, `${at.y} to ${at.y + at.height}, box ${box.y}`);
  await close();
});

browserTest(
  "by keyboard: one switch makes numbers buttons, arrows go through them",
  async (open) => {
    const { page, close } = await open(`${await reportFolder()}/${PAGE}`);
    const asking = page.getByRole("button", { name: "Where from?" });
    assertEquals(await page.locator(".lead [role=button]").count(), 0);
    await asking.focus();
    await page.keyboard.press("Enter");
    assertEquals(await asking.getAttribute("aria-pressed"), "true");
    const focused = () => page.evaluate("document.activeElement.textContent.trim()");
    await page.locator(".lead .from[tabindex='0']").first().focus();
    const first = await focused();
    await page.keyboard.press("ArrowRight");
    const second = await focused();
    assert(first !== second);
    await page.keyboard.press("Enter");
    const box = page.getByRole("dialog", { name: "Where from?" });
    assertStringIncludes(await box.innerText(), String(second));
    await page.keyboard.press("Escape");
    // The focus is where it was.
    assertEquals(await focused(), second);
    await asking.click();
    assertEquals(await page.locator("main [role=button]").count(), 0);
    await close();
  },
);

browserTest(
  "with numbers as buttons, and one of them opened, the page is accessible",
  async (open) => {
    for (const width of [390, 1280]) {
      const { page, complaints, close } = await open(`${await reportFolder()}/${PAGE}`, {
        viewport: { width, height: 800 },
      });
      await page.evaluate(axe.source);
      await page.getByRole("button", { name: "Where from?" }).click();
      await page.locator(".lead .from").first().click();
      assertEquals(await page.evaluate(AUDIT), []);
      const sideways =
        "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      assertEquals(await page.evaluate(sideways), 0);
      assertEquals(complaints, []);
      await close();
    }
  },
);

browserTest(
  "a link to a number opens what it says; a file beside the page lists all",
  async (open) => {
    const folder = await reportFolder();
    const listed = JSON.parse(
      await Deno.readTextFile(`${folder}/${PAGE.replace(".html", ".numbers.json")}`),
    );
    const lead = listed.numbers.find(({ text }: { text: string }) => text === "2,868,686");
    const { page, close } = await open(`${folder}/${lead.href}`);
    const box = page.getByRole("dialog", { name: "Where from?" });
    assertStringIncludes(await box.innerText(), "count(finalLead.votes)");
    assertEquals(listed.origins[lead.origin].expression, "count(finalLead.votes)");
    await close();
  },
);

browserTest(
  "without scripts numbers are text; in print the answer's numbers have notes",
  async (open) => {
    const { page, close } = await open(`${await reportFolder()}/${PAGE}`, {
      javaScriptEnabled: false,
    });
    const notes = page.locator(".answer-notes");
    assertEquals(await page.locator(".lead [role=button]").count(), 0);
    assert(!await notes.isVisible());
    await page.emulateMedia({ media: "print" });
    assert(await notes.isVisible());
    assertStringIncludes(await notes.innerText(), "count(finalLead.votes)");
    await close();
  },
);
