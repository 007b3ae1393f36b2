import { assertEquals, assertThrows } from "@std/assert";
import { dilutedMargin } from "tallybook/election";

Deno.test("dilutedMargin() is over all ballots cast, not over votes", () => {
  assertEquals(dilutedMargin({ winner: 6, loser: 4, ballots: 10 }), 0.2);
  assertEquals(dilutedMargin({ winner: 6, loser: 4, ballots: 20 }), 0.1);
});

Deno.test("dilutedMargin() refuses reports that cannot be", () => {
  assertThrows(
    () => dilutedMargin({ winner: 4, loser: 4, ballots: 9 }),
    RangeError,
    "found 4, expected more than the loser's 4",
  );
  assertThrows(() => dilutedMargin({ winner: 6, loser: 4, ballots: 9 }), RangeError, "ballots");
  assertThrows(() => dilutedMargin({ winner: 6.5, loser: 4, ballots: 19 }), RangeError, "winner");
});
