import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { percent, table } from "tallybook/display";

const options = { caption: "Votes", source: "A source" };

Deno.test("table() aligns numbers right, keeps their raw value and marks what is absent", () => {
  const { html } = table([{ who: "A & B", share: 0.5 }, { who: "C", share: null }], {
    ...options,
    columns: ["who", { key: "share", label: "Share", format: (share) => percent(share) }],
  });
  assertStringIncludes(html, '<th scope="col" align="right">Share</th>');
  assertStringIncludes(html, '<td>A &amp; B</td><td align="right" data-value="0.5">50.0%</td>');
  assertStringIncludes(html, '<td align="right">–</td>');
  assertStringIncludes(html, '<td colspan="2">Source: A source</td>');
});

Deno.test("table() escapes markup in cells, headings, caption and source", () => {
  const { html } = table([{ a: "<script>" }], {
    caption: "<b>",
    source: "<i>",
    columns: [{ key: "a", label: "<u>" }],
  });
  assertEquals(/<(script|b|i|u)>/.test(html), false);
});

Deno.test("table() names the column that no row has", () => {
  assertThrows(
    // @ts-expect-error the compiler refuses it too
    () => table([{ a: 1 }], { ...options, columns: ["b"] }),
    RangeError,
    'column: found "b", expected one of "a"',
  );
});

Deno.test("table() refuses NaN, naming row and column", () => {
  assertThrows(
    () => table([{ a: 1 }, { a: NaN }], { ...options, columns: ["a"] }),
    RangeError,
    'row 2, column "a": found NaN',
  );
});

Deno.test("table() refuses to stand empty, without caption or without source", () => {
  assertThrows(
    () => table([] as { a: 1 }[], { ...options, columns: ["a"] }),
    RangeError,
    "rows: found 0 members",
  );
  assertThrows(() => table([{ a: 1 }], { caption: "", source: "s", columns: ["a"] }), TypeError);
});
