import { assertEquals } from "@std/assert";
import { findNotebooks } from "../../lib/notebook/mod.ts";
import { loadNotebook, type RunnableNotebook } from "../sweep/notebook_module.ts";
import { pageOf } from "../sweep/page.ts";
import { pageFaults } from "../sweep/page_faults.ts";

/** Notebooks that were loaded, by number: run again, they are neither compiled again nor made fast again. */
const loaded = new Map<string, Promise<RunnableNotebook>>();

async function load(number: string): Promise<RunnableNotebook> {
  const root = new URL("../../notebooks", import.meta.url);
  const path = (await findNotebooks(root.pathname)).find((path) => path.includes(`${number}_`))!;
  const folder = await Deno.makeTempDir({ prefix: "parameters" });
  try {
    return await loadNotebook(path, folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function run(number: string, given: Record<string, unknown>): Promise<string> {
  const notebook = loaded.get(number) ?? load(number);
  loaded.set(number, notebook);
  const pieces = pageOf((await notebook).run(given));
  assertEquals(pageFaults(pieces), []);
  return pieces.map(({ text }) => text).join("\n").replaceAll(/\s+/g, " ");
}

const texts = new Map<string, Promise<string>>();

/**
 * A page's text under given parameters, which has to be free of the sweep's faults. Tests that read different
 * things of one page share its run.
 */
export function pageText(number: string, given: Record<string, unknown>): Promise<string> {
  const key = JSON.stringify([number, given]);
  const text = texts.get(key) ?? run(number, given);
  texts.set(key, text);
  return text;
}
