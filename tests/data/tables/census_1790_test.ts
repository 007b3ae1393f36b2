import { assertEquals } from "@std/assert";
import { loadCensus1790 } from "tallybook/data";
import { golden } from "../../golden/read.ts";

Deno.test("loadCensus1790() has the 15 states and counts of the reference (script 13)", () => {
  const reference = golden<{ population_1790: Record<string, [number, number]> }>(
    "three_fifths_1800.json",
  );
  const loaded = Object.fromEntries(
    loadCensus1790().toRecords().map((row) => [row.state_po, [row.total, row.enslaved]]),
  );
  assertEquals(loaded, reference.population_1790);
});

Deno.test("loadCensus1790() counts nobody twice: the enslaved are part of the total", () => {
  for (const { state_po, total, enslaved } of loadCensus1790().toRecords()) {
    assertEquals(enslaved < total, true, state_po);
  }
});
