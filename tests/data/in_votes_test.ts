import { assertEquals } from "@std/assert";
import { findAnomalies } from "tallybook/data";
import { inVotes } from "../../lib/data/in_votes.ts";

Deno.test("one vote is not called votes, in words or in what is found in returns", () => {
  assertEquals([0, 1, 2306].map(inVotes), ["0 votes", "1 vote", "2,306 votes"]);
  assertEquals(["1", "1,501"].map(inVotes), ["1 vote", "1,501 votes"]);
  // Ada's count falls from 12 to 11 between two times.
  const messages = findAnomalies([
    { place: "P", candidate: "Ada", votes: 12, time: "1" },
    { place: "P", candidate: "Ada", votes: 11, time: "2" },
    { place: "P", candidate: "Bob", votes: 10, time: "1" },
    { place: "P", candidate: "Bob", votes: 10, time: "2" },
  ]).map(({ message }) => message);
  assertEquals(messages.includes("Ada loses 1 vote in P between 1 and 2"), true, messages.join());
});
