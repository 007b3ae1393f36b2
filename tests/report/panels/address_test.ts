import { assertEquals } from "@std/assert";
import { panelAddress } from "../../../lib/report/panels/address.ts";

Deno.test("an address is what follows #, or ? where there is no #", () => {
  const asked = (hash: string, search: string) => panelAddress(hash, search).asked;
  assertEquals(asked("#year=2016&state=PA", ""), { year: "2016", state: "PA" });
  assertEquals(asked("", "?state=PA"), { state: "PA" });
  assertEquals(asked("#state=MI", "?state=PA"), { state: "MI" });
  assertEquals(asked("", ""), {});
});

Deno.test("of a setting that is there twice the last counts, and the address' reader is told", () => {
  assertEquals(panelAddress("#year=2016&state=PA&year=2020", ""), {
    asked: { year: "2020", state: "PA" },
    twice: [
      'Cannot open this address: year: found a list ["2016", "2020"], expected one value. Taken: 2020',
    ],
  });
  // The same value twice is no question.
  assertEquals(panelAddress("#year=2016&year=2016", "").twice, []);
});
