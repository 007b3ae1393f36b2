import { assertEquals, assertStringIncludes } from "@std/assert";
import { withVersion } from "../../../lib/report/versions/version_line.ts";

const VERSION = { number: 3, id: "abcdef" };
const page = (path: string, content: string | Uint8Array<ArrayBuffer>) =>
  withVersion([{ path, content }], VERSION)[0]!.content;
const PAGE = "<main>first</main><main>text</main><footer></footer>";

Deno.test("each page says its version at the end of its text, with a link to what changed", () => {
  const content = String(page("01_votes.html", PAGE));
  assertStringIncludes(
    content,
    'text<p class="soft version"><a href="changes.html#version-3">Version 3 of this report</a>, abcdef</p>\n</main><footer>',
  );
  assertEquals(content.replace(/<p class="soft version">.*<\/p>\n/, ""), PAGE);
  assertStringIncludes(String(page("a.html", "</main>")), "abcdef</p>\n</main>");
});

Deno.test("files that are no pages, that stand in a folder, or that say it themselves stay as they are", () => {
  for (const path of ["embed/01/a.html", "data.json", "changes.html", "a.html.txt"]) {
    assertEquals(page(path, PAGE), PAGE, path);
  }
  const saying = '<main><a href="changes.html#version-3">x</a></main>';
  assertEquals(page("index.html", saying), saying);
  assertEquals(page("a.html", "no text"), "no text");
  const bytes = Uint8Array.of(1);
  assertEquals(page("a.html", bytes), bytes);
});
