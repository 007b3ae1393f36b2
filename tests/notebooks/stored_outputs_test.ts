/**
 * What the notebooks store is what the library of today gives: each runs here with its own
 * parameters, so that a fault in lib shows in `deno task test`, and in all tests of this folder that
 * read stored outputs. `deno task verify` compares byte for byte, pictures and all.
 */
import { assert, assertEquals } from "@std/assert";
import { basename } from "node:path";
import { parseNotebook } from "../../lib/notebook/mod.ts";
import { documentOf } from "../../lib/report/notebook_document.ts";
import { FIGURE_MEDIA_TYPE } from "../../lib/chart/stored_figure.ts";
import type { KeptPage } from "../sweep/kept_pages.ts";
import { NOTEBOOKS, pageAt } from "./page_text.ts";

/** What a reader meets of one output: words, and of a figure its drawing. */
interface Met {
  readonly cell: number;
  readonly text: string;
}

/** What runs give, piece by piece; what is no prose, table or figure is left out. */
function metNow({ pieces }: KeptPage): Met[] {
  return pieces.flatMap(({ cell, kind, text, drawing }) => {
    if (kind === "figure") return [{ cell, text: drawing ?? "" }];
    return kind === "other" ? [] : [{ cell, text }];
  });
}

function metStored(file: string, name: string): Met[] {
  const { cells } = documentOf(parseNotebook(file, name).notebook);
  return cells.flatMap(({ kind, source, outputs }, cell): Met[] => {
    if (kind === "markdown") return [{ cell, text: source }];
    return outputs.flatMap((output): Met[] => {
      if (output.kind !== "data") return [];
      const figure = output.data[FIGURE_MEDIA_TYPE] as { readonly svg: string } | undefined;
      if (figure !== undefined) return [{ cell, text: figure.svg }];
      const text = output.data["text/markdown"] ??
        (output.data["text/html"] === undefined ? undefined : output.data["text/plain"]);
      return typeof text === "string" ? [{ cell, text }] : [];
    });
  });
}

/** These take a minute and more each, and are left to `deno task verify`. */
const LONG = ["14_fingerprints"];

for (const path of NOTEBOOKS) {
  const name = basename(path, ".ipynb");
  if (LONG.includes(name)) continue;
  Deno.test(`${name}: the stored words, tables and drawings are what the library gives now`, async () => {
    const stored = metStored(await Deno.readTextFile(path), name);
    assert(stored.length > 5);
    const now = metNow(await pageAt(path, {}));
    assertEquals(now.map(({ cell }) => cell), stored.map(({ cell }) => cell));
    // One at a time: of a difference, its place is told, and no more than it.
    for (const [i, { cell, text }] of stored.entries()) {
      assertEquals(now[i]!.text, text, `${name}, cell ${cell + 1}`);
    }
  });
}
