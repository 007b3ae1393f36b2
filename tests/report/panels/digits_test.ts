import { assertEquals } from "@std/assert";
import { roughPercent, typedPercent } from "../../../lib/report/panels/digits.ts";

Deno.test("typedPercent() shows what was set and no more", () => {
  assertEquals(["5", "2.5", "64.42"].map(typedPercent), ["5%", "2.5%", "64.42%"]);
});

Deno.test("roughPercent() keeps two figures, and says all only of all", () => {
  assertEquals([1, 0.9995, 0.384, 0.0323, 0.000274, 0].map(roughPercent), [
    "100%",
    "99.95%",
    "38%",
    "3.2%",
    "0.027%",
    "0%",
  ]);
});

Deno.test("roughPercent() takes two digits after the point from 99.5 percent on", () => {
  // Below that two figures say 99 percent at most; at it they would round to all.
  assertEquals([0.9949, 0.995, 0.99999].map(roughPercent), ["99%", "99.50%", "99.99%"]);
});
