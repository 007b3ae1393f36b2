import { assertEquals, assertThrows } from "@std/assert";
import { figure, spoilerMap } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

// Break-even net shares of Stein's and Johnson's voters together: margin / votes of both.
const curves = [
  { label: "Michigan 4.8%", netShare: 10704 / 223599 },
  { label: "Wisconsin 16.5%", netShare: 22748 / 137746 },
  { label: "Pennsylvania 22.5%", netShare: 44292 / 196656 },
  { label: "Florida 41.6%", netShare: 112911 / 271442 },
  { label: "Arizona 64.9%", netShare: 91234 / 140672 },
  { label: "North Carolina", netShare: 173315 / 142231 },
];

Deno.test("spoilerMap() shows break-even curves, surveys with ellipses and the joint region", () => {
  assertFigure(figure({
    id: "spoiler-map",
    title:
      "Surveys of Stein's and Johnson's voters do not reach what Wisconsin and Pennsylvania needed",
    subtitle: "What share of their voters would have had to vote, and for whom",
    caption: "North Carolina is not shown: its margin exceeded all votes for both.",
    source: "FEC, Federal Elections 2016; exit poll of 2016",
    alt:
      "Break-even curves for five states. The exit poll's points, near 40 percent turnout and 62 percent for Clinton, lie above Michigan's curve only.",
    ...spoilerMap({
      curves,
      surveys: [
        {
          label: "Johnson voters, exit poll",
          turnout: 0.4,
          preference: 0.625,
          turnoutError: 0.03,
          preferenceError: 0.045,
        },
        {
          label: "Stein voters, exit poll",
          turnout: 0.39,
          preference: 0.64,
          turnoutError: 0.055,
          preferenceError: 0.08,
          correlation: 0.3,
        },
      ],
      joint: { netShare: 44292 / 196656, label: "Clinton would have 270 or more" },
      trailing: "Clinton",
      voters: "Stein and Johnson voters",
    }),
  }));
});

Deno.test("spoilerMap() lists contests that nothing could change, without a curve", () => {
  const spec = spoilerMap({ curves, trailing: "Clinton", voters: "voters" });
  const rows = spec.data as { label: string; kind: string }[];
  assertEquals(rows.find((row) => row.label === "North Carolina")?.kind, "not feasible");
  assertThrows(
    () =>
      spoilerMap({
        curves: [{ label: "Ohio", netShare: NaN }],
        trailing: "Clinton",
        voters: "voters",
      }),
    RangeError,
    'net share of "Ohio": found NaN, expected a finite number',
  );
});

Deno.test("spoilerMap() reaches below one half when a net share is negative", () => {
  assertFigure(figure({
    id: "spoiler-map-reverse",
    title: "New Hampshire asks the reverse question",
    source: "FEC, Federal Elections 2016",
    alt: "New Hampshire's curve lies below one half, Michigan's above.",
    width: 600,
    ...spoilerMap({
      curves: [{ label: "New Hampshire", netShare: -2736 / 37273 }, {
        label: "Michigan",
        netShare: 0.048,
      }],
      surveys: [{ label: "survey", turnout: 0.6, preference: 0.42 }],
      trailing: "Clinton",
      voters: "Johnson voters",
      height: 340,
    }),
  }));
});
