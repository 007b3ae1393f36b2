/**
 * A candidate who is not on a state's ballot has no votes there: every function on contests answers as if the
 * name stood there with 0. And states have no order: it answers the same in any.
 */
import { assertEquals } from "@std/assert";
import {
  collegeBias,
  collegeChances,
  compactRule,
  compareRules,
  type Contest,
  decomposeCollege,
  districtRule,
  fewestVotes,
  inversionChance,
  jointFlip,
  margin,
  nationalPopularVote,
  pathToMajority,
  plurality,
  popularVote,
  proportionalRule,
  regionalSwings,
  spoilerQuestion,
  spoilerUnits,
  stateDeviation,
  swingSteps,
  tally,
  tippingPoint,
  transferVotes,
  uniformSwing,
  votesPerElector,
  votesToDeny,
  votesToWin,
  winnerTakeAll,
  withoutSenators,
} from "tallybook/election";

/** D and G, and B and E, are as close; in C, D and F one of X and Y is missing. */
const STATES: readonly Contest[] = [
  { unit: "A", electors: 5, votes: { X: 500, Y: 400 } },
  { unit: "B", electors: 4, votes: { X: 390, Y: 420, Z: 60, W: 3 } },
  { unit: "C", electors: 3, votes: { Y: 200, Z: 100, W: 5 } },
  { unit: "D", electors: 7, votes: { X: 610, Z: 90 } },
  { unit: "E", electors: 6, votes: { X: 390, Y: 420, Z: 60, W: 3 } },
  { unit: "F", electors: 3, votes: { W: 30, Z: 100, Y: 10 } },
  { unit: "G", electors: 4, votes: { X: 610, Z: 90 } },
];

const NAMES = ["X", "Y", "Z", "W"];
const NOBODY = Object.fromEntries(NAMES.map((name) => [name, 0]));
const full = (contests: readonly Contest[]): Contest[] =>
  contests.map((contest) => ({ ...contest, votes: { ...NOBODY, ...contest.votes } }));

/** An answer as text, its fields in order, without the names that have 0. */
const said = (answer: unknown): string =>
  JSON.stringify(answer, (key, value) => {
    if (NAMES.includes(key) && value === 0) return undefined;
    if (value instanceof Map) return [...value];
    if (typeof value === "bigint") return `${value}n`;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1));
  });

const two = { candidate: "X", against: "Y" };
const question = { beneficiary: "Y", opponent: "X", without: ["Z", "W"] };
const units = (contests: readonly Contest[]) => spoilerUnits(contests, question);
const year = (year: number, contests: readonly Contest[]) => ({ year, ...two, contests });
const moved = (contests: readonly Contest[], most: number) =>
  contests.map((contest, i) => {
    const { X, ...rest } = contest.votes;
    return !X ? contest : { ...contest, votes: { ...rest, X: X + (i * most) % 37 } };
  });

