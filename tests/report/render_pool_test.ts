import { assertEquals } from "@std/assert";
import { ownRoot } from "../../lib/files/project_root.ts";
import { RenderPool } from "../../lib/report/render_pool.ts";
import { markdown, notebookOf } from "./sample_notebook.ts";

const task = (title: string) => ({
  root: ownRoot(),
  notebook: notebookOf(markdown(`# ${title}`)),
  context: { name: "01_votes", versions: { deno: "2.9.6", library: "0.1.0", lock: "" } },
  anew: true,
});

Deno.test("a pool of one process renders one notebook after another, whether asked for together or later", async () => {
  const pool = new RenderPool({ jobs: 1 });
  try {
    const titles = ["One?", "Two?", "Three?"];
    const pages = await Promise.all(titles.map((title) => pool.render(task(title))));
    assertEquals(pages.map(({ title }) => title), titles);
    // The process that has answered waits for the next.
    assertEquals((await pool.render(task("Four?"))).title, "Four?");
  } finally {
    pool.close();
  }
});

Deno.test("a process that was started ahead renders the page that was expected", async () => {
  const pool = new RenderPool({ jobs: 1 });
  try {
    pool.expect();
    pool.expect();
    assertEquals((await pool.render(task("One?"))).title, "One?");
  } finally {
    pool.close();
  }
});
