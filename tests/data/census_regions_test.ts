import { assertEquals, assertThrows } from "@std/assert";
import { censusRegion, statePostalCodes } from "../../lib/data/mod.ts";

Deno.test("censusRegion() has every state in the bureau's numbers: 9, 12, 17 with DC, 13", () => {
  const counts = Map.groupBy(statePostalCodes, censusRegion);
  assertEquals(
    Object.fromEntries([...counts].map(([region, members]) => [region, members.length])),
    { South: 17, West: 13, Northeast: 9, Midwest: 12 },
  );
});

Deno.test("censusRegion() refuses what is no state", () => {
  assertThrows(() => censusRegion("XX"), RangeError, 'found "XX", expected a state\'s postal code');
});
