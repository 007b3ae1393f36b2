import { assert, assertEquals, assertThrows } from "@std/assert";
import { machineEffect, thresholdCurve } from "tallybook/election";
import { assertClose } from "../../stats/close.ts";
import { golden } from "../../stats/golden.ts";
import { counties, municipalities } from "./wisconsin_units.ts";

const held = ["college", "white", "log density"];

Deno.test("thresholdCurve() equals the reference at ten cut-offs", () => {
  // numpy: tests/golden/scripts/17_wi_county_thresholds.py.
  const { rows } = golden("wi_county_threshold_curve");
  const thresholds = rows.map((row: { threshold: number }) => row.threshold);
  const curve = thresholdCurve(counties(), thresholds, held);
  for (const [i, row] of rows.entries()) {
    assertEquals(curve[i]!.electronic, row.n_dre);
    assertClose(curve[i]!.naive.point, row.naive, 1e-9);
    assertClose(curve[i]!.weighted.point, row.naive_weighted, 1e-9);
    // The reference is numpy's inverse of X'X, good to about 9 digits here.
    assertClose(curve[i]!.adjusted.point, row.adj_change, 1e-7);
    assertClose(curve[i]!.adjusted.standardError, row.hc3, 1e-7);
  }
});

Deno.test("thresholdCurve() gives R's level and change, before and after controls", () => {
  // R's sandwich (HC3): tests/golden/scripts/20_machines_page.R.
  const rows = golden("machines_page").curve;
  const curve = thresholdCurve(
    counties(),
    rows.map((row: { threshold: number }) => row.threshold),
    held,
  );
  const inR = {
    naive: "naive",
    levelAdjusted: "level_adjusted",
    change: "change",
    adjusted: "adjusted",
  } as const;
  for (const [i, row] of rows.entries()) {
    for (const [name, key] of Object.entries(inR)) {
      const { point, lower, upper } = curve[i]![name as keyof typeof inR];
      assertClose(point, row[key].est, 1e-7);
      assertClose(lower, row[key].lower, 1e-7);
      assertClose(upper, row[key].upper, 1e-7);
    }
  }
});

Deno.test("thresholdCurve() refuses a cut-off that leaves one kind of unit", () => {
  assertThrows(
    () => thresholdCurve(counties(), [0.99], held),
    RangeError,
    "dose of all 72 units: found 0",
  );
});

Deno.test("thresholdCurve() and machineEffect() cluster by group where groups have several units", () => {
  const specification = { outcome: "share", dose: 0.25, weights: "equal" } as const;
  const [point] = thresholdCurve(municipalities(), [0.25], []);
  const clustered = machineEffect(municipalities(), specification, { errors: "CR2" }).estimate;
  assertEquals(point!.naive, clustered);
  assertEquals(machineEffect(municipalities(), specification).estimate, clustered);
  const [robust] = thresholdCurve(municipalities(), [0.25], [], { errors: "HC3" });
  assert(robust!.naive.standardError < clustered.standardError);
  // Counties of one state, and units that are each their own group, have nothing to cluster.
  const alone = counties().map((unit) => ({ ...unit, group: unit.unit }));
  for (const units of [counties(), alone]) {
    const { method } = thresholdCurve(units, [0.25], [])[0]!.naive;
    assertEquals(method, "Ordinary least squares, HC3 standard error");
  }
});

Deno.test("thresholdCurve() counts a place at the cut-off as below it, except at half", () => {
  const units = counties();
  const at = (dose: number) => units.map((unit, i) => ({ ...unit, dose: i < 5 ? dose : i % 2 }));
  const ones = units.filter((_, i) => i >= 5 && i % 2 === 1).length;
  for (const [dose, above] of [[0.25, ones], [0.3, ones + 5], [0.5, ones + 5]] as const) {
    const cutOff = dose === 0.3 ? 0.25 : dose;
    assertEquals(thresholdCurve(at(dose), [cutOff], held)[0]!.electronic, above, `${dose}`);
  }
});
