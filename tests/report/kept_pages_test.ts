/** Pages that are kept: of a report of which one notebook changed, one page is rendered. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { bytesFromJson, bytesToJson, isKept, kept } from "../../lib/report/kept.ts";
import { keptPages } from "../../lib/report/kept_pages.ts";
import { renderNotebook } from "../../lib/report/notebook_page.ts";
import { type Render, renderReport, type ReportEntry } from "../../lib/report/render_report.ts";
import { markdown, notebookOf } from "./sample_notebook.ts";

/** As a process of its own gives a page. */
const sent: Render = async ({ notebook, context }) =>
  JSON.parse(
    JSON.stringify(await renderNotebook(notebook, context), bytesToJson),
    bytesFromJson,
  );

const VERSIONS = { deno: "2.9.6", library: "0.1.0", lock: "0" };

const entry = (name: string, text: string, number: number): ReportEntry => ({
  notebook: notebookOf(markdown(text)),
  context: { name, versions: VERSIONS, report: { number, id: `abcdef0${number}` } },
});

/** Renders a report with what is kept in the folder, and says which pages it rendered. */
async function rendered(folder: string, ground: string, entries: readonly ReportEntry[]) {
  const names: string[] = [];
  const render: Render = ({ notebook, context }) => {
    names.push(context.name);
    return sent({ notebook, context });
  };
  const { files } = await renderReport(entries, {}, keptPages(folder, ground, render));
  // Pages are rendered side by side: which comes first is chance.
  return { names: names.sort(), files };
}

Deno.test("a page is rendered again when it changed, or what it stands on, and not otherwise", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const one = entry("01_one", "# One?\n\nYes.", 1);
    const two = entry("02_two", "# Two?\n\nYes.", 1);
    assertEquals((await rendered(folder, "g", [one, two])).names, ["01_one", "02_two"]);
    assertEquals((await rendered(folder, "g", [one, two])).names, []);

    // Another answer on page two is another version of the report, which page one names too.
    const later = [entry("01_one", "# One?\n\nYes.", 2), entry("02_two", "# Two?\n\nNo.", 2)];
    const { names, files } = await rendered(folder, "g", later);
    assertEquals(names, ["02_two"]);
    const html = String(files.find(({ path }) => path === "01_one.html")!.content);
    assertStringIncludes(
      html,
      'href="changes.html#version-2">Version 2 of this report</a> (abcdef02)',
    );
    assert(!html.includes("abcdef01"));
    const anew = (await renderReport(later, {}, sent)).files;
    for (const [i, { path, content }] of anew.entries()) {
      assertEquals(files[i]!.path, path);
      assertEquals(files[i]!.content, content, path);
    }

    // Its title stands on the page before it.
    const renamed = [later[0]!, entry("02_two", "# Both?\n\nNo.", 2)];
    assertEquals((await rendered(folder, "g", renamed)).names, ["01_one", "02_two"]);
    assertEquals((await rendered(folder, "other", renamed)).names, ["01_one", "02_two"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a page that says the version's words itself is rendered for each version", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const forged = (number: number) => {
      const { context, ...rest } = entry("01_one", "# One?", number);
      const words =
        '<a href="changes.html#version-1">Version 1 of this report</a> (abcdef01), with what changed since the one before. ';
      return { ...rest, context, words };
    };
    const names: number[] = [];
    const page = async (number: number) => {
      const { notebook, context, words } = forged(number);
      const render: Render = async (given) => {
        names.push(number);
        const page = await renderNotebook(given.notebook, given.context);
        return { ...page, html: words + page.html };
      };
      return await keptPages(folder, "g", render)({ notebook, context });
    };
    await page(1);
    assertStringIncludes((await page(2)).html, "(abcdef02)");
    assertEquals(names, [1, 2]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a page that could not be rendered is not kept, and what was kept by halves is made again", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const failing = { ...entry("01_one", "# One?", 1) };
    const failed = { ...failing, context: { ...failing.context, failure: "no" } };
    assertEquals((await rendered(folder, "g", [failed])).names, ["01_one"]);
    assertEquals((await rendered(folder, "g", [failed])).names, ["01_one"]);

    const path = join(folder, "part.json");
    const bytes = new Uint8Array([0, 255]);
    const make = () => Promise.resolve({ bytes });
    await kept(path, "k", make);
    assertEquals(await kept<unknown>(path, "k", () => Promise.reject(new Error("made again"))), {
      bytes,
    });
    await Deno.writeTextFile(path, (await Deno.readTextFile(path)).slice(0, 10));
    assertEquals(await kept(path, "k", make), { bytes });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("whether something is kept is told by its key, which is whole and the first thing in its file", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, "part.json");
    assertEquals(await isKept(path, "k"), false);
    await kept(path, "key", () => Promise.resolve("value"));
    assertEquals(await isKept(path, "key"), true);
    for (const other of ["k", "keys", "kez", "", "value"]) {
      assertEquals(await isKept(path, other), false, other);
    }
    for (const text of ["", '{"key":"k', '{"value":"value","key":"key"}', '["key"]']) {
      await Deno.writeTextFile(path, text);
      assertEquals(await isKept(path, "key"), false, text);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a page that changed is on its way before the others are read, and one that fails holds none up", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const same = entry("01_one", "# One?", 1);
    await keptPages(folder, "g", sent)(same);
    const events: string[] = [];
    const started = Promise.withResolvers<() => void>();
    const end = Promise.withResolvers<void>();
    const render: Render = async ({ notebook, context }, onSent) => {
      events.push(`asked for ${context.name}`);
      started.resolve(onSent!);
      await end.promise;
      return await sent({ notebook, context });
    };
    const both = keptPages(folder, "g", render);
    const pages = [same, entry("02_two", "# Two?", 1)].map(async (entry) => {
      const { name } = await both(entry);
      events.push(`has ${name}`);
    });
    const onSent = await started.promise;
    // Longer than to read a page of three words takes.
    await new Promise((resolve) => setTimeout(resolve, 50));
    assertEquals(events, ["asked for 02_two"]);
    onSent();
    await pages[0];
    assertEquals(events, ["asked for 02_two", "has 01_one"]);
    end.resolve();
    await Promise.all(pages);
    assertEquals(events.at(-1), "has 02_two");

    const broken = keptPages(folder, "g", () => Promise.reject(new Error("broken")));
    const [one, other] = await Promise.allSettled([
      broken(same),
      broken(entry("02_two", "# Three?", 1)),
    ]);
    assertEquals([one!.status, other!.status], ["fulfilled", "rejected"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
