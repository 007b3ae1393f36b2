import { assertEquals } from "@std/assert";
import { loadPalmBeachBallots } from "tallybook/data";

const rows = loadPalmBeachBallots();
const ballots = (keep: (row: typeof rows[number]) => boolean) =>
  rows.filter(keep).reduce((sum, row) => sum + row.ballots, 0);

Deno.test("loadPalmBeachBallots() gives table 3 of Wand and others (2001)", () => {
  // Buchanan's share among the Democratic Senate candidate's voters with a valid vote for president:
  // 1.03 percent on election day, 0.18 percent absentee.
  const share = (part: string) => {
    const nelson = (row: typeof rows[number]) => row.part === part && row.senate === "nelson";
    return ballots((row) => nelson(row) && row.president === "buchanan") /
      ballots((row) => nelson(row) && row.president !== "over" && row.president !== "under");
  };
  assertEquals((100 * share("election day")).toFixed(2), "1.03");
  assertEquals((100 * share("absentee")).toFixed(2), "0.18");
});

Deno.test("loadPalmBeachBallots() has the overvotes that a count in Python has", () => {
  const counts = ["election day", "absentee"].map((part) => [
    ballots((row) => row.part === part && row.president === "over"),
    ballots((row) => row.part === part),
  ]);
  assertEquals(counts, [[18_571, 409_042], [239, 37_628]]);
});
