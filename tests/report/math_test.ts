import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { Formulas, FormulaSources } from "../../lib/report/math.ts";

Deno.test("a formula is typeset without style attributes, each declaration a class of the page's own", () => {
  const formulas = new Formulas();
  assertEquals([formulas.used, formulas.styles()], [false, ""]);
  const html = formulas.render(" \\frac{a}{b} ", true);
  assertEquals(formulas.used, true);
  assertEquals(/ style=/.test(html), false);
  assertStringIncludes(html, "katex-display");
  assertEquals(formulas.render("\\frac{a}{b}", false).includes("katex-display"), false);
  const rules = formulas.styles().split("\n");
  assertEquals(rules.every((rule, i) => rule.startsWith(`.tx${i}{`) && rule.endsWith("}")), true);
  // Each class of a rule is used, and each that is used has a rule.
  const used = new Set([...html.matchAll(/\btx\d+\b/g)].map(([name]) => name));
  assertEquals(used.size > 1, true);
  for (const name of used) assertEquals(rules.some((rule) => rule.startsWith(`.${name}{`)), true);
  // The same declarations are not made again, and an element has one list of classes.
  formulas.render("\\frac{a}{b}", true);
  assertEquals(formulas.styles().split("\n"), rules);
  assertEquals(/class="[^"]*"[^>]* class=/.test(html), false);
});

Deno.test("a formula with an error is its source with the reason, and needs no fonts", () => {
  const formulas = new Formulas();
  const html = formulas.render("\\frac{<a>", false);
  assertMatch(html, /^<code class="formula-error" title="[^"]+">\\frac\{&lt;a&gt;<\/code>$/);
  assertEquals([formulas.used, formulas.styles()], [false, ""]);
});

Deno.test("an address or a page's own markup is no formula, and macros without end are cut off", () => {
  const formulas = new Formulas();
  assertEquals(/<a[ >]| href="/.test(formulas.render("\\href{https://a.org}{x}", false)), false);
  assertStringIncludes(
    formulas.render("\\def\\x{\\x\\x}\\x", false),
    'class="formula-error"',
  );
});

Deno.test("documents that cannot typeset have the source as code", () => {
  const formulas = new FormulaSources();
  assertEquals(formulas.render(" a < b "), "<code>a &lt; b</code>");
  assertEquals(formulas.used, false);
});
