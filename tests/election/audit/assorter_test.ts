import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { assorterValue, overstatementValue } from "tallybook/election";

Deno.test("assorters have mean one half exactly in a tie", () => {
  const votes = fc.array(fc.constantFrom("winner" as const, "loser" as const, "neither" as const), {
    minLength: 1,
  });
  fc.assert(
    fc.property(votes, (paper) => {
      const count = (who: string) => paper.filter((vote) => vote === who).length;
      const mean = paper.reduce((sum, vote) => sum + assorterValue(vote), 0) / paper.length;
      assertEquals(mean > 0.5, count("winner") > count("loser"));
      assertEquals(mean === 0.5, count("winner") === count("loser"));
    }),
    { seed: 8 },
  );
});

Deno.test("overstatementValue() has mean above one half exactly if the outcome is right", () => {
  const vote = fc.constantFrom("winner" as const, "loser" as const, "neither" as const);
  const pairs = fc.array(fc.tuple(vote, vote), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(pairs, (ballots) => {
      const net = (which: 0 | 1) =>
        ballots.reduce((sum, pair) => sum + 2 * assorterValue(pair[which]) - 1, 0);
      const margin = net(0) / ballots.length;
      fc.pre(margin > 0 && margin < 1);
      const mean = ballots.reduce((sum, [record, paper]) =>
        sum + overstatementValue(record, paper, margin), 0) / ballots.length;
      if (net(1) > 0) {
        assert(mean > 0.5);
      } else assert(mean < 0.5 + 1e-12);
    }),
    { seed: 9 },
  );
});
