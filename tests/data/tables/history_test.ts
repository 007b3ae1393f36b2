import { assertEquals } from "@std/assert";
import {
  loadApportionment,
  loadBrokenPledges,
  loadElectoralVotes,
  loadNationalResults,
  loadStateReturns,
} from "tallybook/data";
import { golden } from "../../golden/read.ts";

interface History {
  readonly tally_won: Readonly<Record<"D" | "R", number>>;
  readonly ev: Readonly<Record<string, number>>;
  readonly inversion: boolean;
}

const PARTY: Readonly<Record<"D" | "R", string>> = { D: "Democratic", R: "Republican" };

Deno.test("loadElectoralVotes() gives the reference tallies and electors, 1976 to 2024", () => {
  const history = golden<Record<string, History>>("ec_history_1976_2024.json");
  const won = loadElectoralVotes({ status: "won" }).toRecords();
  assertEquals(Object.keys(history).length, 13);
  for (const [year, { tally_won: tally, ev }] of Object.entries(history)) {
    const rows = won.filter((row) => row.year === Number(year));
    for (const side of ["D", "R"] as const) {
      const electors = rows.filter((row) => row.party === PARTY[side])
        .reduce((sum, row) => sum + row.electors, 0);
      assertEquals(electors, tally[side], `${year} ${side}`);
    }
    for (const [state, electors] of Object.entries(ev)) {
      const ours = rows.filter((row) => row.state_po === state)
        .reduce((sum, row) => sum + row.electors, 0);
      assertEquals(ours, electors, `${year} ${state}`);
    }
  }
});

Deno.test("loadElectoralVotes() adds up to the electors of every election since 1964, abstention apart", () => {
  const cast = loadElectoralVotes({ status: "cast" }).toRecords();
  for (let year = 1964; year <= 2024; year += 4) {
    const sum = cast.filter((row) => row.year === year).reduce((all, row) => all + row.electors, 0);
    assertEquals(sum, year === 2000 ? 537 : 538, String(year));
  }
});

Deno.test("loadNationalResults() shows the five winners of the popular vote who lost", () => {
  const lost: number[] = [];
  const byYear = Map.groupBy(loadNationalResults().toRecords(), (row) => row.year);
  for (const [year, rows] of byYear) {
    const voting = rows.filter((row) => row.popular_votes !== null && row.electors_won !== null);
    if (voting.length === 0) continue;
    const popular = voting.reduce((a, b) => b.popular_votes! > a.popular_votes! ? b : a);
    const total = rows.reduce((sum, row) => sum + row.electors_won!, 0);
    const winner = rows.find((row) => 2 * row.electors_won! > total);
    if (winner?.candidate !== popular.candidate) lost.push(year);
  }
  assertEquals(lost, [1824, 1876, 1888, 2000, 2016]);
});

Deno.test("loadNationalResults() has the margins of 1876, 1888, 2000 and 2016 in votes", () => {
  const margin = (year: number, leader: string, winner: string) => {
    const rows = loadNationalResults({ year }).toRecords();
    const votes = (name: string) => rows.find((row) => row.candidate === name)!.popular_votes!;
    return votes(leader) - votes(winner);
  };
  // tests/golden/inversions.json has 252,666, 90,596, 543,895 and 2,868,686; the states' rows of
  // 1876 add up to one vote more for Hayes, and those of 1888 to a margin of 94,530.
  assertEquals(margin(1876, "Samuel J. Tilden", "Rutherford B. Hayes"), 252_666);
  assertEquals(margin(1888, "Grover Cleveland", "Benjamin Harrison"), 94_530);
  assertEquals(margin(2000, "Al Gore", "George W. Bush"), 543_895);
  assertEquals(margin(2016, "Hillary Clinton", "Donald Trump"), 2_868_686);
});

Deno.test("loadBrokenPledges() has the seven votes of 2016 that counted and the three stopped", () => {
  const sum = (counted: boolean) =>
    loadBrokenPledges({ year: 2016, counted }).toRecords()
      .reduce((all, row) => all + row.electors, 0);
  assertEquals([sum(true), sum(false)], [7, 3]);
});

Deno.test("loadApportionment() has the reference populations and seats of nine censuses", () => {
  const reference = golden<
    Record<string, { population: Record<string, number>; seats: Record<string, number> }>
  >("apportionment_1940_2020.json");
  for (const [census, { population, seats }] of Object.entries(reference)) {
    const rows = loadApportionment({ census: Number(census) }).toRecords();
    const byName = new Map(rows.map((row) => [row.state, row]));
    assertEquals(rows.length, Object.keys(population).length, census);
    for (const [name, people] of Object.entries(population)) {
      const row = byName.get(name.replace("ʻ", ""));
      assertEquals([row?.population, row?.seats], [people, seats[name]], `${census} ${name}`);
    }
  }
});

Deno.test("a candidate has the same party in returns, electoral votes and national results", () => {
  const parties = new Map(
    loadStateReturns().toRecords().map((row) => [`${row.year} ${row.candidate}`, row.party]),
  );
  const others = [...loadElectoralVotes().toRecords(), ...loadNationalResults().toRecords()];
  const different = others.filter((row) => {
    const party = parties.get(`${row.year} ${row.candidate}`);
    return party !== undefined && party !== null && party !== row.party;
  });
  assertEquals(different, []);
});

Deno.test("loadNationalResults() names the states whose legislatures chose the electors", () => {
  // South Carolina's until 1860; Florida's in 1868, under Reconstruction; Colorado's in 1876, new.
  const named = new Map(
    loadNationalResults().toRecords().filter(({ year }) => year >= 1824)
      .flatMap(({ year, no_popular_vote }) => no_popular_vote ? [[year, no_popular_vote]] : []),
  );
  assertEquals([...named], [
    [1824, "DE GA LA NY SC VT"],
    [1828, "DE SC"],
    ...[1832, 1836, 1840, 1844, 1848, 1852, 1856, 1860].map((year) => [year, "SC"]),
    [1868, "FL"],
    [1876, "CO"],
  ]);
});
