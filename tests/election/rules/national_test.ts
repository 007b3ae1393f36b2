import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  compactMembers,
  compactRule,
  nationalPopularVote,
  winnerTakeAll,
} from "tallybook/election";
import { someStates } from "./some_states.ts";

Deno.test("compactMembers() reads its log by date", () => {
  // Electors of 2012-2020. By November 2016 ten states and DC with 165 had joined; by the end of
  // 2010 six states and DC; the entries of 2011 are Vermont and California.
  const electors: Record<string, number> = {
    MD: 10,
    NJ: 14,
    IL: 20,
    HI: 4,
    WA: 12,
    MA: 11,
    DC: 3,
    VT: 3,
    CA: 55,
    RI: 4,
    NY: 29,
  };
  const joined: Record<string, string> = {
    MD: "2007",
    NJ: "2008",
    IL: "2008",
    HI: "2008",
    WA: "2009",
    MA: "2010",
    DC: "2010",
    VT: "2011",
    CA: "2011",
    RI: "2013",
    NY: "2014",
    CT: "2018",
  };
  const log = Object.entries(joined).map(([state, date]) => ({ state, joined: date }));
  const held = (asOf: string) =>
    compactMembers(log, asOf).reduce((sum, state) => sum + electors[state]!, 0);
  assertEquals(held("2016-11-08"), 165);
  assertEquals(held("2011-12-31") - held("2010-12-31"), 58);
  assertThrows(
    () => compactMembers(log, "November 2016"),
    RangeError,
    'day asked about: found "November 2016"',
  );
});

Deno.test("compactRule() sleeps below a majority and governs from it", () => {
  const states = [
    { unit: "A", electors: 3, votes: { x: 60, y: 10 } },
    { unit: "B", electors: 4, votes: { x: 40, y: 50 } },
  ];
  const asleep = compactRule(states, { members: ["A"] });
  assertEquals([asleep.active, asleep.memberElectors, asleep.threshold], [false, 3, 4]);
  assertEquals(asleep.electors, winnerTakeAll(states).electors);
  assertEquals(compactRule(states, { members: ["B"] }).electors, { x: 7 });
  assertThrows(
    () => compactRule(states, { members: ["C"] }),
    RangeError,
    'member: found "C", expected one of "A", "B"',
  );
});

Deno.test("compactRule() with all members is a national popular vote", () => {
  fc.assert(
    fc.property(someStates, (states) => {
      const all = compactRule(states, { members: states.map((state) => state.unit) });
      assertEquals(all.electors, nationalPopularVote(states).electors);
    }),
    { seed: 270 },
  );
});

Deno.test("compactRule() leaves a member's districts as they were while the compact is inactive", () => {
  const units = [
    { unit: "ME", electors: 2, votes: { x: 60, y: 50 } },
    { unit: "ME-02", electors: 1, votes: { x: 20, y: 30 } },
    { unit: "TX", electors: 8, votes: { x: 40, y: 90 } },
  ];
  const inactive = compactRule(units, { members: ["ME"] });
  // 3 of 11 electors are members': the compact needs 6, so ME's two go to x and ME-02's to y.
  assertEquals([inactive.active, inactive.memberElectors], [false, 3]);
  assertEquals([inactive.electors.x, inactive.electors.y], [2, 9]);
});
