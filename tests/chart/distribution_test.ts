import { assertEquals, assertThrows } from "@std/assert";
import { distribution, figure } from "tallybook/chart";
import { assertFigure } from "./snapshot.ts";

// A sum of twelve uniform numbers less six is nearly normal; the generator is the minimal standard.
function nearlyNormal(count: number): Float64Array {
  let state = 20161108;
  const uniform = () => (state = (state * 48271) % 2147483647) / 2147483647;
  return Float64Array.from({ length: count }, () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += uniform();
    return sum * 0.35;
  });
}

Deno.test("distribution() marks the observed value and the interval", () => {
  assertFigure(figure({
    id: "distribution",
    title: "The difference within counties is what shuffling gives",
    subtitle: "100,000 within-county permutations of equipment",
    source: "Wisconsin Elections Commission; made for this test",
    alt: "A bell-shaped histogram around zero; the observed −0.03 points lies in its middle.",
    ...distribution(nearlyNormal(20_000), {
      observed: -0.033,
      observedLabel: "observed −0.03",
      axis: "Difference in two-party share, points",
      tails: false,
      interval: { lower: -0.69, upper: 0.69, label: "middle 95%" },
      format: (value) => String(value).replace("-", "−"),
    }),
  }));
});

Deno.test("distribution() colors both tails beyond the observed value", () => {
  assertFigure(figure({
    id: "distribution-tails",
    title: "An observed value in the right tail",
    source: "Made for this test",
    alt: "A histogram around zero; the observed 0.9 lies in the right tail.",
    width: 600,
    ...distribution(nearlyNormal(20_000), {
      observed: 0.9,
      axis: "Difference, points",
      tails: true,
    }),
  }));
});

Deno.test("distribution() gives its bars as data, each value in one of them", () => {
  const spec = distribution(nearlyNormal(1000), { axis: "x" });
  const bins = spec.data as { count: number }[];
  assertEquals(bins.reduce((sum, bin) => sum + bin.count, 0), 1000);
  assertThrows(
    () => distribution([1, NaN], { axis: "x" }),
    RangeError,
    "Cannot draw a distribution: value 1: found NaN",
  );
  assertThrows(
    () => distribution([], { axis: "x" }),
    RangeError,
    "values: found 0 members, expected at least 1",
  );
});
