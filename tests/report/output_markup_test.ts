import { assertEquals, assertStringIncludes } from "@std/assert";
import type { PageOutput } from "../../lib/report/notebook_document.ts";
import { renderOutput } from "../../lib/report/output_markup.ts";
import { PageState } from "../../lib/report/page_state.ts";

const html = (output: PageOutput) => renderOutput(output, new PageState())?.toString() ?? null;
const data = (bundle: Record<string, unknown>) => html({ kind: "data", data: bundle });
const stream = (text: string, name: "stdout" | "stderr" = "stdout") =>
  html({ kind: "stream", stream: name, text });

const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

Deno.test("printed text is shown as it is, without colors and line ends at its end", () => {
  assertEquals(stream("a <b>\n c\n\n"), '<pre class="output" tabindex="0">a &lt;b&gt;\n c</pre>');
  assertEquals(stream("\n\n"), '<pre class="output" tabindex="0"></pre>');
  assertEquals(
    stream("\u001b[31mred\u001b[0m", "stderr"),
    '<pre class="output stderr" tabindex="0">red</pre>',
  );
});

Deno.test("printed text is cut after 20,000 characters, with how many more there are", () => {
  const shown = (count: number) => /tabindex="0">([^<]*)</.exec(stream("x".repeat(count))!)![1]!;
  assertEquals(shown(20_000), "x".repeat(20_000));
  assertEquals(
    shown(21_234),
    `${"x".repeat(20_000)}\n… cut here: 1,234 more characters are in the notebook&#39;s file`,
  );
});

Deno.test("an error is its stack, or where there is none its name and words", () => {
  const error = (trace: string) =>
    html({ kind: "error", name: "TypeError", message: "<x>", trace });
  assertEquals(error("at 1\n"), '<pre class="output error" tabindex="0">at 1</pre>');
  assertEquals(error(""), '<pre class="output error" tabindex="0">TypeError: &lt;x&gt;</pre>');
});

Deno.test("of several representations the richest is shown", () => {
  const all: Record<string, unknown> = {
    "text/html": "<p>html</p>",
    "text/markdown": "*prose*",
    "image/svg+xml": '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>',
    "image/png": PNG,
    "image/jpeg": "AAAA",
    "image/gif": "BBBB",
    "image/webp": "CCCC",
    "text/latex": "$x$",
    "text/plain": "plain",
    "application/json": { a: 1 },
  };
  const parts = [
    "<p>html</p>",
    "<em>prose</em>",
    'role="img"',
    `data:image/png;base64,${PNG}`,
    "data:image/jpeg;base64,AAAA",
    "data:image/gif;base64,BBBB",
    "data:image/webp;base64,CCCC",
    "katex",
    ">plain<",
    "&quot;a&quot;: 1",
  ];
  for (const [i, type] of Object.keys(all).entries()) {
    assertStringIncludes(data(all)!, parts[i]!);
    for (const other of parts.slice(i + 1, 8)) {
      assertEquals(data(all)!.includes(other), false, type);
    }
    delete all[type];
  }
  assertEquals([data(all), data({ "text/html": 7 }), data({ "x/y": "z" })], [null, null, null]);
});

Deno.test("the page's only heading of level 1 is its title", () => {
  assertStringIncludes(data({ "text/html": "<h1>A</h1><h2>B</h2>" })!, "<h2>A</h2><h2>B</h2>");
});

Deno.test("a picture has the plain text's first 300 characters in place of words, and is base64", () => {
  const alt = (plain: unknown) =>
    /alt="([^"]*)"/.exec(data({ "image/png": PNG, "text/plain": plain })!)![1];
  assertEquals(alt("x".repeat(301)), "x".repeat(300));
  assertEquals(alt(undefined), "Picture without a description");
  assertEquals(data({ "image/gif": 'AA"onload="x' }), null);
  assertStringIncludes(data({ "image/gif": "AA\n AA" })!, "base64,AAAA");
  // What is no PNG is not shown as one.
  assertEquals(data({ "image/png": "AAAA" }), null);
});

Deno.test("drawings have names of their own, and formulas lose their dollars", () => {
  const page = new PageState();
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><g id="a"/></svg>';
  const draw = () =>
    renderOutput({ kind: "data", data: { "image/svg+xml": svg, "text/plain": "A map" } }, page)!
      .toString();
  const [one, two] = [draw(), draw()];
  assertStringIncludes(
    one,
    '<div class="plate" id="drawing" tabindex="0" role="group" aria-label="Drawing">',
  );
  assertStringIncludes(one, 'id="drawing-a"');
  assertStringIncludes(one, 'aria-label="A map"');
  assertStringIncludes(two, 'id="drawing-2"');
  assertStringIncludes(data({ "text/latex": "$$\\frac{a}{b}$$" })!, "katex-display");
  assertEquals(data({ "text/latex": "$$x$$" })!.includes("$"), false);
});
