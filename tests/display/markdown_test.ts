import { assertEquals, assertThrows } from "@std/assert";
import { md } from "tallybook/display";

Deno.test("md drops common indentation and keeps relative indentation", () => {
  const shown = md`
    One
      two

    ${"three\n  four"}
  `;
  assertEquals(shown.text, "One\n  two\n\nthree\n  four");
});

Deno.test("md refuses a bare number, which may be a year or a count", () => {
  assertThrows(
    () => md`In ${2016 as unknown as string}`,
    TypeError,
    "found 2016, expected a text: format it",
  );
});

Deno.test("md shows itself in the kernel as Markdown with a plain twin", () => {
  const bundle = md`**x**`[Symbol.for("Jupyter.display")]!();
  assertEquals(bundle, { "text/markdown": "**x**", "text/plain": "**x**" });
});
