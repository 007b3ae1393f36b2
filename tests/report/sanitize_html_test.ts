import { assert, assertEquals, assertNotMatch } from "@std/assert";
import { sanitizeHtml } from "../../lib/report/sanitize_html.ts";

const clean = (source: string) => sanitizeHtml(source).toString();

/** Nothing here may survive as an element or attribute that runs, loads, restyles or submits. */
const FORBIDDEN =
  /<\s*(script|style|iframe|object|embed|svg|math|form|input|button|link|meta|base|template|foreignobject|video|audio|source)\b|\son\w+\s*=|javascript:|vbscript:|srcdoc|\sstyle\s*=|\sid\s*=|\sclass\s*=|url\(/i;

const HOSTILE: Readonly<Record<string, string>> = {
  "a script": "<script>alert(1)</script>",
  "a script in capitals with a space": "<SCRIPT >alert(1)</SCRIPT >",
  "a handler on an image": "<img src=x onerror=alert(1)>",
  "a handler without quotes after a slash": "<img/src=x/onerror=alert(1)>",
  "a handler on an open details": "<details open ontoggle=alert(1)><summary>x</summary></details>",
  "a javascript address": '<a href="javascript:alert(1)">x</a>',
  "a javascript address with control characters": '<a href="java\u0000script&#x0A;:alert(1)">x</a>',
  "a javascript address in entities": '<a href="&#106;avascript&colon;alert(1)">x</a>',
  "a vbscript address": '<a href="vbscript:msgbox(1)">x</a>',
  "a data address of HTML": '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  "an image of SVG": '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  "an image from elsewhere": '<img src="https://example.com/pixel.png">',
  "an image from elsewhere without a scheme": '<img src="//example.com/pixel.png">',
  "a srcset": '<img srcset="https://example.com/x.png 2x">',
  "a background": '<table background="https://example.com/x.png"><tr><td>x</td></tr></table>',
  "a style attribute":
    '<p style="position:fixed;inset:0;background:url(https://example.com)">x</p>',
  "a style element": "<style>body{display:none}</style>",
  "an imported style": "<style>@import url(https://example.com/x.css);</style>",
  "a meta refresh": '<meta http-equiv="refresh" content="0;url=https://example.com">',
  "a base address": '<base href="https://example.com/">',
  "a style sheet link": '<link rel="stylesheet" href="https://example.com/x.css">',
  "a frame": '<iframe src="https://example.com"></iframe>',
  "a frame with its document inside": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  "an object": '<object data="https://example.com"></object>',
  "a form": '<form action="https://example.com"><input name="a"><button>Send</button></form>',
  "a drawing with a script": "<svg><script>alert(1)</script></svg>",
  "a drawing with a foreign object":
    "<svg><foreignObject><body onload=alert(1)></body></foreignObject></svg>",
  "a formula element that smuggles HTML":
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
  "a noscript that changes meaning":
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  "a textarea that hides an image": "<textarea><img src=x onerror=alert(1)></textarea>",
  "a comment that ends early": "<!--><img src=x onerror=alert(1)>-->",
  "a template": "<template><img src=x onerror=alert(1)></template>",
  "an attribute that ends early": '<p title="x"onmouseover=alert(1)>x</p>',
  "an identifier of the page's own": '<p id="content" class="skip">x</p>',
  "plaintext": "<plaintext><script>alert(1)</script>",
  "an unclosed tag": "<img src=x onerror=alert(1)//",
  "a nested opening": "<<script>script>alert(1)<</script>/script>",
};

for (const [what, source] of Object.entries(HOSTILE)) {
  Deno.test(`sanitizeHtml() disarms ${what}`, () => {
    const result = clean(source);
    // What is left as text is escaped: only real tags count.
    const tags = result.match(/<[^>]*>/g)?.join("") ?? "";
    assertNotMatch(tags, FORBIDDEN);
    assertNotMatch(tags, /example\.com/);
    // Cleaning what is clean changes nothing: there is no second meaning to find.
    assertEquals(clean(result), result);
  });
}

Deno.test("sanitizeHtml() keeps tables with their alignment and raw values", () => {
  const table = '<table><caption>A</caption><thead><tr><th scope="col">B</th></tr></thead>' +
    '<tbody><tr><td align="right" data-value="1000">1,000</td></tr></tbody></table>';
  assertEquals(clean(table), table);
});

Deno.test("sanitizeHtml() says a style's alignment as an attribute", () => {
  assertEquals(
    clean('<table><tr><td style="text-align:right">1</td></tr></table>'),
    '<table><tr><td align="right">1</td></tr></table>',
  );
});

Deno.test("sanitizeHtml() keeps links, cuts their tie to the opening page and finds other pages", () => {
  assertEquals(
    clean('<a href="https://www.fec.gov/" target="_blank">FEC</a>'),
    '<a href="https://www.fec.gov/" rel="noopener noreferrer">FEC</a>',
  );
  assertEquals(
    clean('<a href="02_electoral_college.ipynb#why">next</a>'),
    '<a href="02_electoral_college.html#why">next</a>',
  );
});

Deno.test("sanitizeHtml() keeps embedded bitmaps", () => {
  const image = '<img src="data:image/png;base64,iVBORw0KGgo=" alt="a" />';
  assertEquals(clean(image), image);
});

Deno.test("sanitizeHtml() leaves a text with angle brackets readable", () => {
  assert(clean("a &lt; b &amp; c").includes("a &lt; b &amp; c"));
});

Deno.test("links go to addresses with a scheme that is let through, or within the report, and nowhere else", () => {
  const href = (address: string) => /href="([^"]*)"/.exec(clean(`<a href="${address}">x</a>`))?.[1];
  for (
    const address of [
      "https://example.org/a",
      "http://example.org",
      "mailto:a@b.org",
      "#part",
      "a.html",
    ]
  ) assertEquals(href(address), address);
  for (
    const address of ["//example.org/a", "ftp://example.org", "tel:911", "blob:x", "file:///etc"]
  ) {
    assertEquals(href(address), undefined, address);
  }
  // What leads outside says nothing of where it was followed.
  const rel = (address: string) =>
    clean(`<a href="${address}">x</a>`).includes('rel="noopener noreferrer"');
  assertEquals(["https://a.org", " HTTP://a.org", "#part", "mailto:a@b.org"].map(rel), [
    ...[true, true],
    ...[false, false],
  ]);
});
