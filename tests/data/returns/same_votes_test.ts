import { assertEquals, assertStringIncludes } from "@std/assert";
import { mendings, reading, sum } from "./reading.ts";

const NAME = "20161108__oh__general__elm__precinct.csv";
const HEAD = "precinct,office,candidate,party,votes\n";
const read = (rows: readonly (readonly [string, string, string, number])[]) =>
  reading(
    NAME,
    HEAD +
      rows.map(([place, name, party, votes]) => `${place},President,${name},${party},${votes}\n`)
        .join(""),
    { check: false },
  );
const PLACES = ["Elm", "Oak", "Ash", "Fir"];

Deno.test("a running mate's rows, with the votes of the ticket everywhere, are left out and listed", () => {
  const rows = (mateParty: string) =>
    PLACES.flatMap((place, at) =>
      [
        [place, "Ada Red", "DEM", 20 + at * at],
        [place, "Cora Clay", mateParty, 20 + at * at],
        [place, "Ben Blue", "REP", 30 - at],
      ] as const
    );
  const ticket = read(rows("DEM"));
  assertEquals(sum(ticket), 94 + 114);
  assertStringIncludes(
    mendings(ticket)[0]!,
    '"Cora Clay", with the votes of "Ada Red" everywhere, as a running mate has',
  );
  // Of another party it is another candidate, and chance or an error.
  assertEquals(sum(read(rows("GRE"))), 2 * 94 + 114);
  // In two places, or apart by one vote, too.
  assertEquals(sum(read(rows("DEM").slice(0, 6))), 41 * 2 + 59);
  const near = rows("DEM").map((row, at) => at === 1 ? [...row.slice(0, 3), 21] : row);
  assertEquals(sum(read(near as ReturnType<typeof rows>)), 2 * 94 + 1 + 114);
  // The same votes in other places are not the same votes.
  const moved = PLACES.flatMap((place, at) =>
    [[place, "Ada Red", "DEM", 20 + at], [place, "Cora Clay", "DEM", 23 - at]] as const
  );
  assertEquals(sum(read(moved)), 2 * 86);
});

Deno.test("write-ins without a name that add up those with names are left out", () => {
  const rows = (more: number) =>
    PLACES.flatMap((place, at) =>
      [
        [place, "Ada Red", "DEM", 50 + 3 * at],
        [place, "Ben Blue", "REP", 40 - at],
        [place, "Write-in", "", 3 + at + more],
        [place, "Zoe Ash (Write-in)", "", 2],
        [place, "Write-in: Yan Yew", "", 1 + at],
      ] as const
    );
  const all = 218 + 154;
  const sums = read(rows(0));
  assertEquals(sum(sums), all + 8 + 10);
  assertStringIncludes(
    mendings(sums)[0]!,
    '"Write-in", the sum of the write-ins with names beside it',
  );
  // What others got is no sum.
  assertEquals(sum(read(rows(4))), all + 18 + 16 + 8 + 10);
  // In one place only a large sum is one.
  const one = (votes: number) =>
    read([
      ["Elm", "Ada Red", "DEM", 5000],
      ["Elm", "Ben Blue", "REP", 4000],
      ["Elm", "Write-ins", "", votes],
      ["Elm", "Zoe Ash (Write-in)", "", votes - 1],
      ["Elm", "Yan Yew (Write-in)", "", 1],
    ]);
  assertEquals([sum(one(50)), sum(one(49))], [9050, 9098]);
});
