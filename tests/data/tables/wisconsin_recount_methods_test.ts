import { assertEquals } from "@std/assert";
import { loadWisconsinCounties, loadWisconsinRecountMethods } from "tallybook/data";

const rows = loadWisconsinRecountMethods();

Deno.test("loadWisconsinRecountMethods() has Wisconsin's 72 counties", () => {
  const counties = loadWisconsinCounties().map((row) => row.county);
  assertEquals(rows.map((row) => row.county), [...counties].sort());
});

Deno.test("loadWisconsinRecountMethods() has a source for each method, and none without", () => {
  for (const { county, method, basis, said_by, page } of rows) {
    const known = method !== "unknown";
    assertEquals(
      [basis !== "unknown", said_by !== null, page !== null],
      [known, known, known],
      county,
    );
  }
});
