import { assertEquals } from "@std/assert";
import { plurality } from "../../lib/election/mod.ts";

Deno.test("plurality() says who leads, who follows and by how much, in any order of rows", () => {
  const expected = { kind: "won" as const, winner: "A", runnerUp: "C", lead: 2 };
  assertEquals(plurality({ votes: { A: 7, B: 1, C: 5 } }), expected);
  assertEquals(plurality({ votes: { B: 1, C: 5, A: 7 } }), expected);
});

Deno.test("plurality() makes a tie a result of its own, with all who share it", () => {
  assertEquals(plurality({ votes: { A: 5, B: 1, C: 5 } }), {
    kind: "tied",
    candidates: ["A", "C"],
  });
});

Deno.test("plurality() makes a contest without a single vote missing", () => {
  assertEquals(plurality({ votes: {} }), { kind: "missing" });
  assertEquals(plurality({ votes: { A: 0, B: 0 } }), { kind: "missing" });
});

Deno.test("plurality() gives an unopposed winner no runner-up", () => {
  assertEquals(plurality({ votes: { A: 5 } }), {
    kind: "won",
    winner: "A",
    runnerUp: undefined,
    lead: 5,
  });
});
