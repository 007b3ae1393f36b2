import { assertEquals, assertStringIncludes } from "@std/assert";
import { trusted } from "../../lib/report/markup.ts";
import { pageShell } from "../../lib/report/page_shell.ts";
import { unbroken } from "../../lib/report/unbroken.ts";

Deno.test("a letter and the number that it equals are not parted at a line's end", () => {
  const kept: Record<string, string> = {
    "<p>(p = 0.042)</p>": "<p>(p\u00a0=\u00a00.042)</p>",
    'p = <span class="from">0.2</span>': 'p\u00a0=\u00a0<span class="from">0.2</span>',
    "<td>t = \u22121.5</td>": "<td>t\u00a0=\u00a0\u22121.5</td>",
  };
  for (const [html, expected] of Object.entries(kept)) assertEquals(unbroken(html), expected);
});

Deno.test("words, code, attributes and drawings stay as they are", () => {
  for (
    const html of [
      "<p>top = 5, x2 = 5</p>",
      "<p>p = ${small}</p>",
      "<pre>p = <b>5</b></pre>",
      '<a title="p = 5">p</a>',
      "<svg><text>n = 72</text></svg>",
      "<script>const p = 5;</script>",
    ]
  ) assertEquals(unbroken(html), html);
});

Deno.test("a page's body is typeset so", () => {
  const html = pageShell({
    title: "Lots",
    description: "Lots",
    body: trusted("<p>n = 72</p>"),
    kind: "notebook",
  });
  assertStringIncludes(html, "<p>n\u00a0=\u00a072</p>");
});
