import { assertEquals } from "@std/assert";
import { reading, refusing } from "./reading.ts";

const FILE = "20161108__oh__general__elm__precinct.csv";
type Row = readonly [candidate: string, mode: string, votes: number | string];
const text = (rows: readonly Row[], place = (_: number) => "1") =>
  "county,precinct,office,candidate,mode,votes\n" +
  rows.map(([candidate, mode, votes], at) =>
    `Elm,${place(at)},President,${candidate},${mode},${votes}\n`
  )
    .join("");
const kept = (content: string) =>
  reading(FILE, content, { check: false }).returns.toRecords().map(({ candidate, mode, votes }) =>
    `${candidate} ${mode} ${votes}`
  );
const refused = (content: string) =>
  refusing(FILE, content, { check: false }).problems.map(({ row, found }) => [row, found]);

Deno.test("a total equals its modes and is left out; one of modes that are all zero is the count", () => {
  const of = (mail: number, polls: number, total: number) =>
    text([["Ada", "Mail", mail], ["Ada", "Polls", polls], ["Ada", "Total", total], [
      "Ben",
      "Mail",
      3,
    ]]);
  assertEquals(kept(of(5, 4, 9)), ["Ada Mail 5", "Ada Polls 4", "Ben Mail 3"]);
  assertEquals(refused(of(5, 4, 10)), [
    [4, 'a row of mode "Total" beside rows of its modes, which it does not equal'],
  ]);
  assertEquals(kept(of(0, 0, 10)).includes("Ada Total 10"), true);
  const accepted = reading(FILE, of(5, 4, 10), { check: false, mend: ["totals"] });
  assertEquals(accepted.returns.height, 3);
});

Deno.test("a candidate with the total alone is counted by it", () => {
  assertEquals(kept(text([["Ada", "Mail", 5], ["Ada", "Total", 5], ["Ben", "Total", 7]])), [
    "Ada Mail 5",
    "Ben Total 7",
  ]);
  // Where all is total, or nothing, nothing is left out.
  assertEquals(kept(text([["Ada", "Total", 5], ["Ben", "Total", 7]])).length, 2);
});

Deno.test("a blank mode is not counted among the modes, and ballots for nobody have totals too", () => {
  const rows: Row[] = [["Ada", "Mail", 5], ["Ada", "Polls", 4], ["Ada", "Total", 9]];
  const blank = text([...rows, ["Under Votes", "Mail", 1], ["Under Votes", "Polls", 2], [
    "Under Votes",
    "Total",
    3,
  ]]);
  const { apart } = reading(FILE, blank, { check: false });
  assertEquals(apart.toRecords().map((row) => row.kind), [
    "total of modes",
    "no vote",
    "no vote",
    "total of modes",
  ]);
});

/** So many places where the mode X has the sum of the others. */
const unnamed = (places: number, others: readonly string[], { wrong = 0, name = "X" } = {}) => {
  const rows = Array.from({ length: places }, (_, at) => {
    const votes = others.map((_, mode) => 5 + 3 * at + 11 * mode);
    const sum = votes.reduce((all, one) => all + one, 0);
    return [
      ...others.map((mode, i) => ["Ada", mode, votes[i]!] as const),
      ["Ada", name, sum + (at < wrong ? 1 : 0)] as const,
    ];
  });
  return text(rows.flat(), (at) => `P${Math.floor(at / (others.length + 1))}`);
};
const left = (content: string) => {
  const { apart } = reading(FILE, content, { check: false });
  return apart.toRecords().filter(({ kind }) => kind === "total of modes").length;
};

Deno.test("a mode of any name is the total where it is the sum of two others in four lines", () => {
  assertEquals([left(unnamed(4, ["Mail", "Polls"])), left(unnamed(3, ["Mail", "Polls"]))], [4, 0]);
  // With one other it is a copy; without a name it is the total.
  assertEquals(left(unnamed(9, ["Mail"])), 0);
  assertEquals(
    [left(unnamed(4, ["Mail"], { name: "" })), left(unnamed(3, ["Mail"], { name: "" }))],
    [4, 0],
  );
});

Deno.test("it must be so in 95 of a hundred lines with votes", () => {
  assertEquals(refused(unnamed(20, ["Mail", "Polls"], { wrong: 1 })).length, 1);
  assertEquals(left(unnamed(19, ["Mail", "Polls"], { wrong: 1 })), 0);
});

Deno.test("a single vote counts among the modes as any other number does", () => {
  const places = Array.from({ length: 4 }, (_, at) =>
    [
      ["Ada", "Mail", 1],
      ["Ada", "Polls", 4 + at],
      ["Ada", "X", 5 + at],
    ] as const);
  assertEquals(left(text(places.flat(), (at) => `P${Math.floor(at / 3)}`)), 4);
});
