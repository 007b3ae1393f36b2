import { assertEquals } from "@std/assert";
import type { RawFolder } from "../../../lib/data/build/raw_folder.ts";
import { medslReturns } from "../../../lib/data/build/returns_medsl.ts";

const row = (
  state_po: string,
  candidate: string,
  party_detailed: string,
  candidatevotes: string,
  year = "2016",
) => ({
  ...{ year, state_po, candidate, party_detailed, candidatevotes },
});
const returns = (...rows: ReturnType<typeof row>[]) =>
  medslReturns({ csv: () => rows } as unknown as RawFolder);

Deno.test("a candidate's party is the label with most votes in the nation; none at all is no label", () => {
  const lines = returns(
    row("OH", "STEIN, JILL", "GREEN", "5"),
    row("IA", "STEIN, JILL", "NA", "90"),
    row("UT", "STEIN, JILL", "", "80"),
    row("WI", "STEIN, JILL", "WISCONSIN GREEN PARTY", "4"),
  );
  assertEquals(lines.map(({ name, party, label, votes }) => [name, party, label, votes]), [
    ["Jill Stein", "Green", "Green", 5],
    ["Jill Stein", "Green", "", 90],
    ["Jill Stein", "Green", "", 80],
    ["Jill Stein", "Green", "Wisconsin Green Party", 4],
  ]);
});

Deno.test("blank ballots are no votes from 2020 on", () => {
  const blank = (year: string) => row("OH", "UNDERVOTES", "", "7", year);
  assertEquals([returns(blank("2016")).length, returns(blank("2020")).length], [1, 0]);
});
