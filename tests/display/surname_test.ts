import { assertEquals } from "@std/assert";
import { loadStateReturns } from "tallybook/data";
import { surname } from "tallybook/display";

Deno.test("surname() keeps the particles of a surname and drops what follows it", () => {
  assertEquals(surname("Martin Van Buren"), "Van Buren");
  assertEquals(surname("Faith Spotted Eagle"), "Spotted Eagle");
  assertEquals(surname("Roque De La Fuente"), "De La Fuente");
  assertEquals(surname("Robert F. Kennedy Jr."), "Kennedy");
  assertEquals(surname("Cher"), "Cher");
});

Deno.test("surname() leaves what is not a person's name whole", () => {
  for (const name of ["Write-ins", "Unpledged electors", "All others", "None of these"]) {
    assertEquals(surname(name), name);
  }
});

Deno.test("surname() tells apart the two leading candidates of every year and state", () => {
  const groups = Map.groupBy(
    loadStateReturns().toRecords(),
    (row) => `${row.year} ${row.state_po}`,
  );
  for (const [group, rows] of groups) {
    const [first, second] = rows.sort((a, b) => b.votes - a.votes);
    if (!second) continue;
    assertEquals(surname(first!.candidate) === surname(second.candidate), false, group);
  }
});
