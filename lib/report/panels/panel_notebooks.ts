import { basename, join } from "node:path";
import { findNotebooks } from "../../notebook/mod.ts";
import { splitHeadline } from "../headline.ts";
import { markdownText } from "../markdown.ts";
import { parseNotebook } from "../notebook_document.ts";
import type { PageLink } from "../report_context.ts";

/** A notebook's page with the notebook's name, by which panels know theirs. */
export interface NotebookLink extends PageLink {
  readonly name: string;
}

/** The pages of a project's notebooks. One that cannot be read is called by its name. */
export async function notebookLinks(root: string): Promise<NotebookLink[]> {
  const paths = await findNotebooks(join(root, "notebooks")).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  });
  return await Promise.all(paths.map(async (path) => {
    const name = basename(path, ".ipynb");
    return { name, href: `${name}.html`, title: titleOf(await Deno.readTextFile(path), name) };
  }));
}

function titleOf(source: string, name: string): string {
  try {
    const { headline } = splitHeadline(parseNotebook(JSON.parse(source), name), name);
    return markdownText(headline.title);
  } catch {
    return name;
  }
}
