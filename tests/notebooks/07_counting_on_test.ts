import { assertAlmostEquals, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { golden, goldenRows } from "../golden/read.ts";
import { assertAnswerFirst, headlineOf } from "./answer_first.ts";
import { shownFigure } from "./shown_figure.ts";
import { printed, shown } from "./shown.ts";

// tests/golden/scripts/12_late_count.py and 01_official.py made these in Python.
const late = golden<{
  snapshots: { clinton: number; lead: number; remaining_two_party: number }[];
  derived: { projection: { L_final_hat_with_true_R: number; q_from_15_to_23: number } };
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

Deno.test("07: the answer comes first, by the rules, and rests on what was known that day", () => {
  assertAnswerFirst("07_counting_on");
  const { answer, ground } = headlineOf("07_counting_on");
  // 64,225,863 − 62,210,612 = 2,015,251 were counted; the certified 2,868,686 lies above.
  assertStringIncludes(
    answer,
    "it could be put between 2.0 million votes, the lead already counted, and 3.9 million; it ended inside that range.",
  );
  assertStringIncludes(ground, printed(official.derived.lead));
});

Deno.test("07: the votes left are those of the report of November 12 less those counted since", () => {
  // Kearney's feed of November 13: 60,966,953 + 60,328,203 of 127,538,701 votes; 64,225,863 +
  // 62,210,612 counted by November 23; 7,000,000 reported left, give or take a quarter.
  const two = 60_966_953 + 60_328_203;
  const left = (ballots: number) => ballots * two / 127_538_701 - (64_225_863 + 62_210_612 - two);
  const whole = (value: number) => printed(Math.round(value));
  assertStringIncludes(text, `${whole(left(7e6))} | 0 to ${whole(left(8.75e6))}, if it was off`);
  assertEquals(left(5.25e6) < 0, true);
  // 2,015,251 + 1,516,002 × (2 × 0.644246 − 1)
  const q = late.derived.projection.q_from_15_to_23;
  const lead = 64_225_863 - 62_210_612;
  assertStringIncludes(text, `| ${whole(lead + left(7e6) * (2 * q - 1))} | 2,015,251 to`);
  const few = lead + 3_500_000 * two / 127_538_701 * (2 * q - 1);
  assertStringIncludes(text, `read as 2 to 5 | ${whole(few)} |`);
  // Naive, from none left to the most by the report: 2,015,251 × (1 + 3,180,332 / 126,436,475).
  const most = lead * (1 + left(8.75e6) / (64_225_863 + 62_210_612));
  assertStringIncludes(text, `(naive) | 2,039,414 | ${printed(lead)} to ${whole(most)} |`);
  assertMatch(text, new RegExp(`number as reported +2,039,414 +2,015,251 +${whole(most)} `));
});

Deno.test("07: in 2020 the feed's own expectation is its votes over its share", () => {
  // Wisconsin at 13:30 UTC: nearly all had been counted, and the feed did not know.
  assertStringIncludes(text, "furthest off was Wisconsin");
});

Deno.test("07: the increments of November 15 to 23 project what is computed elsewhere", () => {
  const projected = Math.round(late.derived.projection.L_final_hat_with_true_R);
  assertStringIncludes(text, `gave ${printed(projected)} (95% interval`);
});

Deno.test("07: without a model the lead is bounded by the votes to come", () => {
  const { lead, remaining_two_party: rest } = then;
  assertStringIncludes(text, `from ${printed(lead - rest)} to +${printed(lead + rest)}`);
});

Deno.test("07: what came after November 13 is certified less counted, state by state", () => {
  const feed = Deno.readTextFileSync(
    new URL("../../data/count_2016_states.csv", import.meta.url),
  ).split("\n").filter((line) => line.startsWith("2016-11-13,Kearney feed,")).map((line) =>
    line.split(",")
  );
  const then = (state: string, name: string) =>
    Number(feed.find(([, , po, candidate]) => po === state && candidate === name)![4]);
  const states = goldenRows("ec_state_votes_1976_2024.csv").filter((row) => row.year === "2016")
    .map((row) => {
      const [c, t] = [then(row.state_po!, "Hillary Clinton"), then(row.state_po!, "Donald Trump")];
      const [laterC, laterT] = [Number(row.democratic) - c, Number(row.republican) - t];
      return { c, t, laterC, laterT, rest: laterC + laterT };
    });
  assertEquals(states.length, 51);
  const sum = (of: (state: typeof states[number]) => number) =>
    states.reduce((total, state) => total + of(state), 0);
  const [lead, counted] = [sum(({ c, t }) => c - t), sum(({ c, t }) => c + t)];
  const asOne = lead * (1 + sum(({ rest }) => rest) / counted);
  const byState = sum(({ c, t, rest }) => (c - t) * (1 + rest / (c + t)));
  const whole = (value: number) => printed(Math.round(value));
  const grew = sum(({ laterC, laterT }) => laterC - laterT);
  // The feed's own row for the nation: 60,981,118 and 60,350,241.
  const growth =
    `${printed(grew)} (sums of the states; the feed's national total of that day has ` +
    `${printed(60_981_118 - 60_350_241)})`;
  assertStringIncludes(text, `a lead of ${printed(lead)}, from which it grew by ${growth}`);
  assertStringIncludes(
    shown("01_popular_vote"),
    `the lead grew by ${printed(grew)} from ${printed(lead)} (sums of the states; `,
  );
  assertStringIncludes(text, `gives a final lead of ${whole(asOne)}, `);
  assertStringIncludes(text, `vote like that state's count gives ${whole(byState)}.`);

  const most = states.filter(({ rest }) => rest >= 100_000).toSorted((a, b) => b.rest - a.rest);
  const { rows } = shownFigure("07_counting_on", "counted-and-to-come");
  assertEquals(rows.length, most.length);
  for (const [i, { c, t, laterC, rest }] of most.entries()) {
    assertAlmostEquals(Number(rows[i]!.before), 100 * c / (c + t), 1e-6);
    assertAlmostEquals(Number(rows[i]!.after), 100 * laterC / rest, 1e-6);
  }
  const later = most.filter(({ c, t, laterC, rest }) => laterC / rest > c / (c + t)).length;
  assertStringIncludes(text, `in ${later} of the ${most.length} states with most to come`);
});
