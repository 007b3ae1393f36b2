import { assert, assertEquals } from "@std/assert";
import { DOMParser } from "linkedom";
import { type Figure } from "tallybook/chart";
import { textProblems } from "../../lib/chart/text_problems.ts";

const folder = new URL("./snapshots/", import.meta.url);

/**
 * Checks what must hold for every figure, and that its SVG is the one that was looked at. Set
 * UPDATE_SNAPSHOTS=1 to write the SVG instead; then look at it before committing.
 */
export function assertFigure(figure: Figure): void {
  const svg = figure.toSvg();
  const { title, alt, source } = figure.options;
  const document = new DOMParser().parseFromString(svg, "image/svg+xml");
  const root = document.documentElement!;
  assertEquals(root.nodeName, "svg");
  assertEquals(root.getAttribute("role"), "img");
  assertEquals(root.querySelector("title")?.textContent, title);
  assertEquals(root.querySelector("desc")?.textContent, `${alt} Source: ${source}`);
  assert(
    /Source: /u.test(root.querySelectorAll("text").at(-1)?.textContent ?? ""),
    "no source line",
  );
  assert(!/="[^"]*NaN/u.test(svg), "a coordinate is not a number");
  assertEquals(textProblems(svg), []);

  const file = new URL(`${figure.id}.svg`, folder);
  if (Deno.env.get("UPDATE_SNAPSHOTS") === "1") {
    Deno.mkdirSync(folder, { recursive: true });
    Deno.writeTextFileSync(file, svg);
  }
  const stored = Deno.readTextFileSync(file);
  assert(
    svg === stored,
    `Figure "${figure.id}" differs from tests/chart/snapshots/${figure.id}.svg near character ${
      [...svg].findIndex((character, index) => character !== stored[index])
    }; if that is meant, run the test with UPDATE_SNAPSHOTS=1 and look at it`,
  );
}
