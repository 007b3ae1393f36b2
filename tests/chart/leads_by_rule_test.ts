import { assertEquals, assertThrows } from "@std/assert";
import { figure, leadsByRule } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

const rows = ["Winner take all by district", "In proportion"].flatMap((rule, r) =>
  [2008, 2012, 2016].map((year, i) => {
    const lead = [[32, -9, -14], [7, 4, 0.4]][r]![i]!;
    const winner = lead > 1
      ? "Democrat" as const
      : lead < -1
      ? "Republican" as const
      : "nobody" as const;
    return { rule, year, lead, winner, inversion: winner === "Republican" };
  })
);
const options = {
  rule: "rule",
  year: "year",
  lead: "lead",
  winner: "winner",
  ringed: "inversion",
} as const;

Deno.test("leadsByRule() rings the outcomes asked for, on one scale in all panels", () => {
  const drawn = figure({
    id: "leads-by-rule",
    title: "By district the loser of the vote would have won twice",
    source: "Made for this test",
    alt: "By district +32, −9 and −14 points; in proportion +7, +4 and +0.4.",
    ...leadsByRule(rows, options),
  });
  assertFigure(drawn);
  const svg = drawn.toSvg();
  assertEquals(svg.match(/ r="9"/gu)?.length, 2);
  assertEquals(svg.match(/>\+40</gu)?.length, 2);
});

Deno.test("leadsByRule() refuses a winner that it has no mark for", () => {
  assertThrows(
    () => leadsByRule([{ ...rows[0]!, winner: "Democratic" as "Democrat" }], options),
    RangeError,
    'nearest: "Democrat"',
  );
});
