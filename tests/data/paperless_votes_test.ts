import { assertEquals, assertThrows } from "@std/assert";
import { paperlessVotes } from "tallybook/data";

const votes = (state: string, year = 2016) => {
  const found = paperlessVotes({ year, state });
  return found === null ? null : [found.surely, found.atMost];
};

// Added up from the tables' files with Python's polars, apart from the library.
Deno.test("votes of counties with paperless machines only, and with some, as polars adds them up", () => {
  assertEquals(votes("IN"), [1_625_844, 1_985_651]);
  assertEquals(votes("PA"), [4_888_109, 5_657_476]);
  assertEquals(votes("KY"), [357_992, 1_923_398]);
  // In Florida machines without paper stood beside scanners, nowhere alone.
  assertEquals(votes("FL"), [0, 3_946_116]);
  assertEquals(votes("NJ"), [3_874_046, 3_874_046]);
  assertEquals(votes("WI"), [0, 0]);
});

Deno.test("Florida's lever machines of 2000 left no paper", () => {
  assertEquals(paperlessVotes({ year: 2000, state: "FL" }), {
    surely: 62_013,
    atMost: 62_013,
    source: "lever machines",
  });
});

Deno.test("of other years and states, and of Alaska, nothing is known", () => {
  assertEquals([votes("AK"), votes("PA", 2012), votes("FL", 2012), votes("GA", 2000)], [
    null,
    null,
    null,
    null,
  ]);
  assertThrows(() => paperlessVotes({ year: 2016, state: "XX" }), RangeError, "state");
  assertThrows(() => paperlessVotes({ year: 2016.5, state: "PA" }), RangeError, "year");
});
