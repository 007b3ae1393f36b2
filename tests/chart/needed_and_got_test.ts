import { assertEquals, assertThrows } from "@std/assert";
import { figure, neededAndGot } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

const rows = [
  { time: "2020-11-04T12:00:00Z", needed: 0.62, got: null },
  { time: "2020-11-04T18:00:00Z", needed: 0.6, got: 0.71 },
  { time: "2020-11-05T00:00:00Z", needed: 0.57, got: 0.74 },
  { time: "2020-11-05T06:00:00Z", needed: 0.52, got: 0.73 },
];
const options = {
  time: "time",
  needed: "needed",
  got: "got",
  axis: "Share, %",
  names: ["needed of the rest", "got of what was added"],
} as const;

Deno.test("neededAndGot() draws no dot where it is not known what was got", () => {
  const drawn = figure({
    id: "needed-and-got",
    title: "More than was needed at all times",
    source: "Made for this test",
    alt: "Needed 62 percent at first, 52 at last; got 71 to 74.",
    ...neededAndGot(rows, options),
  });
  assertFigure(drawn);
  assertEquals(drawn.toSvg().match(/<circle/gu)?.length, 3);
});

Deno.test("neededAndGot() refuses a needed share above one and a got one that is no number", () => {
  const [first] = rows;
  assertThrows(
    () => neededAndGot([{ ...first!, needed: 1.2 }], options),
    RangeError,
    "row 0, needed: found 1.2",
  );
  assertThrows(
    () => neededAndGot([{ ...first!, got: NaN }], options),
    RangeError,
    "row 0, got",
  );
});
