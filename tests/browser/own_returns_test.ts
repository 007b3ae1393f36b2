import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { reportFolder } from "./report_on_disk.ts";
import { browserTest, type WatchedPage } from "./with_browser.ts";

const HEAD = "county,precinct,office,candidate,party,votes\n";

let files = 0;

/** Chooses a file, which stays on the disk: the page reads it again when it is asked to. */
async function choose(page: WatchedPage["page"], folder: string, text: string): Promise<string> {
  const path = `${folder}/${files++}/20161108__wi__general.csv`;
  await Deno.mkdir(path.replace(/\/[^/]*$/, ""));
  await Deno.writeTextFile(path, text);
  await page.setInputFiles("#file", path);
  await page.locator("#status", { hasText: /^(Read and checked|Cannot)/ }).waitFor();
  return await page.locator("#result").innerText();
}

browserTest(
  "a reader's own file is read and checked in the page, and nothing leaves it",
  async (open) => {
    const folder = await reportFolder();
    const own = await Deno.makeTempDir();
    const { page, complaints, requests, close } = await open(`${folder}/own_returns.html`);
    const right = await choose(
      page,
      own,
      `${HEAD}Dane,Ward 1,President,Hillary Clinton,DEM,217697\nDane,Ward 1,President,Donald Trump,REP,71275\nDane,Ward 1,U.S. Senate,Ron Johnson,REP,5\n`,
    );
    assert(/U\.S\. Senate: 1 row$/mu.test(right), right);
    // Laid out as the panels' forms are.
    assertEquals(
      await page.evaluate("getComputedStyle(document.querySelector('form')).display"),
      "grid",
    );
    assertStringIncludes(right, "The one sum of a county or state that is known agrees");

    const doubled = await choose(
      page,
      own,
      `${HEAD}Dane,Ward 1,President,Hillary Clinton,DEM,435394\nDane,Ward 1,President,Donald Trump,REP,142550\n`,
    );
    assertStringIncludes(doubled, "doubled");

    const refused = await choose(
      page,
      own,
      `${HEAD}Dane,Ward 1,President,<b>Clinton</b>,DEM,"1,055"\n`,
    );
    assertStringIncludes(refused, "Cannot read returns");
    assertStringIncludes(refused, "thousands");
    await page.locator("summary", { hasText: "Go on" }).click();
    await page.getByLabel("thousands").check();
    await page.getByRole("button", { name: "Read again" }).click();
    await page.locator("#result .readout").waitFor();
    assertStringIncludes(await page.locator("#result").innerText(), "<b>Clinton</b>");

    const rows = Array.from(
      { length: 20_000 },
      (_, i) =>
        `Dane,Ward ${i},President,Hillary Clinton,DEM,${
          i % 500
        }\nDane,Ward ${i},President,Donald Trump,REP,${i % 300}\n`,
    );
    const large = await choose(page, own, HEAD + rows.join(""));
    assertStringIncludes(large, "40,000 rows in 20,000 places");
    assert(await page.locator("#bar").isHidden());
    assertEquals([complaints, requests], [[], []]);
    await close();
    await Deno.remove(own, { recursive: true });
  },
);

browserTest(
  "the page for a reader's own file leads to the search, and its policy names no connection",
  async (open) => {
    const { page, complaints, requests, close } = await open(
      `${await reportFolder()}/own_returns.html`,
    );
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute("content");
    assertStringIncludes(policy!, "default-src 'none'");
    assert(!/connect-src|https?:/.test(policy!));
    await page.keyboard.press("/");
    await page.keyboard.type("butterfly");
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\.html#butterfly$/);
    assertEquals([complaints, requests], [[], []]);
    await close();
  },
);
