import { assertEquals } from "@std/assert";
import { fanChart } from "tallybook/chart";

Deno.test("a fan has zero on its scale and a line there, at the scale's ends too", () => {
  /** How many marks are drawn of a fan whose band reaches from `low` to `high`. */
  const marks = (low: number, high: number) => {
    const rows = [1, 2].map((x) => ({ x, point: (low + high) / 2, low, high }));
    const spec = fanChart(rows, {
      x: "x",
      point: "point",
      bands: [{ level: 0.95, lower: "low", upper: "high" }],
      label: "Votes",
    });
    const { marks, y } = (spec.plot as () => { marks: unknown[]; y: { domain: number[] } })();
    return [y.domain, marks.flat().filter((mark) => mark !== null).length];
  };
  const [inside, all] = marks(-10, 10);
  assertEquals(inside, [-10, 10]);
  assertEquals(marks(-10, 0), [[-10, 0], all]);
  assertEquals(marks(0, 10), [[0, 10], all]);
  // However far the values are, zero is on the scale.
  assertEquals(marks(-10, -9), [[-10, 0], all]);
  assertEquals(marks(9, 10), [[0, 10], all]);
});
