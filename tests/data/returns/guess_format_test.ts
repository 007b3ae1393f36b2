/** Which layout a header is taken for, and which columns count votes. */
import { assertEquals } from "@std/assert";
import { guessFormat, isCountOfVotes, isModeColumn } from "../../../lib/data/returns/fields.ts";

const of = (header: string) => guessFormat(header.split(","));

Deno.test("guessFormat() knows MEDSL's files, OpenElections' and tidy ones by their columns", () => {
  // Each of the three has what the others lack.
  assertEquals(of("year,county_name,office,candidate,votes"), "medsl");
  assertEquals(of("year,state_po,office,candidate,candidatevotes"), "medsl");
  assertEquals(of("county,precinct,office,candidate,votes"), "openelections");
  assertEquals(of("county,state,office,candidate,votes"), "tidy");
  assertEquals(of("county,candidate,votes"), "tidy");
  // One of MEDSL's three columns less, and it is none of theirs.
  assertEquals(of("county_name,office,candidate,votes"), "openelections");
  assertEquals(of("year,county_name,candidate,votes"), "tidy");
  assertEquals(of("year,county,office,candidate,votes"), "openelections");
  assertEquals(of("state_po,office,candidate,votes"), "tidy");
  assertEquals(of("year,state_po,candidate,votes"), "tidy");
});

Deno.test("guessFormat() wants a candidate and votes, or modes that add up to them", () => {
  assertEquals(of("county,office,votes"), undefined);
  assertEquals(of("county,office,candidate"), undefined);
  assertEquals(of("county,office,lastname,votes"), "openelections");
  assertEquals(of("county,office,candidate,absentee,election_day"), "openelections");
  assertEquals(of(""), undefined);
});

Deno.test("columns of modes are named for how ballots came in", () => {
  for (const name of ["election_day", "absentee", "early_voting", "mail", "provisional"]) {
    assertEquals([name, isModeColumn(name)], [name, true]);
  }
  for (const name of ["candidate", "votes", "county", "total"]) {
    assertEquals([name, isModeColumn(name)], [name, false]);
  }
});

Deno.test("a column of votes of a kind that is not told is no total, no blank and no party's", () => {
  for (const name of ["machine_votes", "other_votes", "Machine Votes"]) {
    assertEquals([name, isCountOfVotes(name)], [name, true]);
  }
  for (
    const name of [
      ...["total_votes", "under_votes", "over_votes", "blank_votes", "void_votes"],
      ...["scattered_votes", "write_in_votes", "writein_votes", "votes_cast", "straight_votes"],
      ...["party_votes", "votes", "machine"],
    ]
  ) assertEquals([name, isCountOfVotes(name)], [name, false]);
});
