import { assertEquals, assertNotMatch, assertStringIncludes } from "@std/assert";
import { sanitizeSvg } from "../../lib/report/sanitize_svg.ts";
import { SAMPLE_SVG } from "./sample_notebook.ts";

const clean = (inside: string, prefix = "") =>
  sanitizeSvg(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`, prefix).toString();

const FORBIDDEN =
  /<\s*(script|style|foreignObject|a|animate|set|handler|iframe|img|body|feImage|html)\b|\son\w+\s*=|javascript:|\sstyle\s*=|https?:\/\/(?!www\.w3\.org)/i;

const HOSTILE: Readonly<Record<string, string>> = {
  "a script": "<script>alert(1)</script>",
  "a script from elsewhere": '<script href="https://example.com/x.js"/>',
  "a handler": '<rect onload="alert(1)" onclick="alert(1)"/>',
  "a foreign object":
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"/></foreignObject>',
  "a link": '<a href="javascript:alert(1)" xlink:href="javascript:alert(1)"><text>x</text></a>',
  "an animation that sets an address":
    '<a id="x"><animate attributeName="href" values="javascript:alert(1)"/></a>',
  "a set element": '<set attributeName="onmouseover" to="alert(1)"/>',
  "a use of another document": '<use href="https://example.com/x.svg#a"/>',
  "a use of a data document": '<use href="data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=#x"/>',
  "an image from elsewhere": '<image href="https://example.com/x.png"/>',
  "an image that is a drawing": '<image href="data:image/svg+xml;base64,PHN2Zz48L3N2Zz4="/>',
  "a filter's image": '<filter id="f"><feImage href="https://example.com/x.png"/></filter>',
  "a style element": "<style>@import url(https://example.com/x.css); * { fill: red }</style>",
  "a style attribute that loads": '<rect style="fill: url(https://example.com/x.svg#a)"/>',
  "a fill that loads": '<rect fill="url(https://example.com/x.svg#a)"/>',
  "a fill with an escaped address": "<rect fill=\"url('//example.com/x#a')\"/>",
  "a fill that spells its address": '<rect fill="u\\72l(https://example.com/x.svg#a)"/>',
  "an entity": "<text>&xxe;</text>",
  "HTML that ends the drawing": "<title></svg><img src=x onerror=alert(1)></title>",
  "a character-data section": "<text><![CDATA[<script>alert(1)</script>]]></text>",
};

for (const [what, source] of Object.entries(HOSTILE)) {
  Deno.test(`sanitizeSvg() disarms ${what}`, () => {
    const result = clean(source);
    assertNotMatch(result.match(/<[^>]*>/g)?.join("") ?? "", FORBIDDEN);
    assertEquals(sanitizeSvg(result, "").toString(), result);
  });
}

Deno.test("sanitizeSvg() keeps a composed figure whole", () => {
  const result = sanitizeSvg(SAMPLE_SVG, "").toString();
  assertEquals(
    result.replaceAll(/><\/(rect|path)>/g, "/>"),
    SAMPLE_SVG,
  );
});

Deno.test("sanitizeSvg() keeps two drawings apart by a prefix on identifiers and references", () => {
  const result = clean(
    '<clipPath id="c"><rect width="1" height="1"/></clipPath>' +
      '<g clip-path="url(#c)" aria-labelledby="c d"><use href="#c"/></g>',
    "one-",
  );
  assertStringIncludes(result, '<clipPath id="one-c">');
  assertStringIncludes(result, 'clip-path="url(#one-c)"');
  assertStringIncludes(result, 'aria-labelledby="one-c one-d"');
  assertStringIncludes(result, '<use href="#one-c">');
});

Deno.test("sanitizeSvg() says style attributes as presentation attributes", () => {
  assertEquals(
    clean('<rect style="fill: red; stroke-width: 2; position: fixed"/>'),
    '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="red" stroke-width="2"></rect></svg>',
  );
});

Deno.test("sanitizeSvg() drops what stands before the drawing", () => {
  assertEquals(
    sanitizeSvg('<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]><svg></svg>', "").toString(),
    "<svg></svg>",
  );
  assertEquals(sanitizeSvg("no drawing at all", "").toString(), "");
});
