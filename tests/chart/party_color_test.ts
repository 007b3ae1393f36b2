import { assertEquals } from "@std/assert";
import { partyColor, partyMark } from "tallybook/chart";

Deno.test("partyMark() gives each party its own symbol beside its color", () => {
  const symbols = ["Democratic", "Republican", "Libertarian", "Green", "Independent", "other"]
    .map((party) => partyMark(party).symbol);
  assertEquals(new Set(symbols).size, symbols.length);
});

Deno.test("partyColor() knows the names that returns use", () => {
  for (const name of ["DEMOCRAT", "democratic", "D", "DEM", " Democratic-Farmer-Labor "]) {
    assertEquals(partyColor(name), partyColor("Democratic"));
  }
  assertEquals(partyColor("REPUBLICAN"), partyColor("GOP"));
  assertEquals(partyColor("Constitution"), partyColor("other"));
});
