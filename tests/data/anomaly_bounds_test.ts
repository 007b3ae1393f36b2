/** Anomalies of votes by place and candidate at each bound that their doc comments state. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { type Anomaly, findAnomalies, type PlaceVotes } from "tallybook/data";

const votesOf = (place: string, votes: Readonly<Record<string, number>>): PlaceVotes[] =>
  Object.entries(votes).map(([candidate, count]) => ({ place, candidate, votes: count }));

const ofKind = (kind: Anomaly["kind"], rows: readonly PlaceVotes[]) =>
  findAnomalies(rows).filter((found) => found.kind === kind);
const messages = (found: readonly Anomaly[]) => found.map(({ message }) => message);

Deno.test("two places with the same votes are named where chance makes fewer than 0.05 such pairs", () => {
  const pair = (one: Record<string, number>, other = one) =>
    messages(ofKind("votes repeated", [...votesOf("North", one), ...votesOf("South", other)]));
  // Two places alike in size, room for 0.2 × 95 times 0.2 × 6 pairs of counts: 1 / 22.8 by chance.
  assertEquals(pair({ Ada: 95, Ben: 6 }), [
    "2 places have the same votes for all candidates (Ada: 95, Ben: 6), where chance would make " +
    "0.044 such cases: a row was copied, or a total repeated",
  ]);
  // 0.2 × 95 × 1 = 19: 0.053.
  assertEquals(pair({ Ada: 95, Ben: 5 }), []);
  // A hundred votes are enough, 99 are not.
  assertEquals([pair({ Ada: 93, Ben: 7 }).length, pair({ Ada: 92, Ben: 7 }).length], [1, 0]);
  // 1 / (16 × 3), and a third candidate's 5 votes, which agree too, make it five times less likely.
  const three = { Ada: 80, Ben: 15, Cy: 5 };
  assertStringIncludes(
    pair(three)[0]!,
    "2 places have the same votes for all candidates (Ada: 80, Ben: 15), where chance would make 0.004 such cases",
  );
  assertStringIncludes(
    pair(three, { ...three, Cy: 6 })[0]!,
    "2 places have the same votes (Ada: 80, Ben: 15), where chance would make 0.021 such cases",
  );
  assertEquals(pair({ Ada: 2000, Ben: 1500 })[0]?.includes("less than 0.001 such cases"), true);
  // Only the order of candidates differs.
  assertEquals(pair({ Ada: 900, Ben: 700 }, { Ben: 700, Ada: 900 }).length, 1);
  // One candidate alone, or a second without votes, is no pair of counts.
  assertEquals([pair({ Ada: 5000 }), pair({ Ada: 5000, Ben: 0 })], [[], []]);
});

Deno.test("what chance makes grows with places of the same size, and shrinks with each further repetition", () => {
  const votes = { Ada: 300, Ben: 20 };
  // Ten places in one bin: 10 × 9 / 2 pairs, room for 60 × 4; 0.19 for two, times 10 / 240 for a third.
  const others = Array.from(
    { length: 8 },
    (_, at) => votesOf(`P${at}`, { Ada: 301 + at, Ben: 20 }),
  );
  const rows = [...votesOf("North", votes), ...votesOf("South", votes), ...others.flat()];
  assertEquals(ofKind("votes repeated", rows), []);
  const third = [...votesOf("North", votes), ...votesOf("South", votes), ...votesOf("West", votes)];
  const [found] = ofKind("votes repeated", [...third, ...others.slice(0, 7).flat()]);
  assertEquals([found?.places, found?.candidate, found?.votes], [
    ["North", "South", "West"],
    null,
    320,
  ]);
  assertEquals(found?.message.includes("0.008 such cases"), true);
});

Deno.test("a place with as many votes for each as all others of its county together is a total", () => {
  const parts = [[40, 31], [52, 18], [23, 44]].map(([Ada, Ben], at) =>
    votesOf(`P${at}`, { Ada: Ada!, Ben: Ben! })
  ).flat();
  const total = (Ada: number, Ben: number, places = parts) =>
    messages(ofKind("total among its parts", [...places, ...votesOf("All", { Ada, Ben })]));
  assertEquals(total(115, 93), [
    "All has as many votes for each candidate as all other places together",
  ]);
  // As many in all, but not for each.
  assertEquals(total(114, 94), []);
  // Of three places each equals the others by chance.
  assertEquals(total(92, 49, parts.slice(0, 4)), []);
  // Candidates that the total lacks have votes elsewhere.
  const more = [...parts, { place: "P0", candidate: "Cy", votes: 3 }];
  assertEquals(total(115, 93, more), []);
  // Counties are totals each for itself.
  const county = (name: string) =>
    [...parts, ...votesOf("All", { Ada: 115, Ben: 93 })].map((row) => ({ ...row, county: name }));
  assertEquals(ofKind("total among its parts", [...county("Elm"), ...county("Oak")]).length, 2);
});

/** Ten places of 1,000 votes for two, and a third candidate in some of them. */
const ten = (places: number, votes: number, of = 10) =>
  Array.from(
    { length: of },
    (_, at) =>
      votesOf(`P${at}`, {
        Ada: 500 + 7 * at,
        Ben: 500 - 3 * at,
        ...(at < places ? { Cy: votes } : {}),
      }),
  ).flat();

