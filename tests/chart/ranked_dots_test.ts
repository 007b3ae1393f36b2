import { assert } from "@std/assert";
import { figure, rankedDots } from "tallybook/chart";
import { textBoxes } from "../../lib/chart/text_problems.ts";
import { assertNarrow } from "./narrow_figures.ts";
import { assertFigure } from "./snapshot.ts";

Deno.test("rankedDots() starts its axis near the values and shapes its groups", () => {
  const rows = ([
    [433, "Texas, its seat 36", 711857],
    [434, "California, its seat 53", 711308],
    [435, "Minnesota, its seat 8", 710231],
    [436, "North Carolina, its seat 14", 709063],
    [437, "Missouri, its seat 9", 708459],
  ] as const).map(([rank, seat, priority]) => ({
    seat: `${rank}: ${seat}`,
    priority,
    outcome: rank <= 435 ? "given" : "missed",
  }));
  assertFigure(figure({
    id: "ranked-dots",
    title: "Minnesota took seat 435; North Carolina came next",
    subtitle: "Priorities of the last seats given and the first missed, census of 2010",
    source: "U.S. Census Bureau, apportionment populations",
    alt:
      "Five priorities from Texas, 711,857, to Missouri, 708,459; Minnesota's 710,231 took the last seat.",
    ...rankedDots(rows, {
      label: "seat",
      value: "priority",
      group: "outcome",
      axis: "Priority, people",
    }),
  }));
});

Deno.test("rankedDots() draws intervals around its values", () => {
  const rows = ["New Hampshire", "Nevada", "Wisconsin"].map((state, i) => ({
    state,
    chance: 5.8 - i / 2,
    low: 3.6 - i / 4,
    high: 7.8 - i / 3,
  }));
  assertFigure(figure({
    id: "ranked-dots-intervals",
    title: "The best chances to decide the election",
    source: "Made for this test",
    alt: "New Hampshire 5.8 per ten million (3.6 to 7.8), Nevada 5.3, Wisconsin 4.8.",
    estimand: "chance per ten million",
    width: 600,
    ...rankedDots(rows, {
      label: "state",
      value: "chance",
      lower: "low",
      upper: "high",
      axis: "Chance per ten million",
      format: (value) => value.toFixed(1),
      references: [{ value: 1, label: "average" }],
    }),
  }));
});

Deno.test("rankedDots() on a phone: long names stand above their dots, and the axis has two ticks or more", () => {
  const rows = [
    { seat: "435: Minnesota, its seat 8", priority: 710231 },
    { seat: "436: North Carolina, its seat 14", priority: 709063 },
    { seat: "437: Missouri, its seat 9", priority: 706337 },
  ];
  const boxes = textBoxes(
    assertNarrow(figure({
      id: "ranked-dots-phone",
      title: "North Carolina missed the last seat",
      source: "made for this test",
      alt: "710,231 for Minnesota, 709,063 for North Carolina, 706,337 for Missouri.",
      ...rankedDots(rows, { label: "seat", value: "priority", axis: "Priority, people" }),
    })).svg,
  );
  const box = (start: string) => boxes.find(({ text }) => text.startsWith(start))!;
  for (const [name, value] of [["435:", "710,231"], ["436:", "709,063"], ["437:", "706,337"]]) {
    assert(box(name!).left < 14);
    assert(box(name!).bottom <= box(value!).top + 2);
  }
  assert(boxes.filter(({ text }) => /^7\d\d,000$/u.test(text)).length >= 2);
});
