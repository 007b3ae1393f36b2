import { assertEquals } from "@std/assert";
import { noncentralStudentTail, normalTail } from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden } from "./golden.ts";

Deno.test("noncentralStudentTail() agrees with mpmath's integral to 12 digits", () => {
  for (const [t, degrees, noncentrality, tail] of golden("noncentral_t").rows) {
    const found = noncentralStudentTail(t, degrees, noncentrality);

    assertClose(found, tail, 1e-12, `${t}, ${degrees}, ${noncentrality}`);
  }
});

Deno.test("noncentralStudentTail() with infinite degrees of freedom is normal", () => {
  assertEquals(noncentralStudentTail(2, Infinity, 0.5), normalTail(1.5));
});
