import { assertThrows } from "@std/assert";
import { benjaminiHochberg, holm } from "tallybook/stats";
import { assertClose } from "./close.ts";
import { golden } from "./golden.ts";

Deno.test("holm() and benjaminiHochberg() equal R's p.adjust, ties included", () => {
  const { p, holm: byHolm, bh } = golden("stats_extra").multiplicity;
  for (const [i, value] of holm(p).entries()) assertClose(value, byHolm[i], 1e-12);
  for (const [i, value] of benjaminiHochberg(p).entries()) assertClose(value, bh[i], 1e-12);
});

Deno.test("holm() and benjaminiHochberg() equal R on the sixteen states", () => {
  // by_state of tests/golden/scripts/19_verifier.R.
  const states: { p: number; bh: number; holm: number }[] = golden("county_equipment").by_state;
  const p = states.map((state) => state.p);
  for (const [i, value] of holm(p).entries()) assertClose(value, states[i]!.holm, 1e-8);
  for (const [i, value] of benjaminiHochberg(p).entries()) assertClose(value, states[i]!.bh, 1e-8);
});

Deno.test("holm() refuses what is not a p-value", () => {
  assertThrows(
    () => holm([0.5, 1.2]),
    RangeError,
    "pValues[1]: found 1.2, expected a finite number of at least 0 and at most 1",
  );
});
