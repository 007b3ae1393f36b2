import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { auditOptions, bravoExpectedBallots, comparisonBallots } from "tallybook/election";

const michigan = { winner: 2_279_543, loser: 2_268_839, ballots: 4_799_284 };

Deno.test("auditOptions() on paper with ballot records offers all three audits", () => {
  const options = auditOptions(michigan, { paperless: 0, ballotRecords: true }, 0.05);
  assertEquals(options.map(({ kind, possible, ballots }) => [kind, possible, ballots]), [
    ["ballot polling", true, 1_141_943],
    ["ballot comparison", true, 2_792],
    ["full hand count", true, 4_799_284],
  ]);
});

Deno.test("auditOptions() without ballot records cannot compare", () => {
  const [polling, comparison] = auditOptions(
    michigan,
    { paperless: 0, ballotRecords: false },
    0.05,
  );
  assertEquals([polling!.possible, comparison!.possible, comparison!.ballots], [true, false, null]);
});

Deno.test("auditOptions() are none where half the margin is paperless", () => {
  // Margin 10,704: 5,352 paperless ballots, each a swing of two, can hold it; 5,351 cannot.
  const at = (paperless: number) =>
    auditOptions(michigan, { paperless, ballotRecords: true }, 0.05).map(({ possible }) =>
      possible
    );
  assertEquals(at(5_352), [false, false, false]);
  assertEquals(at(5_351).at(-1), true);
});

Deno.test("auditOptions() give up ballot polling where it wants more draws than ballots", () => {
  const close = { winner: 2_912_790, loser: 2_912_253, ballots: 5_963_110 };
  const [polling] = auditOptions(close, { paperless: 0, ballotRecords: false }, 0.05);
  assert(bravoExpectedBallots(close, 0.05) > close.ballots);
  assertEquals([polling!.possible, polling!.ballots], [false, null]);
});

Deno.test("auditOptions() never ask for fewer ballots when some are paperless", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_351 }), (paperless) => {
      const [polling, comparison] = auditOptions(
        michigan,
        { paperless, ballotRecords: true },
        0.1,
      );
      const margin = (michigan.winner - michigan.loser) / michigan.ballots;
      if (polling!.ballots !== null) {
        assert(polling!.ballots >= bravoExpectedBallots(michigan, 0.1));
      }
      assert(comparison!.ballots! >= comparisonBallots(margin, 0.1)!);
    }),
    { seed: 16 },
  );
  assertThrows(
    () => auditOptions(michigan, { paperless: 9e6, ballotRecords: true }, 0.05),
    RangeError,
    "paperless ballots: found 9000000",
  );
});

Deno.test("auditOptions() refuses a risk limit that is none where no audit is possible too", () => {
  assertThrows(
    () => auditOptions(michigan, { paperless: 1_000_000, ballotRecords: true }, 2),
    RangeError,
    "risk limit: found 2",
  );
});

Deno.test("auditOptions() counts by hand what is on paper, and no audit draws as many as there are", () => {
  const options = auditOptions(
    { winner: 6000, loser: 3000, ballots: 10_000 },
    { paperless: 1000, ballotRecords: true },
    0.05,
  );
  assertEquals(options[2], {
    kind: "full hand count",
    possible: true,
    reason: "1000 are not on paper",
    ballots: 9000,
  });
  // What is left of the margin: 3,000 − 2 × 1,000 of 10,000 ballots.
  assertEquals(options[1]!.ballots, comparisonBallots(0.1, 0.05));
  assertEquals(
    options[0]!.ballots,
    Math.ceil(bravoExpectedBallots({ winner: 5000, loser: 4000, ballots: 10_000 }, 0.05)),
  );
  // Of 63 ballots a comparison that wants 63 is no less than all.
  const few = (ballots: number) =>
    auditOptions(
      { winner: Math.round(0.55 * ballots), loser: Math.round(0.45 * ballots), ballots },
      { paperless: 0, ballotRecords: true },
      0.05,
    )[1]!;
  assertEquals([few(60).possible, few(60).ballots, few(80).possible], [false, 63, true]);
  assertEquals(
    few(60).reason,
    "compares ballots drawn at random with the machine's record of each",
  );
});