Deno.test("a candidate in at most six of ten places, with a tenth of their votes, is of another contest", () => {
  const found = (places: number, votes: number, of = 10) =>
    ofKind("another contest", ten(places, votes, of));
  assertEquals([found(6, 300).length, found(7, 300).length], [1, 0]);
  assertEquals(found(6, 300)[0]!.places, ["P0", "P1", "P2", "P3", "P4", "P5"]);
  // Six places have 6,060 votes for the two, to which 6 × 112 = 672 are less than a ninth and 6 × 113 are more.
  assertEquals([found(6, 112).length, found(6, 113).length], [0, 1]);
  assertEquals([found(1, 300, 4).length, found(1, 300, 3).length], [1, 0]);
  assertEquals(messages(found(2, 300)), [
    "Cy has rows in 2 of 10 places only, and 600 votes there beside 2,004 for the others: " +
    "rows of another contest under this office",
  ]);
  // Where a usual candidate is missing, the stranger may be the same by another name.
  const renamed = ten(2, 300).map((row) =>
    row.place === "P0" && row.candidate === "Ben" ? { ...row, place: "P1", votes: 0 } : row
  );
  assertEquals(ofKind("another contest", renamed), []);
  // A candidate in nine of ten places is usual, one in eight is not.
  const lacking = (places: number) =>
    ten(2, 300).filter(({ place, candidate }) =>
      candidate !== "Ben" || Number(place.slice(1)) < places
    );
  assertEquals([
    ofKind("another contest", lacking(9)).length,
    ofKind("another contest", lacking(8)).length,
  ], [1, 0]);
  // Of three usual candidates two are enough.
  const third = ten(2, 300).flatMap((row) =>
    row.candidate === "Ada" && row.place !== "P0"
      ? [row, { ...row, candidate: "Di", votes: 40 }]
      : [row]
  );
  assertEquals(ofKind("another contest", third).map(({ places }) => places), [["P0", "P1"]]);
  // Write-ins are no contest.
  assertEquals(
    ofKind(
      "another contest",
      ten(2, 300).map((row) => row.candidate === "Cy" ? { ...row, candidate: "Write-in" } : row),
    ),
    [],
  );
});

Deno.test("write-ins are missing where a zero is expected less than 0.05 times in all places", () => {
  // All places with 1,000 votes; all but one have this many write-ins.
  const rows = (places: number, writeIns: number, none = 1) =>
    Array.from({ length: places }, (_, at) => {
      const own = at < none ? 0 : writeIns;
      return votesOf(`P${at}`, { Ada: 520 - own, Ben: 480, "Write-in": own });
    }).flat();
  const missing = (places: number, writeIns: number, none?: number) =>
    ofKind("write-ins missing", rows(places, writeIns, none));
  // Means of 5.7 and 6.65: 20 e^−5.7 = 0.067 and 20 e^−6.65 = 0.026.
  assertEquals([missing(20, 6).length, missing(20, 7).length], [0, 1]);
  assertEquals(messages(missing(20, 7)), [
    "P0 has no write-ins or others, while 19 of 20 places have some",
  ]);
  // Ten places are enough: 10 e^−9 is 0.001. Nine are not.
  assertEquals([missing(10, 10).length, missing(9, 10).length], [1, 0]);
  // Half of the places must have some; then they vary more than chance, and a zero is likely.
  assertEquals([missing(20, 400, 10).length, missing(20, 400, 11).length], [0, 0]);
  // Six places are one line, five are each named.
  assertEquals([missing(60, 12, 5).length, missing(60, 12, 6).length], [5, 1]);
  assertEquals(messages(missing(60, 12, 6)), [
    "6 places have no write-ins or others and are too large to have none by chance, while 54 of 60 places have some",
  ]);
  assertEquals(missing(60, 12, 6)[0]!.places, ["P0", "P1", "P2", "P3", "P4", "P5"]);
});