const CALLS: Readonly<Record<string, (contests: readonly Contest[]) => unknown>> = {
  popularVote,
  plurality: (contests) => contests.map(({ votes }) => plurality({ ...contests[0]!, votes })),
  margin: (contests) =>
    contests.slice(0, 3).map(({ votes }) => margin(votes, "X", "Y", "all votes")),
  tally: (contests) => tally(contests),
  tippingPoint: (contests) => [tippingPoint(contests, "X"), tippingPoint(contests, "Y", {})],
  collegeBias: (contests) =>
    collegeBias(contests, { winner: "X", against: "Y", toward: "Y" }, { of: "all votes" }),
  fewestVotes: (contests) =>
    (["switching", "adding"] as const).map((by) =>
      fewestVotes(contests, { goal: "win", candidate: "Y", by })
    ),
  "fewestVotes to deny": (contests) =>
    fewestVotes(contests, { goal: "deny", candidate: "X", by: "switching" }),
  votesToWin: (contests) => votesToWin(contests[0]!, "Y", "adding"),
  votesToDeny: (contests) => votesToDeny(contests[0]!, "X", "switching"),
  uniformSwing: (contests) => uniformSwing(contests, { toward: "Y", from: "X", points: 0.5 }),
  swingSteps: (contests) => swingSteps(contests, { toward: "Y", from: "X" }),
  "swingSteps of two": (contests) =>
    swingSteps(contests.filter(({ unit }) => unit !== "F"), {
      toward: "X",
      from: "Y",
      of: "two-party vote",
    }),
  spoilerQuestion: (contests) => spoilerQuestion(contests, { without: "Z", beneficiary: "Y" }),
  spoilerUnits: units,
  transferVotes: (contests) =>
    transferVotes(units(contests), question, {
      Z: { beneficiary: 0.6, opponent: 0.1 },
      W: { beneficiary: 0.2, opponent: 0.3 },
    }),
  jointFlip: (contests) =>
    jointFlip(units(contests), {
      required: ["B", "E"],
      netShare: 0.1,
      commonError: 0.2,
      unitDeviation: 0.1,
    }),
  pathToMajority: (contests) => pathToMajority(units(contests), { all: true }),
  winnerTakeAll: (contests) => winnerTakeAll(contests, { candidates: ["X", "Y"] }),
  withoutSenators: (contests) => withoutSenators(contests, { candidates: ["X", "Y"] }),
  districtRule: (contests) => districtRule(contests, [], { candidates: ["X", "Y"] }),
  proportionalRule: (contests) =>
    (["dhondt", "largest-remainder"] as const).map((method) =>
      proportionalRule(contests, { candidates: NAMES, method })
    ),
  nationalPopularVote: (contests) => nationalPopularVote(contests, { candidates: ["X", "Y"] }),
  compactRule: (contests) => compactRule(contests, { members: ["A", "C"], candidates: ["X", "Y"] }),
  compareRules: (contests) =>
    compareRules({
      states: contests,
      districts: [],
      candidates: ["X", "Y"],
      byDistrict: [],
      compact: ["A", "C"],
    }),
  collegeChances: (contests) =>
    collegeChances(contests, { ...two, margins: [0, 1], standardDeviation: 3 }),
  inversionChance: (contests) =>
    inversionChance(contests, {
      ...two,
      margins: [1],
      nationalError: 0,
      deviation: {
        ...{ estimand: "deviation", point: 3, lower: 2, upper: 4, level: 0.95 },
        ...{ method: "given", assumptions: [], n: 9 },
      },
    }),
  regionalSwings: (contests) =>
    regionalSwings(contests, {
      ...two,
      standardDeviation: 3,
      correlation: 0.3,
      region: (unit: string) => unit < "D" ? "west" : "east",
      draws: 100,
      seed: 7,
    }),
  stateDeviation: (contests) =>
    stateDeviation([
      year(2000, contests),
      year(2004, moved(contests, 11)),
      year(2008, moved(contests, 17)),
    ]),
  decomposeCollege: (contests) =>
    decomposeCollege(
      contests,
      two,
      Object.fromEntries(contests.map(({ unit, electors }) => [unit, 1e5 * electors])),
    ),
  votesPerElector,
};

for (const [name, call] of Object.entries(CALLS)) {
  Deno.test(`${name}: who is not on the ballot has no votes there`, () => {
    assertEquals(said(call(STATES)), said(call(full(STATES))));
  });
}

// Those that rank states, or count them: D and G, B and E are level, and the name decides.
for (
  const name of [
    ...["popularVote", "tally", "tippingPoint", "collegeBias", "fewestVotes", "votesPerElector"],
    ...["fewestVotes to deny", "swingSteps", "swingSteps of two", "pathToMajority"],
  ]
) {
  Deno.test(`${name}: the states have no order`, () => {
    const other = ["G", "B", "F", "E", "A", "D", "C"].map((unit) =>
      STATES.find((contest) => contest.unit === unit)!
    );
    for (const contests of [STATES.toReversed(), other]) {
      assertEquals(said(CALLS[name]!(contests)), said(CALLS[name]!(STATES)));
    }
  });
}

Deno.test("level states rank by their names", () => {
  const reversed = STATES.toReversed();
  const order = (names: readonly { readonly unit: string }[]) =>
    names.map(({ unit }) => unit).join("");
  assertEquals(order(tippingPoint(reversed, "X").order), "DGABECF");
  assertEquals(order(swingSteps(reversed, { toward: "X", from: "Y" })), "DGABECF");
  const others = spoilerUnits(reversed, { ...question, beneficiary: "X", opponent: "Y" });
  assertEquals(order(pathToMajority(others, { all: true }).steps), "FBE");
});
