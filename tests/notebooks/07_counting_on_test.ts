import { assertStringIncludes } from "@std/assert";
import { golden } from "../golden/read.ts";
import { printed, shown } from "./shown.ts";

// tests/golden/scripts/12_late_count.py and 01_official.py made these in Python.
const late = golden<{
  snapshots: { clinton: number; lead: number; remaining_two_party: number }[];
  derived: { projection: { L_final_hat_with_true_R: number } };
}>("late_count_2016.json");
const official = golden<{ derived: { lead: number } }>("official_2016_fec.json");
const text = shown("07_counting_on");
const then = late.snapshots.find(({ clinton }) => clinton === 64_225_863)!;

Deno.test("07: the naive projection of November 23 misses by what is computed elsewhere", () => {
  // 2,015,251 × (1 + 2,401,867 / 126,436,475) = 2,053,534; 2,868,686 − 2,053,534 = 815,152
  assertStringIncludes(
    text,
    `gave 2,053,534, short of the certified ${printed(official.derived.lead)} by 815,152`,
  );
  assertStringIncludes(text, `with a lead of ${printed(then.lead)} counted`);
  assertStringIncludes(
    text,
    `${printed(then.remaining_two_party)} votes for the two still to come`,
  );
});

Deno.test("07: the increments of November 15 to 23 project what is computed elsewhere", () => {
  const projected = Math.round(late.derived.projection.L_final_hat_with_true_R);
  assertStringIncludes(text, `gave ${printed(projected)} (95% interval`);
});

Deno.test("07: without a model the lead is bounded by the votes to come", () => {
  const { lead, remaining_two_party: rest } = then;
  assertStringIncludes(text, `from ${printed(lead - rest)} to +${printed(lead + rest)}`);
});
