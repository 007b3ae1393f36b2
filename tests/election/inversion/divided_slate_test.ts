import { assert, assertEquals, assertThrows } from "@std/assert";
import { slateVotes } from "../../../lib/election/mod.ts";

Deno.test("slateVotes() divides without losing a vote, and refuses a slate that can't be", () => {
  const slate = { highestPledged: 318_303, highest: 324_050, pledged: 5, electors: 11 };
  const { candidate, unpledged } = slateVotes(slate, "divided");
  assertEquals(candidate + unpledged, slate.highest);
  assert(Math.abs(candidate - slate.highest * 5 / 11) <= 0.5);
  assertEquals(slateVotes(slate, "none"), { candidate: 0, unpledged: 324_050 });
  assertThrows(() => slateVotes({ ...slate, pledged: 12 }, "none"), RangeError, "found 12");
});
