import { assertEquals, assertThrows } from "@std/assert";
import { candidatesOf, requireUnmistaken } from "../../lib/election/require_contests.ts";

Deno.test("a name of four letters may be misspelt, a shorter one is somebody else's", () => {
  const check = (name: string, votes: Record<string, number>) =>
    requireUnmistaken("compare", "candidate", name, votes);
  for (const [name, meant] of [["Bosh", "Bush"], ["Goer", "Gore"], ["Bush", "Jeb Bush"]] as const) {
    assertThrows(() => check(name, { [meant]: 5 }), RangeError, `found "${name}"`);
  }
  // Who is there is no mistake, nor who has a short name or one unlike all others.
  check("Bush", { Bush: 0, Bosh: 7 });
  check("Roe", { Poe: 5 });
  check("Jo", { Joe: 5 });
  check("Gore", { Nader: 5 });
});

Deno.test("candidates are those with votes in some contest, most votes first", () => {
  assertEquals(
    candidatesOf([{ votes: { A: 1, B: 2, C: 0 } }, { votes: { A: 2, C: 0, D: 1 } }]),
    ["A", "B", "D"],
  );
});
