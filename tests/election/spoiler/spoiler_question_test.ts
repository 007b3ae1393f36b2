import { assertEquals, assertThrows } from "@std/assert";
import { spoilerQuestion } from "../../../lib/election/mod.ts";
import { contests2016, electionOf } from "../units.ts";

Deno.test("spoilerQuestion() of 2016 is Clinton without those who have one percent", () => {
  assertEquals(spoilerQuestion(contests2016()), {
    beneficiary: "Clinton",
    opponent: "Trump",
    without: ["Johnson", "Stein"], // McMullin has 0.54 percent
  });
});

Deno.test("spoilerQuestion() of 1992 is Bush without Perot", () => {
  const { beneficiary, opponent, without } = spoilerQuestion(electionOf("1992").contests);
  assertEquals([beneficiary, opponent, without], ["Bush", "Clinton", ["Perot"]]);
});

Deno.test("spoilerQuestion() takes the strongest where nobody has one percent", () => {
  const votes = { X: 500_000, Y: 490_000, Z: 4_000, W: 3_000, "Others and write-ins": 90_000 };
  assertEquals(spoilerQuestion([{ unit: "A", electors: 3, votes }]).without, ["Z"]);
});

Deno.test("spoilerQuestion() asks about the two with the most votes, whoever has electors, in whatever order they stand", () => {
  // Like 1860: the third by votes has more electors than the second, who has none.
  const contests = [
    { unit: "North", electors: 9, votes: { Bell: 40, Douglas: 450, Lincoln: 460 } },
    { unit: "South", electors: 5, votes: { Bell: 160, Douglas: 150, Lincoln: 0 } },
  ];
  const { beneficiary, opponent, without } = spoilerQuestion(contests);
  assertEquals([beneficiary, opponent, without], ["Douglas", "Lincoln", ["Bell"]]);
});

Deno.test("spoilerQuestion() calls the one with one elector more the opponent, behind in votes or not", () => {
  const contests = [
    { unit: "A", electors: 1, votes: { X: 51, Y: 50, Z: 2 } },
    { unit: "B", electors: 0, votes: { X: 10, Y: 60, Z: 2 } },
  ];
  const { beneficiary, opponent } = spoilerQuestion(contests);
  assertEquals([beneficiary, opponent], ["Y", "X"]);
});

Deno.test("spoilerQuestion() refuses a contest of one person, also beside names without votes", () => {
  for (const votes of [{ X: 5 }, { X: 5, Y: 0, Z: 0 }]) {
    assertThrows(
      () => spoilerQuestion([{ unit: "A", electors: 3, votes }]),
      RangeError,
      "candidates with votes: found 1, expected at least two",
    );
  }
});

Deno.test("spoilerQuestion() takes what the reader names, and puts the question in reverse", () => {
  const options = { without: "mcmullin, Stein", beneficiary: "trump" };
  assertEquals(spoilerQuestion(contests2016(), options), {
    beneficiary: "Trump",
    opponent: "Clinton",
    without: ["McMullin", "Stein"],
  });
});

Deno.test("spoilerQuestion() lists who ran when a name did not, and refuses a field of two", () => {
  assertThrows(
    () => spoilerQuestion(contests2016(), { without: "Perot" }),
    RangeError,
    'found "Perot", expected one of "Clinton", "Trump", "Johnson", "Stein"',
  );
  assertThrows(
    () => spoilerQuestion([{ unit: "A", electors: 3, votes: { X: 2, Y: 1 } }]),
    RangeError,
    "expected somebody besides Y and X",
  );
});

Deno.test("spoilerQuestion() refuses an option that there is none of, with the nearest", () => {
  assertThrows(
    () => spoilerQuestion(contests2016(), { witout: "Stein" } as never),
    RangeError,
    'options: found "witout", expected one of "without", "beneficiary"; nearest: "without"',
  );
});

Deno.test("spoilerQuestion() takes out who has exactly one percent", () => {
  const votes = { X: 5_000, Y: 4_770, Z: 130, W: 100, V: 0 };
  assertEquals(spoilerQuestion([{ unit: "A", electors: 3, votes }]).without, ["Z", "W"]);
});
