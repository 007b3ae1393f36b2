import { assert, assertEquals } from "@std/assert";
import { loadFlorida2000, loadFlorida2000Counting } from "tallybook/data";

const rows = loadFlorida2000Counting();

Deno.test("loadFlorida2000Counting() has Florida's 67 counties, by code and name", () => {
  const counties = loadFlorida2000().map((row) => [row.fips, row.county]);
  assertEquals(rows.map((row) => [row.fips, row.county]), counties);
});

Deno.test("loadFlorida2000Counting() has a source for what it says, and says nothing without", () => {
  for (const row of rows) {
    const known = row.place !== "unknown" || row.returned !== "unknown";
    assertEquals([row.said, row.said_by, row.page].map((cell) => cell !== null), [
      known,
      known,
      known,
    ], row.county);
    if (known) assert(/^https?:\/\/\S+$/.test(row.page!), row.county);
  }
});

Deno.test("loadFlorida2000Counting() gives no ballot back where it was counted at the center", () => {
  const center = rows.filter((row) => row.place === "center");
  assertEquals(center.map((row) => [row.county, row.returned]), [["Lake", "no"], [
    "Osceola",
    "no",
  ]]);
  // The reports of 2001: two counties had precinct scanners and switched their warning off.
  const off = rows.filter((row) => row.place === "precinct" && row.returned === "no");
  assertEquals(off.map((row) => row.county), ["Escambia", "Manatee"]);
});
