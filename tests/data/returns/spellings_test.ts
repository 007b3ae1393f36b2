import { assertEquals } from "@std/assert";
import { candidateKind } from "../../../lib/data/returns/candidate_kind.ts";
import { isPresident } from "../../../lib/data/returns/president.ts";

/** Names with the kind of row that a clerk means by them. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  "no vote": [
    "Undervote",
    "UNDER VOTES",
    "Over Votes",
    "OVER/UNDER VOTES",
    "Number of Under Votes",
    "Over and Under Votes",
    "Times Over Voted",
    "Blanks",
    "BLANK BALLOTS",
    "Blank/Void/Scattering",
    "Voids",
    "No Preference",
    "Overcount",
    "Lost Votes",
    "UV",
    "Votos en blanco",
    "Unrecorded",
    "None",
    "BALLOTS CAST - BLANK",
    "Not Cast",
    "Uncast votes",
    "Abstentions",
  ],
  "turnout": [
    "Registered Voters",
    "Reg. Voters",
    "Times Counted",
    "Ballots Cast",
    "TOTAL BALLOTS CAST",
    "Cards Cast",
    "Voter Turnout - Total",
    "Precincts Reporting",
    "Number of Precincts",
    "Ballots Returned",
    "Public Count",
    "Total Voters",
    "Ballot Count",
    "Provisional Ballots",
    "Early Voting",
  ],
  "total of candidates": [
    "TotalVotes",
    "Total Votes Cast",
    "Contest Totals",
    "Cast Votes",
    "TOTAL VOTES CAST FOR PRESIDENT",
    "Precinct Total",
    "Sum",
  ],
  "total of write-ins": ["Write-In Totals", "Total Write-Ins"],
  "write-in": ["Scattering", "WRITE-IN", "Unassigned write-ins", "All Others", "W/I"],
  "candidate": [
    "Ada Overton",
    "Cecil Underwood",
    "Jubal Early",
    "Castor Abstainer",
    "None of these candidates",
    "Gloria La Riva",
    "Rocky De La Fuente",
  ],
};

for (const [kind, names] of Object.entries(KINDS)) {
  Deno.test(`candidateKind() knows the spellings of: ${kind}`, () => {
    assertEquals(names.map((name) => [name, candidateKind(name)]), names.map((n) => [n, kind]));
  });
}

Deno.test("isPresident() knows the ways in which states write the office", () => {
  const offices = [
    "President",
    "President/Vice President",
    "Electors of President and Vice-President of the United States",
    "President of the United States 4 Year Term (1) Position",
    "Presidential Electors",
    "PRESIDENTIAL ELECTORS (Vote for a party)",
    "Presidential Electors - City of St. Louis",
    "US PRESIDENT & VICE PRESIDENT",
    "Pres/VP",
    "PRESIDENTE Y VICEPRESIDENTE",
    "President and Vice President, Ten Electoral Votes",
    "011 President",
    "President - Statewide",
  ];
  assertEquals(offices.filter((office) => !isPresident(office)), []);
});

Deno.test("isPresident() takes no village's, council's, party's or other body's president", () => {
  const offices = [
    "President Village of Ash",
    "President for Village of Oak",
    "President - Elm Village - 1 Position",
    "President OAK VIL",
    "Village President US 12",
    "President Pro Tem of City Council",
    "City Council President",
    "President Cook County Board",
    "Borough President Queens",
    "Parish President",
    "President of the Senate",
    "President of the Navajo Nation",
    "Party President",
    "Republican Presidential Primary",
    "Presidential Preference",
    "Vice President",
    "Representative in Congress",
  ];
  assertEquals(offices.filter(isPresident), []);
});
