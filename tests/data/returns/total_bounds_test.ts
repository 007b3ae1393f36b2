/** Totals that nothing but arithmetic shows, at the bounds from which they are no chance. */
import { assertEquals } from "@std/assert";
import { mendings, reading, refusing, sum } from "./reading.ts";

const FILE = "20161108__oh__general__elm__precinct.csv";
const HEADER = "county,precinct,office,party,candidate,votes\n";
type Place = readonly [name: string, ...votes: number[]];
const NAMES = ["Ada Red", "Ben Blue", "Cy Gold"];

const rows = (places: readonly Place[]) =>
  places.map(([name, ...votes]) =>
    votes.map((count, at) => `Elm,${name},President,,${NAMES[at]},${count}\n`).join("")
  ).join("");
const read = (places: readonly Place[]) => reading(FILE, HEADER + rows(places), { check: false });
/** How many rows are returns: those of totals are set apart. */
const kept = (places: readonly Place[]) => read(places).returns.height;

Deno.test("a place that all others add up to is their total from three places, two candidates and 20 votes on", () => {
  assertEquals(kept([["North", 8, 4], ["South", 3, 5], ["Zed", 11, 9]]), 4);
  assertEquals(kept([["North", 8, 4], ["South", 3, 4], ["Zed", 11, 8]]), 6);
  // One candidate alone may have as many anywhere as elsewhere; the other has nothing there.
  assertEquals(kept([["North", 15], ["South", 10], ["Zed", 25]]), 3);
  assertEquals(kept([["North", 15, 0], ["South", 10, 0], ["Zed", 25, 0]]), 6);
  // A name that could be the county's needs no such number.
  assertEquals(kept([["North", 1, 1], ["Elm County", 1, 1]]), 2);
  assertEquals(kept([["North", 3, 4], ["Town", 3, 4]]), 4);
});

Deno.test("a place that equals a run before or after it is their total from 200 votes, three candidates and three places on", () => {
  const town = (
    third: number,
  ): Place[] => [["A", 60, 40, 3], ["B", 30, 20, 2], ["C", 20, 20, third]];
  const after = (
    third: number,
  ): Place[] => [...town(third), ["Mid", 110, 80, 5 + third], ["D", 70, 11, 1], ["E", 31, 44, 9]];
  assertEquals([kept(after(5)), kept(after(4))], [15, 18]);
  const before = (
    third: number,
  ): Place[] => [["Mid", 110, 80, 5 + third], ...town(third), ["D", 70, 11, 1], ["E", 31, 44, 9]];
  assertEquals([kept(before(5)), kept(before(4))], [15, 18]);
  // Two places, or two candidates, may add up by chance.
  assertEquals(
    kept([["A", 160, 40, 3], ["B", 30, 20, 2], ["Mid", 190, 60, 5], ["D", 70, 11, 1], [
      "E",
      31,
      44,
      9,
    ]]),
    15,
  );
  assertEquals(
    kept([["A", 160, 40], ["B", 30, 20], ["C", 21, 24], ["Mid", 211, 84], ["D", 70, 11], [
      "E",
      31,
      44,
    ]]),
    12,
  );
  // Named after their whole, two places are enough.
  assertEquals(
    kept([["Ash 1", 16, 4, 3], ["Ash 2", 3, 2, 2], ["Ash", 19, 6, 5], ["D", 70, 11, 1], [
      "E",
      31,
      44,
      9,
    ]]),
    12,
  );
});

Deno.test("a place without a name is a total with an error from 98 percent of the others on", () => {
  const near = (votes: number) =>
    `${HEADER}${rows([["A", 600, 300], ["B", 60, 40], ["", votes, 0]])}`;
  const { problems } = refusing(FILE, near(981));
  assertEquals(problems.map(({ expected, found }) => [expected, found]), [[
    "the sum of its places, which have 1,000 votes together",
    "a row of totals, without a name, that is not their sum",
  ]]);
  assertEquals([
    sum(reading(FILE, near(980), { check: false })),
    sum(reading(FILE, near(1021), { check: false })),
  ], [1980, 2021]);
  assertEquals(refusing(FILE, near(1020)).problems.length, 1);
});

