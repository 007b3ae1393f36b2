import { assertEquals } from "@std/assert";
import { isNestedTooDeep } from "../../lib/report/nesting.ts";

Deno.test("markup is nested five hundred elements deep at most, those that stand alone not counted", () => {
  const deep = (count: number, name = "div") => `<${name}>`.repeat(count);
  assertEquals([deep(500), deep(501)].map(isNestedTooDeep), [false, true]);
  assertEquals(isNestedTooDeep(`${deep(400)}${"</div>".repeat(400)}`.repeat(3)), false);
  assertEquals(isNestedTooDeep(`${"</div>".repeat(300)}${deep(501)}`), true);
  assertEquals(isNestedTooDeep(`${"</div>".repeat(300)}${deep(500)}`), false);
  for (const name of ["br", "IMG", "p", "li", "td", "tr"]) {
    assertEquals(isNestedTooDeep(deep(2000, name)), false, name);
  }
  assertEquals(isNestedTooDeep(deep(2000, "span/").replaceAll("/>", " />")), false);
  assertEquals(isNestedTooDeep(deep(501, "DIV")), true);
});
