import { assertEquals } from "@std/assert";
import { shareRounding } from "tallybook/election";

Deno.test("a share is of rounded percentages where it is a ratio of 800 to 1,000 tenths, those included", () => {
  // Fractions in lowest terms: no other denominator of these gives the same share.
  assertEquals([shareRounding(401 / 800), shareRounding(501 / 1000)], [0.5 / 800, 0.5 / 1000]);
  assertEquals([shareRounding(400 / 799), shareRounding(501 / 1001)], [0, 0]);
  // The least of several: a half is one of 800.
  assertEquals(shareRounding(1 / 2), 0.5 / 800);
});