Deno.test("a candidate who has all others' votes in three places of three is their total, in two if they are three", () => {
  const places = (count: number, others: number, off = 0) =>
    HEADER + Array.from({ length: count }, (_, place) => {
      const votes = [50 + 7 * place, 30 + place, 20 + 3 * place].slice(0, others);
      const all = votes.reduce((total, one) => total + one, 0) + (place < off ? 1 : 0);
      return [
        ...votes.map((one, at) => `Elm,P${place},President,,${NAMES[at]},${one}\n`),
        `Elm,P${place},President,,Everybody,${all}\n`,
      ].join("");
    }).join("");
  const of = (...args: Parameters<typeof places>) => {
    const found = reading(FILE, places(...args), { check: false });
    return found.returns.toRecords().filter(({ candidate }) => candidate === "Everybody").length;
  };
  assertEquals([of(3, 2), of(2, 2), of(2, 3), of(1, 3)], [0, 2, 0, 1]);
  // One other is a tie in each place.
  assertEquals(of(5, 1), 5);
  // 19 of 20 places are enough; in the twentieth it is a total that is not the sum.
  assertEquals(
    refusing(FILE, places(20, 2, 1)).problems.map(({ expected, found }) => [expected, found]),
    [[
      "the sum of its parts, 80",
      'a row of totals, "Everybody", of 81 votes',
    ]],
  );
  assertEquals(of(20, 2, 2), 20);
  assertEquals(mendings(reading(FILE, places(3, 2), { check: false })), [
    'a row of totals, "Everybody": left out',
  ]);
});

Deno.test("a total of write-ins is left out beside them, refused where it is another, and is them where it is alone", () => {
  const file = (...cells: readonly (readonly [string, number])[]) =>
    `${HEADER}Elm,1,President,,Ada Red,90\nElm,1,President,,Ben Blue,80\n` +
    cells.map(([name, votes]) => `Elm,1,President,,${name},${votes}\n`).join("");
  const parts = [["Write-in A", 3], ["Write-in B", 4]] as const;
  assertEquals(sum(reading(FILE, file(...parts, ["Write-In Totals", 7]))), 177);
  assertEquals(mendings(reading(FILE, file(...parts, ["Write-In Totals", 7]))), [
    'a total of write-ins, "Write-In Totals": left out',
  ]);
  assertEquals(
    refusing(FILE, file(...parts, ["Write-In Totals", 8])).problems.map((
      { row, expected, found },
    ) => [row, expected, found]),
    [[
      6,
      "the sum of its parts, 7",
      'a total of write-ins, "Write-In Totals", of 8 votes',
    ]],
  );
  assertEquals(sum(reading(FILE, file(["Write-In Totals", 8]))), 178);
});

const MODES = "county,precinct,office,candidate,mode,votes\n";
const moded = (lines: number, modes: readonly string[], off = 0) =>
  MODES + Array.from({ length: lines }, (_, place) => {
    const parts = modes.slice(1).map((mode, at) => [mode, 40 + 3 * place + 11 * at] as const);
    const all = parts.reduce((total, [, votes]) => total + votes, place < off ? 5 : 0);
    return [...parts, [modes[0]!, all] as const].map(([mode, votes]) =>
      `Elm,P${place},President,Ada Red,${mode},${votes}\n`
    ).join("");
  }).join("");
const modeRows = (...args: Parameters<typeof moded>) =>
  reading(FILE, moded(...args), { check: false }).returns.height;

Deno.test("a mode that adds up two others is their total from four lines on, in 19 of 20", () => {
  assertEquals([modeRows(4, ["X", "Early", "Mail"]), modeRows(3, ["X", "Early", "Mail"])], [8, 9]);
  // One other is a copy, unless the mode has no name.
  assertEquals([modeRows(6, ["X", "Early"]), modeRows(6, ["", "Early"])], [12, 6]);
  assertEquals(modeRows(20, ["X", "Early", "Mail"], 2), 60);
  const { problems } = refusing(FILE, moded(20, ["X", "Early", "Mail"], 1));
  assertEquals(problems.map(({ expected, found, rows }) => [expected, found, rows ?? 1]), [[
    "the sum of its modes",
    'a row of mode "X" beside rows of its modes, which it does not equal',
    1,
  ]]);
});
