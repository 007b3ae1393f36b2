/** Anomalies of a file that was read, at each bound that their doc comments state. */
import { assertEquals } from "@std/assert";
import { type Anomaly, findAnomalies } from "tallybook/data";
import { reading } from "./reading.ts";

const HEADER = "county,precinct,office,party,candidate,";
const found = (columns: string, rows: readonly string[], kind: Anomaly["kind"]) =>
  findAnomalies(
    reading(
      "20201103__tx__general__elm__precinct.csv",
      `${HEADER}${columns}\n${rows.join("\n")}\n`,
      {
        check: false,
      },
    ),
  ).filter((one) => one.kind === kind);

const row = (place: number | string, office: string, who: string, cells: string | number) =>
  `Elm,P${place},${office},${who},${cells}`;
const times = (count: number, rows: (place: number) => string | string[]) =>
  Array.from({ length: count }, (_, place) => rows(place)).flat();

/**
 * Places that have as many votes for the party's candidate for president as in its other contests,
 * so that the median log ratio is 0 and the spread its floor of 0.03, but for one place, `P0`.
 */
function ownContests(
  odd: { president: number; others: readonly number[] },
  { places = 20, usual = 1000 } = {},
): Anomaly[] {
  const rows = times(places, (place) => [
    row(place, "President", "REP,Ada", place === 0 ? odd.president : usual),
    row(place, "President", "DEM,Ben", 2 * usual + place),
    ...odd.others.map((votes, at) =>
      row(place, ["U.S. Senate", "Governor"][at]!, "REP,Cy", place === 0 ? votes : usual)
    ),
  ]);
  return found("votes", rows, "far from its own other contests");
}
const far = (...args: Parameters<typeof ownContests>) => ownContests(...args).length;

Deno.test("a party is far from its other contest at five standard deviations, up and down", () => {
  // e^0.15 = 1.1618 and e^−0.15 = 0.8607 of 1,000.5.
  assertEquals([1161, 1162, 861, 860].map((president) => far({ president, others: [1000] })), [
    0,
    1,
    0,
    1,
  ]);
  const [one] = ownContests({ president: 1200, others: [1000] });
  // ln(1200.5 / 1000.5) / 0.03 = 6.08.
  assertEquals(one, {
    kind: "far from its own other contests",
    places: ["Elm, P0"],
    candidate: "Ada",
    votes: 1200,
    message: "Ada has 1,200 votes in Elm, P0, where the party's votes in another contest there " +
      "give about 1,001 (6 standard deviations off)",
    rows: [2],
  });
});

Deno.test("a small place may differ more, by the root of its size, and by less than ten votes anyhow", () => {
  // A quarter of the usual size: 0.15 × √(1000 / 250.5) = 0.2997, and ln(338 / 250.5) is 0.2996.
  assertEquals([337, 338].map((president) => far({ president, others: [250] })), [0, 1]);
  // A large place may not.
  assertEquals([4648, 4647].map((president) => far({ president, others: [4000] })), [1, 0]);
  // Ten votes: 20 and 21 beside 10.5.
  assertEquals([20, 21].map((president) => far({ president, others: [10] }, { usual: 10 })), [
    0,
    1,
  ]);
});

Deno.test("of several contests each must be 3.5 deviations off to one side, and five on average", () => {
  // ln(1400.5 / (votes + 0.5)) / 0.03: 8.0 for 1,101; 3.51 for 1,260 and 3.46 for 1,262.
  assertEquals([1260, 1262].map((votes) => far({ president: 1400, others: [1101, votes] })), [
    1,
    0,
  ]);
  // 4.98 and 5.04 on average: 5.91 for 1,173, and 4.05 or 4.17 for 1,240 and 1,236.
  assertEquals([1240, 1235].map((votes) => far({ president: 1400, others: [1173, votes] })), [
    0,
    1,
  ]);
  // Above one and below the other is neither.
  assertEquals(far({ president: 1400, others: [1000, 1960] }), 0);
  const [one] = ownContests({ president: 1400, others: [1101, 1260] });
  assertEquals(
    one!.message.includes("2 other contests there give about 1,261 (4 standard deviations off)"),
    true,
  );
});

Deno.test("contests are compared in eight places and more", () => {
  assertEquals([8, 7].map((places) => far({ president: 1300, others: [1000] }, { places })), [
    1,
    0,
  ]);
});

const COUNTS = "early,election_day,votes";

