import { assertStringIncludes } from "@std/assert";
import { golden } from "../golden/read.ts";
import { assertAnswerFirst } from "./answer_first.ts";
import { printed, shown } from "./shown.ts";

interface Snapshot {
  clinton: number;
  trump: number;
  lead: number;
  remaining_two_party: number;
  clinton_share_of_remaining: number;
}

// tests/golden/scripts/12_late_count.py and 01_official.py made these, from the same public pages
// and the FEC's workbook, in Python.
const late = golden<{
  snapshots: Snapshot[];
  derived: { projection: { L_final_hat_with_true_R: number } };
}>("late_count_2016.json");
const official = golden<
  { derived: { lead: number; lead_pct_of_total: number; lead_pct_two_party: number } }
>(
  "official_2016_fec.json",
);
const text = shown("01_popular_vote");

Deno.test("01: the page answers its question first", () => assertAnswerFirst("01_popular_vote"));

Deno.test("01: the certified votes and lead are the FEC's", () => {
  for (const votes of [65_853_514, 62_984_828, 136_669_276, official.derived.lead]) {
    assertStringIncludes(text, printed(votes));
  }
  assertStringIncludes(text, `${official.derived.lead_pct_of_total.toFixed(2)} points of all`);
  assertStringIncludes(
    text,
    `${official.derived.lead_pct_two_party.toFixed(2)} points of the two-party`,
  );
});

Deno.test("01: November 23, and what was still to come, are as computed elsewhere", () => {
  const then = late.snapshots.find(({ clinton }) => clinton === 64_225_863)!;
  assertStringIncludes(
    text,
    `it was ${printed(then.lead)} with ${printed(then.remaining_two_party)} of the two's`,
  );
  assertStringIncludes(text, `${(100 * then.clinton_share_of_remaining).toFixed(1)}% were hers`);
  // No assumption: the rest all for the one or the other.
  const [low, high] = [-1, 1].map((sign) => printed(then.lead + sign * then.remaining_two_party));
  assertStringIncludes(text, `had the number to come been known | ${low} to ${high} |`);
});

Deno.test("01: the projections are as computed elsewhere", () => {
  const then = late.snapshots.find(({ clinton }) => clinton === 64_225_863)!;
  const counted = then.clinton / (then.clinton + then.trump);
  const naive = Math.round(then.lead + then.remaining_two_party * (2 * counted - 1));
  assertStringIncludes(text, printed(naive));
  assertStringIncludes(
    text,
    printed(Math.round(late.derived.projection.L_final_hat_with_true_R)),
  );
});

Deno.test("01: Clinton ended 62,281 votes below Obama's count of 2012", () => {
  // FEC, Federal Elections 2012: Obama 65,915,795.
  assertStringIncludes(text, `${printed(65_915_795 - 65_853_514)} below Obama's second total`);
});