Deno.test("write-ins are looked for where half of the places have some", () => {
  // One place of 1,000 votes without, nine with; the others are too small to tell.
  const missing = (small: number, large: number) =>
    ofKind(
      "write-ins missing",
      Array.from({ length: 1 + large + small }, (_, at) => {
        const own = at > 0 && at <= large ? 50 : 0;
        return votesOf(
          `P${at}`,
          at <= large ? { Ada: 950 - own, Ben: 50, "Write-in": own } : { Ada: 2 },
        );
      }).flat(),
    );
  assertEquals(missing(9, 10).map(({ places }) => places), [["P0"]]);
  assertEquals(missing(10, 10), []);
});

Deno.test("a zero is judged by how much places vary: places that do, have some without write-ins", () => {
  // Means of 10, in half of the places 2 and in half 18: variance 64, so 1/k = 0.54, and a zero has the
  // chance (1 + 5.4)^−1.85 = 0.032 in each of 41 places.
  const rows = Array.from({ length: 41 }, (_, at) => {
    const own = at === 40 ? 0 : at % 2 === 0 ? 2 : 18;
    return votesOf(`P${at}`, { Ada: 520 - own, Ben: 480, "Write-in": own });
  }).flat();
  assertEquals(ofKind("write-ins missing", rows), []);
});

Deno.test("a share is out of line from three times and a hundred votes above what the median place gives", () => {
  const rows = (places: number, votes: number, usual = 100, total = 10_000) =>
    Array.from(
      { length: places },
      (_, at) =>
        votesOf(
          `P${at}`,
          at === 5 ? { Ada: total - votes, Cy: votes } : { Ada: total - usual, Cy: usual },
        ),
    ).flat();
  const found = (...args: Parameters<typeof rows>) => ofKind("share out of line", rows(...args));
  // Twelve times the floor of a tenth: a share of e^1.2 = 3.32 times the median's, (v + 0.5) / 100.5.
  assertEquals([found(20, 333).length, found(20, 334).length, found(19, 334).length], [0, 1, 0]);
  assertEquals(messages(found(20, 900)), [
    "Cy has 900 votes in P5, where the share of the median place would give 100",
  ]);
  // Of 40 expected, 140 are a hundred more and 141 are a vote above: the expected are 40.5 / 10,001 of 10,000.
  assertEquals([found(20, 140, 40).length, found(20, 141, 40).length], [0, 1]);
  // Shares that vary much: the third of each factor of ten. Three times the median is nothing there.
  const varied = (votes: number) =>
    Array.from({ length: 21 }, (_, at) => {
      const own = at === 20 ? votes : [10, 100, 1000][at % 3]!;
      return votesOf(`P${at}`, { Ada: 1_000_000 - own, Cy: own });
    }).flat();
  // A hundred times the median's 100.5 is named whatever the spread.
  assertEquals([9000, 10_051].map((votes) => ofKind("share out of line", varied(votes)).length), [
    0,
    1,
  ]);
});

Deno.test("blank ballots under a candidate's name are named by place, and by spelling from 21 places on", () => {
  const rows = (places: number) =>
    Array.from({ length: places }, (_, at) => votesOf(`P${at}`, { Ada: 50, "Blank": 2 + at }))
      .flat();
  const named = (places: number) => ofKind("no votes named", rows(places));
  assertEquals([named(20).length, named(21).length], [20, 1]);
  assertEquals(messages(named(1)), ['P0 counts 2 ballots as votes for "Blank", who is nobody']);
  const [all] = named(21);
  assertEquals([all!.candidate, all!.votes, all!.places.length], ["Blank", 252, 21]);
  assertEquals(all!.message, '21 places count 252 ballots as votes for "Blank", who is nobody');
  assertEquals(ofKind("no votes named", votesOf("P", { Ada: 4, Blank: 0 })), []);
});

Deno.test("totals that differ, votes below zero and counts that fall are told in votes", () => {
  const rows = votesOf("P", { Ada: 1040, Ben: 2000 });
  const differs = (total: number) => messages(findAnomalies(rows, { totals: { P: total } }));
  assertEquals(differs(3040), []);
  assertEquals(differs(4100), [
    "P reports 1,060 votes more than its candidates have: blank ballots, or write-ins that are not listed",
  ]);
  assertEquals(differs(3000), ["P reports 40 votes fewer than its candidates have"]);
  assertEquals(messages(ofKind("negative votes", votesOf("P", { Ada: -1, Ben: 0 }))), [
    "Ada has -1 votes in P",
  ]);
  const at = (time: string, votes: number) => ({ place: "P", candidate: "Ada", votes, time });
  const falling = [at("2", 1000), at("1", 5000), at("3", 1000), at("2", 900)];
  assertEquals(findAnomalies(falling).map(({ votes, message }) => [votes, message]), [
    [-4000, "Ada loses 4,000 votes in P between 1 and 2"],
    [-100, "Ada loses 100 votes in P between 2 and 2"],
  ]);
});
