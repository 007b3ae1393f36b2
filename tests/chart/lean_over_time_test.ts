import { assertEquals, assertThrows } from "@std/assert";
import { figure, leanOverTime } from "tallybook/chart";
import { partyColor } from "../../lib/chart/party_color.ts";
import { assertFigure } from "./snapshot.ts";

const rows = [[2004, 0.4, "OH"], [2008, 2.3, "CO"], [2012, 1.5, "CO"], [2016, -2.9, "WI"]].map(
  ([year, bias, state]) => ({ year: year as number, bias: bias as number, state: state as string }),
);
const options = { year: "year", lean: "bias", label: "state", axis: "Bias, points" } as const;

Deno.test("leanOverTime() colors each year by the party that it favored", () => {
  const drawn = figure({
    id: "lean-over-time",
    title: "The lean turned in 2016",
    source: "Made for this test",
    alt: "2004 0.4 (OH), 2008 2.3 (CO), 2012 1.5 (CO), 2016 −2.9 (WI).",
    ...leanOverTime(rows, options),
  });
  assertFigure(drawn);
  const svg = drawn.toSvg();
  const fills = (party: string) => svg.split(`fill="${partyColor(party)}"`).length - 1;
  assertEquals([fills("Democratic"), fills("Republican")], [3, 1]);
});

Deno.test("leanOverTime() refuses a lean that is no number", () => {
  assertThrows(
    () => leanOverTime([{ ...rows[0]!, bias: NaN }], options),
    RangeError,
    'row 0, column "bias"',
  );
});
