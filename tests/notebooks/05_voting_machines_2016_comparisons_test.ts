import { csvRows } from "./csv_rows.ts";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { golden } from "../golden/read.ts";
import { shownFigure } from "./shown_figure.ts";
import { printed } from "./shown.ts";
import {
  holds,
  interval,
  more,
  notebook,
  one,
  page,
  rung,
  signed,
  text,
  two,
} from "./voting_machines.ts";

Deno.test("05: changes in other years, before and after controls, are numpy's", () => {
  const rows = shownFigure(notebook, "trends").rows;
  assertEquals(rows.length, 12);
  for (const [years, { naive, adjusted }] of Object.entries(more.trends)) {
    const period = years.replace("-", " to ");
    for (const [kind, expected] of [["no controls", naive], ["held fixed", adjusted]] as const) {
      const row = rows.find((shown) => shown.period === period && shown.kind === kind)!;
      assertAlmostEquals(Number(row.point), expected.est, 1e-7, `${period} ${kind}`);
      assertAlmostEquals(Number(row.lower), expected.lower, 1e-7, `${period} ${kind}`);
      assertAlmostEquals(Number(row.upper), expected.upper, 1e-7, `${period} ${kind}`);
    }
  }
  const before = ["2000-2004", "2004-2008", "2008-2012"].map((years) =>
    more.trends[years]!.adjusted
  );
  assert(before.every(({ lower, upper }) => lower < 0 && upper > 0));
  holds("None of the earlier intervals excludes zero");
  holds(`from 2012 to 2016 by ${interval(more.trends["2012-2016"]!.adjusted)}`);
});

Deno.test("05: the dose permuted within counties gives numpy's effect and p, within sampling", () => {
  const labels = {
    controls: "2012 and all figures",
    size: "… and size, squared",
    cubic: "… and size, cubed",
  } as const;
  const { draws } = more.permutation;
  for (const [key, label] of Object.entries(labels)) {
    const expected = more.permutation[key as keyof typeof labels];
    const start = `${label} 1,807 ${two(expected.coefficient)} `;
    holds(start);
    const cells = text.slice(text.indexOf(start) + start.length).split(" ");
    for (const [i, p] of [expected.residuals, expected.dose].entries()) {
      // Two samples of permutations: five standard errors of their difference, and rounding.
      const error = Math.sqrt(p * (1 - p) * (1 / draws + 1 / 9999));
      assertAlmostEquals(Number(cells[i]), p, 5 * error + 0.0005, `${label} ${i}`);
    }
  }
  const { log10, sd } = more.size;
  holds(
    `electronic places cast ${two(10 ** log10)} times the votes of the others, ${
      two(-log10 / sd)
    } standard deviations of size less`,
  );
  holds("within counties it does not outlive holding size fixed; across the state it does.");
});

Deno.test("05: pairs of neighbors across county borders are numpy's", () => {
  const { n, counties, median_km, change, adjusted, size } = more.pairs;
  const rows = shownFigure(notebook, "border-pairs").rows;
  for (const [i, expected] of [change, adjusted, size].entries()) {
    assertAlmostEquals(Number(rows[i]!.point), expected.est, 1e-7);
    assertAlmostEquals(Number(rows[i]!.lower), expected.lower, 1e-6);
    assertAlmostEquals(Number(rows[i]!.upper), expected.upper, 1e-6);
  }
  const { caption } = shownFigure(notebook, "border-pairs");
  assert(caption.startsWith(`n = ${n} pairs`));
  assert(caption.includes(`${one(median_km)} kilometers apart in the median`));
  assert(caption.includes(`of the electronic one (${counties})`));
  holds(
    `The ${n} pairs differ by ${
      interval(adjusted)
    } points with 2012 and all figures held fixed and ` +
      `by ${interval(size)} with size held fixed too`,
  );
});

Deno.test("05: spatial standard errors and Moran's I are numpy's, those by county R's", () => {
  const rows = [
    ["adjusted, dose, units equal", "state", "dose"],
    ["+ within counties, units equal", "within", "within"],
    ["+ and size, units equal", "size", "size"],
  ] as const;
  for (const [label, key, key2] of rows) {
    const { est, se, moran } = more.spatial[key];
    const byCounty = page.rungs[key2] as unknown as { se: number };
    holds(`${label} ${two(est)} ${two(byCounty.se)} ${two(se)} ${two(moran)} `);
    assertAlmostEquals(est, rung(key2).est, 1e-7);
  }
});

Deno.test("05: the recount by how counties counted again is Python's", () => {
  const methods = csvRows(
    Deno.readTextFileSync(new URL("../../data/wisconsin_recount_methods.csv", import.meta.url)),
  );
  const countiesBy = (method: string) => methods.filter((row) => row.method === method).length;
  const labels = { unknown: "no report found", hand: "by hand", machine: "by machine" };
  for (const [method, label] of Object.entries(labels)) {
    const { units, trump, clinton, moved, votes } = more.recount[method] as Record<
      "units" | "trump" | "clinton" | "moved" | "votes",
      number
    >;
    holds(
      `${label} ${countiesBy(method)} ${printed(units)} ${printed(votes)} ${signed(trump)} ${
        signed(clinton)
      } ${signed(trump - clinton)} ${one(1e4 * moved / votes)}`,
    );
  }
});

Deno.test("05: the models together are tested as one curve around R's median", () => {
  const median = page.spec.median!;
  holds(`The median is ${two(median)} points.`);
  const found = text.match(
    /a median as far from zero would come in ([0-9.]+)% of draws, as large a share of significant models in ([0-9.]+)%/,
  )!;
  // A wild cluster bootstrap of the median, written out in numpy (27_joint_curve.py).
  const joint = golden<Record<"draws" | "observed_median" | "median" | "significant", number>>(
    "joint_curve.json",
  );
  assertAlmostEquals(joint.observed_median, median, 1e-6);
  const near = (shown: string, p: number) =>
    assertAlmostEquals(
      Number(shown) / 100,
      p,
      5 * Math.sqrt(p * (1 - p) * (1 / 499 + 1 / joint.draws)) + 0.003,
    );
  near(found[1]!, joint.median);
  near(found[2]!, joint.significant);
});
