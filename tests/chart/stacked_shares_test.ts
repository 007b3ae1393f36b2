import { assertEquals, assertThrows } from "@std/assert";
import { figure, partyColor, stackedShares } from "tallybook/chart";
import { measureText } from "../../lib/chart/fonts.ts";
import { theme } from "../../lib/chart/theme.ts";
import { assertFigure } from "./snapshot.ts";

const rows = [
  ["Stein voters", "Clinton", 0.25],
  ["Stein voters", "Trump", 0.14],
  ["Stein voters", "would not have voted", 0.61],
  ["Johnson voters", "Clinton", 0.25],
  ["Johnson voters", "Trump", 0.15],
  ["Johnson voters", "would not have voted", 0.55],
].map(([voters, choice, share]) => ({
  voters: voters as string,
  choice: choice as string,
  share: share as number,
}));

Deno.test("stackedShares() scales each bar to 100 percent", () => {
  assertFigure(figure({
    id: "stacked-shares",
    title: "Most of Stein's and Johnson's voters would not have voted otherwise",
    subtitle: "Second choices, percent of those who answered",
    source: "Exit poll of 2016",
    alt:
      "Stein voters: 25 percent Clinton, 14 Trump, 61 not voting. Johnson voters: 26, 16 and 58.",
    ...stackedShares(rows, {
      bar: "voters",
      part: "choice",
      value: "share",
      colors: {
        Clinton: partyColor("Democratic"),
        "would not have voted": "#c3cad2",
        Trump: partyColor("Republican"),
      },
    }),
  }));
});

Deno.test("stackedShares() refuses a part without a color", () => {
  assertThrows(
    () =>
      stackedShares(rows, {
        bar: "voters",
        part: "choice",
        value: "share",
        colors: { Clinton: "#000000" },
      }),
    RangeError,
    'color of a part: found "Trump", expected one of "Clinton"',
  );
});

Deno.test("a share's percentage stands in its part where three pixels are left beside it", () => {
  const bars = [["A", "x"], ["A", "y"], ["B", "x"], ["B", "y"]].map(([bar, part]) => ({
    bar: bar!,
    part: part!,
    value: 1,
  }));
  interface Drawn {
    readonly marginLeft: number;
    /** Names, bars, labels. */
    readonly marks: readonly [unknown, unknown, { readonly data: readonly unknown[] }];
  }
  const drawn = (rows: readonly { bar: string; part: string; value: number }[], width: number) => {
    const { marginLeft, marks } = stackedShares(rows, { bar: "bar", part: "part", value: "value" })
      .plot({ width, height: 100 } as never) as unknown as Drawn;
    return { left: marginLeft, labels: marks[2].data.length };
  };
  // Two halves of a bar, "50%" each.
  const { left } = drawn(bars, 1000);
  const least = 2 * (measureText("50%", theme.size.text, 600) + 2 * 3);
  assertEquals(drawn(bars, left + least + 0.01).labels, 4);
  assertEquals(drawn(bars, left + least - 0.01).labels, 0);
});