Deno.test("columns of modes that are equal in eight rows, of three different counts, are repeated", () => {
  const rows = (count: number, different: number) =>
    times(
      count,
      (at) =>
        row(
          at,
          "President",
          "REP,Ada",
          `${10 + at % different},${10 + at % different},${20 + 2 * (at % different)}`,
        ),
    );
  const repeated = (count: number, different: number) =>
    found("early_voting,election_day,votes", rows(count, different), "modes repeated");
  assertEquals([repeated(8, 3).length, repeated(7, 3).length, repeated(8, 2).length], [1, 0, 0]);
  // 3 × 10 + 3 × 11 + 2 × 12.
  assertEquals(repeated(8, 3), [{
    kind: "modes repeated",
    places: [],
    candidate: null,
    votes: 87,
    message:
      '"early_voting" and "election_day" are equal in all 8 rows with votes: one was copied ' +
      "from the other, or each is the total",
  }]);
  // Rows without votes in either say nothing; one with votes in one alone does.
  const zero = row("z", "President", "REP,Ada", "0,0,0");
  assertEquals(
    found("early_voting,election_day,votes", [...rows(7, 3), zero], "modes repeated"),
    [],
  );
  const one = row("z", "President", "REP,Ada", "0,5,5");
  assertEquals(
    found("early_voting,election_day,votes", [...rows(8, 3), one], "modes repeated"),
    [],
  );
});

Deno.test("modes that add up in four of five rows of eight must in all; each row that does not is named", () => {
  const rows = (count: number, wrong: number) =>
    times(
      count,
      (at) =>
        row(
          at,
          "President",
          "REP,Ada",
          `${11 + at},${2 * at},${11 + 3 * at + (at < wrong ? 1000 : 0)}`,
        ),
    );
  const wrong = (count: number, off: number) =>
    found(COUNTS, rows(count, off), "modes do not add up");
  assertEquals([wrong(10, 2).length, wrong(10, 3).length], [2, 0]);
  assertEquals([wrong(8, 1).length, wrong(7, 1).length], [1, 0]);
  assertEquals([wrong(110, 20).length, wrong(110, 21).length], [20, 1]);
  assertEquals(wrong(10, 1), [{
    kind: "modes do not add up",
    places: ["Elm, P0"],
    candidate: "Ada",
    votes: 1000,
    message: 'Ada has 1,011 votes in Elm, P0, where "early" + "election_day" are 11',
    rows: [2],
  }]);
  const [all] = wrong(110, 21);
  assertEquals([all!.votes, all!.places.length, all!.rows!.length], [21_000, 21, 21]);
  assertEquals(
    all!.message.startsWith(
      'In 21 of 110 rows "early" + "election_day" are not the votes, such as: Ada has 1,011',
    ),
    true,
  );
});

Deno.test("where columns are parts of others, the set that adds up is found", () => {
  // mail is a part of absentee: absentee + election_day are the votes.
  const rows = (wrong: number) =>
    times(
      12,
      (at) =>
        row(
          at,
          "President",
          "REP,Ada",
          `${30 + at},${5 + at % 4},${50 + 3 * at},${80 + 4 * at + (at === 3 ? wrong : 0)}`,
        ),
    );
  const of = (wrong: number) =>
    found("absentee,mail,election_day,votes", rows(wrong), "modes do not add up");
  assertEquals(of(0), []);
  assertEquals(
    of(7).map((
      { votes, rows, message },
    ) => [votes, rows, message.includes('"absentee" + "election_day" are 92')]),
    [[7, [5], true]],
  );
});

Deno.test("more votes than ballots, and more ballots than voters, are counted in votes by place", () => {
  const rows = (place: number, cast: string, voters: string, votes = 1000) => [
    ...cast.split(" ").filter((cell) => cell !== "").map((cell) =>
      row(place, "Ballots Cast", ",", cell)
    ),
    ...voters === "" ? [] : [row(place, "Registered Voters", ",", voters)],
    row(place, "President", "REP,Ada", votes - 300),
    row(place, "President", "DEM,Ben", 300),
  ];
  const of = (...args: Parameters<typeof rows>) =>
    found("votes", rows(...args), "more votes than ballots");
  const said = (...args: Parameters<typeof rows>) =>
    of(...args).map(({ votes, message, rows }) => [votes, message, rows]);
  assertEquals(said(1, "1000", "1000"), []);
  assertEquals(said(1, "990", "2000"), [[
    10,
    "Elm, P1 has 1,000 votes for president and 990 ballots cast: 10 too many",
    [3],
  ]]);
  assertEquals(said(1, "1200", "1150"), [[
    50,
    "Elm, P1 has 1,200 ballots cast and 1,150 registered voters: 50 too many",
    [3],
  ]]);
  // Without ballots the votes are held against the voters.
  assertEquals(said(1, "", "999"), [[
    1,
    "Elm, P1 has 1,000 votes for president and 999 voters: 1 too many",
    [2],
  ]]);
  assertEquals(said(1, "1000", ""), []);
  // A count of none is no count.
  assertEquals(said(1, "0", "2000"), []);
  const many = (places: number) =>
    found("votes", times(places, (place) => rows(place, "995", "")), "more votes than ballots");
  assertEquals([many(20).length, many(21).length], [20, 1]);
  const [all] = many(21);
  assertEquals([all!.votes, all!.places.length, all!.rows!.length], [105, 21, 21]);
  assertEquals(
    all!.message,
    "21 places have more votes than ballots, or more ballots than voters, such as: " +
      "Elm, P0 has 1,000 votes for president and 995 ballots cast: 5 too many",
  );
});
