import { assertEquals } from "@std/assert";
import { reading, refusing } from "./reading.ts";

const FILE = "20161108__oh__general__elm__precinct.csv";
type Row = readonly [place: string, candidate: string, votes: number | string];
const text = (rows: readonly Row[]) =>
  "county,precinct,office,party,candidate,votes\n" +
  rows.map(([place, candidate, votes]) => `Elm,${place},President,,${candidate},${votes}\n`).join(
    "",
  );
/** Candidates of the returns, and what is set apart with its kind. */
function read(rows: readonly Row[]) {
  const { returns, apart } = reading(FILE, text(rows), { check: false });
  return {
    kept: returns.toRecords().map(({ candidate, votes }) => `${candidate} ${votes}`),
    apart: apart.toRecords().map((row) => `${row.candidate} ${row.kind}`),
  };
}
const place = (name: string, ...votes: readonly (readonly [string, number])[]): Row[] =>
  votes.map(([candidate, count]) => [name, candidate, count] as const);
const refused = (rows: readonly Row[]) =>
  refusing(FILE, text(rows), { check: false }).problems.map(({ row, found, expected }) => [
    row,
    found,
    expected,
  ]);

Deno.test("a total equals its candidates' votes, with ballots for nobody or without", () => {
  const one = (total: number) =>
    place("1", ["Ada", 50], ["Ben", 30], ["Under Votes", 4], ["Total Votes", total]);
  for (const total of [80, 84]) {
    assertEquals(read(one(total)).kept, ["Ada 50", "Ben 30"]);
    assertEquals(read(one(total)).apart, [
      "Under Votes no vote",
      "Total Votes total of candidates",
    ]);
  }
  for (const total of [81, 83, 85]) {
    assertEquals(refused(one(total)), [
      [5, `a row of totals, "Total Votes", of ${total} votes`, "the sum of its parts, 80"],
    ]);
  }
  const large = place("1", ["Ada", 5000], ["Ben", 3000], ["Total Votes", 8001]);
  assertEquals(refused(large)[0], [
    4,
    'a row of totals, "Total Votes", of 8,001 votes',
    "the sum of its parts, 8,000",
  ]);
  // A total without parts is held against nothing.
  assertEquals(read([...place("1", ["Total Votes", 9]), ...place("2", ["Ada", 5])]).kept, [
    "Ada 5",
  ]);
});

Deno.test("a total of write-ins is left out beside its parts, and is the count without", () => {
  const one = (total: number, ...parts: readonly number[]) => [
    ...place("1", ["Ada", 50]),
    ...parts.map((votes, at) => ["1", `Write-in: Zoe ${at}`, votes] as const),
    ["1", "Total Write-ins", total] as const,
  ];
  assertEquals(read(one(7, 4, 3)).kept, ["Ada 50", "Write-in: Zoe 0 4", "Write-in: Zoe 1 3"]);
  assertEquals(read(one(7)).kept, ["Ada 50", "Total Write-ins 7"]);
  assertEquals(read(one(7, 0)).kept, ["Ada 50", "Write-in: Zoe 0 0", "Total Write-ins 7"]);
  assertEquals(refused(one(8, 4, 3)), [
    [5, 'a total of write-ins, "Total Write-ins", of 8 votes', "the sum of its parts, 7"],
  ]);
  // Its parts are those of its own place.
  const elsewhere = [...one(7, 4, 3), ["2", "Total Write-ins", 9] as const];
  assertEquals(read(elsewhere).kept.at(-1), "Total Write-ins 9");
});

/** Places where Cy has what two (or three) others have together. */
const sums = (count: number, others: number, wrong = 0) =>
  Array.from({ length: count }, (_, at) => {
    const votes = [11 + at, 5 + 2 * at, 3 * at + 1].slice(0, others);
    const all = votes.reduce((sum, one) => sum + one, 0);
    return place(
      `P ${at}`,
      ...votes.map((one, who) => [["Ada", "Ben", "Di"][who]!, one] as const),
      ["Cy", at < wrong ? all + 1 : all],
    );
  }).flat();
const taken = (rows: readonly Row[]) =>
  read(rows).apart.filter((row) => row.startsWith("Cy")).length;

Deno.test("a candidate who has all others' votes in three places is their total; of three others in two", () => {
  assertEquals([taken(sums(3, 2)), taken(sums(2, 2))], [3, 0]);
  assertEquals([taken(sums(2, 3)), taken(sums(1, 3))], [2, 0]);
  // With one other it is a tie.
  assertEquals(taken(sums(9, 1)), 0);
});

Deno.test("it must be so in 95 of a hundred places with votes; then the others are problems", () => {
  assertEquals(refused(sums(20, 2, 1)).map(([, found]) => found), [
    'a row of totals, "Cy", of 17 votes',
  ]);
  assertEquals(taken(sums(19, 2, 1)), 0);
  // Places without votes say nothing.
  const empty = Array.from(
    { length: 9 },
    (_, at) => place(`E ${at}`, ["Ada", 0], ["Ben", 0], ["Cy", 0]),
  );
  assertEquals(taken([...empty.flat(), ...sums(2, 2)]), 0);
  assertEquals(taken([...empty.flat(), ...sums(3, 2)]), 12);
});
