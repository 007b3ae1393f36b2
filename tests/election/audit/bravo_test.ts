import { assert, assertEquals, assertThrows } from "@std/assert";
import { assertClose } from "../../stats/close.ts";
import fc from "fast-check";
import { bravoExpectedBallots, bravoRisk, bravoStopsAt } from "tallybook/election";
import { golden, goldenRows } from "../../golden/read.ts";
import { random } from "./prng.ts";

/** Made by tests/golden/scripts/09_audits.py, whose vectors are those of r2b2 and arlo. */
interface Audits {
  checked_vectors: {
    asn_10000: Record<string, number>;
    eor_kmin_60: number[];
    eor_bravo_first_round_90: Record<string, number>;
  };
  states_2016: Record<
    string,
    { W: number; L: number; valid_total: number } & Record<string, number>
  >;
}
const audits = golden<Audits>("audits.json");

Deno.test("bravoExpectedBallots() gives the published sizes for 10,000 ballots", () => {
  for (const [key, expected] of Object.entries(audits.checked_vectors.asn_10000)) {
    const [winner, limit] = key.split("_").map(Number) as [number, number];
    const contest = { winner, loser: 10_000 - winner, ballots: 10_000 };
    assertEquals(Math.ceil(bravoExpectedBallots(contest, limit)), expected, key);
  }
});

Deno.test("bravoExpectedBallots() gives the sizes of ten close states of 2016", () => {
  for (const [state, row] of Object.entries(audits.states_2016)) {
    const contest = { winner: row.W, loser: row.L, ballots: row.valid_total };
    for (const limit of [0.05, 0.1]) {
      const found = Math.ceil(bravoExpectedBallots(contest, limit));
      assertEquals(found, row[`bravo_asn_${limit}`], `${state} ${limit}`);
    }
  }
});

Deno.test("bravoExpectedBallots() has the published median of 307 over 255 state contests", () => {
  // 51 contests of each election of 1992 to 2008, risk limit 10%, against the runner-up of the two
  // large parties, over all votes. The median here is 307.98, within one ballot of the paper's 307:
  // a fraction cut off, or returns that differ by a few votes.
  const sizes = goldenRows("ec_state_votes_1976_2024.csv")
    .filter(({ year }) => Number(year) >= 1992 && Number(year) <= 2008)
    .map((row) => {
      const [d, r] = [Number(row.democratic), Number(row.republican)];
      const contest = { winner: Math.max(d, r), loser: Math.min(d, r), ballots: Number(row.total) };
      return bravoExpectedBallots(contest, 0.1);
    }).sort((a, b) => a - b);
  assertEquals(sizes.length, 255);
  assertEquals(Math.floor(sizes[127]!), 307);
});

Deno.test("bravoStopsAt() gives the published stopping counts", () => {
  const found = [100, 200, 400].map((drawn) => bravoStopsAt(drawn, 0.6, 0.1));
  assertEquals(found, audits.checked_vectors.eor_kmin_60);
});

Deno.test("bravoStopsAt() is where bravoRisk() first meets the limit", () => {
  const cases = fc.record({
    drawn: fc.integer({ min: 1, max: 500 }),
    share: fc.double({ min: 0.51, max: 0.99, noNaN: true }),
    limit: fc.double({ min: 0.01, max: 0.3, noNaN: true }),
  });
  fc.assert(
    fc.property(cases, ({ drawn, share, limit }) => {
      const stops = bravoStopsAt(drawn, share, limit);
      const risk = (winner: number) => bravoRisk({ winner, loser: drawn - winner }, share);
      if (stops <= drawn && stops >= 0) assert(risk(stops) <= limit * (1 + 1e-9));
      if (stops - 1 <= drawn && stops >= 1) assert(risk(stops - 1) > limit * (1 - 1e-9));
    }),
    { seed: 61 },
  );
});

Deno.test("bravoRisk() of a tied election falls to the limit no more often than the limit", () => {
  // 4,000 audits of a tie, each looked at after each of 500 ballots.
  for (const [limit, share] of [[0.1, 0.55], [0.2, 0.6]] as const) {
    const next = random(2012);
    let wrong = 0;
    for (let audit = 0; audit < 4000; audit++) {
      const sample = { winner: 0, loser: 0 };
      for (let ballot = 0; ballot < 500; ballot++) {
        sample[next() < 0.5 ? "winner" : "loser"]++;
        if (bravoRisk(sample, share) <= limit) {
          wrong++;
          break;
        }
      }
    }
    // Three standard errors of a share of 4,000.
    assert(wrong / 4000 <= limit + 3 * Math.sqrt((limit * (1 - limit)) / 4000), `${wrong}`);
    assert(wrong / 4000 > limit / 4, "the test would catch a rule that never stops");
  }
});

Deno.test("bravoExpectedBallots() keeps its digits at a lead of 3 in 100,000, where logarithms cancel", () => {
  // The formula at 40 digits, by mpmath.
  const contest = { winner: 500_015, loser: 499_985, ballots: 1_200_000 };
  assertClose(bravoExpectedBallots(contest, 0.05), 7988659394.345689, 1e-10);
  const one = { winner: 500_001, loser: 500_000, ballots: 1_200_000 };
  assertClose(bravoExpectedBallots(one, 0.05), 7189765846285.2366, 1e-10);
});

Deno.test("BRAVO's functions refuse reports that cannot be", () => {
  const tied = { winner: 5, loser: 5, ballots: 10 };
  assertThrows(
    () => bravoExpectedBallots(tied, 0.1),
    RangeError,
    "votes reported for the winner: found 5, expected more than the loser's 5",
  );
  assertThrows(
    () => bravoExpectedBallots({ winner: 6, loser: 5, ballots: 10 }, 0.1),
    RangeError,
    "ballots cast",
  );
  assertThrows(() => bravoExpectedBallots({ ...tied, loser: 4 }, 1), RangeError, "risk limit");
  assertThrows(
    () => bravoRisk({ winner: 1, loser: 0 }, 0.5),
    RangeError,
    "winner's share: found 0.5",
  );
  assertEquals(bravoRisk({ winner: 9, loser: 1 }, 1), 1);
});

Deno.test("bravoExpectedBallots() of a lead of 9 in 100,000 has mpmath's digits", () => {
  // mpmath with 40 digits: (ln 20 + ln(2s) / 2) / (s ln(2s) + (1 − s) ln(2 − 2s)), s = 100,009 / 200,000.
  const contest = { winner: 100_009, loser: 99_991, ballots: 200_000 };
  assertClose(bravoExpectedBallots(contest, 0.05), 739698090.736990904, 1e-12);
});
