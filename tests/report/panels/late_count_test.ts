import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { lateCount, lateCountPanel } from "../../../lib/report/panels/late_count.ts";
import { changedState, settleState } from "../../../lib/report/panels/panel.ts";
import { shownFigure } from "../../notebooks/shown_figure.ts";
import { panelCount } from "../../../lib/report/panels/panel_data.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const count = panelCount();

Deno.test("late count: the number of votes left stays exact, whatever the slider's step", () => {
  const state = settleState(lateCountPanel, count, { remaining: "2401867" });
  assertEquals(state.remaining, "2401867");
  const field = lateCountPanel.fields(count, state).find(({ name }) => name === "remaining")!;
  assert(field.kind === "number" && field.step === 10_000);
});

Deno.test("late count: the row's words stand clear of the line at zero", () => {
  for (const width of [340, 640]) {
    for (const asOf of count.snapshots.map((snapshot) => snapshot.asOf)) {
      for (const remaining of ["0", "2401867", "8000000"]) {
        const state = settleState(lateCountPanel, count, { asOf, remaining });
        const { shapes } = lateCountPanel.run(count, state, width).scene!;
        const guides = shapes.flatMap((shape) =>
          shape.kind === "path" && shape.look === "guide"
            ? [shape.d.match(/[\d.]+/g)!.map(Number) as [number, number, number, number]]
            : []
        );
        const labels = shapes.flatMap((shape) =>
          shape.kind === "text" && shape.look === "label" ? [shape] : []
        );
        assertEquals(labels.length, 5 - Number(!labels.some(({ text }) => text.includes("added"))));
        for (const { x, y, text } of labels) {
          for (const [zero, from, , to] of guides) {
            const across = zero > x && zero < x + 5.5 * text.length;
            // Letters reach ten units above their line and three below.
            assert(!across || to < y - 10 || from > y + 3, `${asOf} ${remaining}: ${text}`);
          }
        }
      }
    }
  }
});

Deno.test("late count: an address with a day without a total starts from the last total", () => {
  const state = settleState(lateCountPanel, count, { asOf: "2016-02-30" });
  const last = count.snapshots.map(({ asOf }) => asOf).toSorted().at(-1)!;
  assertEquals([state.asOf, state.remaining], [
    last,
    settleState(lateCountPanel, count, { asOf: last }).remaining,
  ]);
  assert(last > "2016-11-23");
});

Deno.test("late count: what November 23, 2016 left open, as the reference has it", () => {
  const state = settleState(lateCountPanel, count, { asOf: "2016-11-23", share: "64.42" });
  const result = lateCount(count, state);
  assertEquals([result.lead, result.remaining], [2_015_251, 2_401_867]);
  assertEquals([result.bounds.lower, result.bounds.upper], [-386_616, 4_417_118]);
  assertEquals(Math.round(result.naive), 2_053_534);
  // What was added from November 15 on, 64.42463 percent Clinton's, as computed in Python.
  assertEquals(Math.round(result.added!.point), 2_708_172);
  // 2,015,251 + 2,401,867 × (2 × 0.6442 − 1)
  assertAlmostEquals(result.chosen, 2_707_949.4428, 1e-3);
});

Deno.test("late count: on each day the votes left and the projection are those of the notebook on counting", () => {
  const { rows } = shownFigure("07_counting_on", "fan");
  assert(rows.length >= 8);
  const fields = lateCountPanel.fields(count, lateCountPanel.start(count, {}));
  let state = settleState(lateCountPanel, count, { remaining: "123456" });
  for (const row of rows) {
    state = settleState(lateCountPanel, count, changedState(fields, state, "asOf", row.as_of!));
    const result = lateCount(count, state);
    assertEquals(String(result.remaining), row.left, row.as_of);
    assertEquals(result.lead, Number(row.counted), row.as_of);
    assertAlmostEquals(result.naive, Number(row.naive), 0.5, row.as_of);
    assertAlmostEquals(result.added!.point, Number(row.point), 0.5, row.as_of);
  }
  const seventeenth = settleState(lateCountPanel, count, { asOf: "2016-11-17" });
  assertEquals(Math.round(lateCount(count, seventeenth).added!.point), 2_414_108);
});

Deno.test("late count: the projection and its interval are those of the notebook on counting", async () => {
  const text = await Deno.readTextFile(`${ROOT}notebooks/07_counting_on.ipynb`);
  const [, ...published] =
    /gave ([\d,]+) \(95% interval ([\d,]+) to ([\d,]+)\), off by/.exec(text) ?? [];
  const { added } = lateCount(count, settleState(lateCountPanel, count, { asOf: "2016-11-23" }));
  assertEquals(
    [added!.point, added!.lower, added!.upper].map(Math.round),
    published.map((number) => Number(number.replaceAll(",", ""))),
  );
});
