import { assertEquals } from "@std/assert";
import { loadBallotRecords, loadPalmBeachCells, loadPalmBeachPatterns } from "tallybook/data";
import { golden } from "../../golden/read.ts";

type Crossed = Record<string, Record<string, number>>;

const reference = golden<{
  palm_beach_2000: {
    precincts: number;
    parts: Record<"election_day" | "absentee", { ballots: number; president_by_senate: Crossed }>;
  };
  palm_beach_2000_herron_lewis: {
    ballots: number;
    by_day: Crossed;
    president_by_senate: Crossed;
  };
  yuma_2020: { ballots: number; president_by_senate: Crossed };
  pima_2020: { ballots: number; president_by_senate: Crossed };
  dillon_2016: { ballots: number; president: Record<string, number> };
}>("ballots.json");

/** Counts by two keys. */
function crossed(cells: Iterable<readonly [string, string, number]>): Crossed {
  const table: Crossed = {};
  for (const [a, b, n] of cells) {
    const row = table[a] ??= {};
    row[b] = (row[b] ?? 0) + n;
  }
  return table;
}

Deno.test("Palm Beach's precincts have the ballots of an independent count, by day, president and Senate", () => {
  const rows = loadPalmBeachCells();
  // The file lists 610 precincts; 20 of them have no ballot.
  assertEquals(reference.palm_beach_2000.precincts, 610);
  assertEquals(new Set(rows.map(({ precinct }) => precinct)).size, 590);
  for (
    const [part, voted] of [["election_day", "election day"], ["absentee", "absentee"]] as const
  ) {
    const own = rows.filter((row) => row.voted === voted);
    assertEquals(
      crossed(own.map(({ president, senate, ballots }) => [president, senate, ballots])),
      reference.palm_beach_2000.parts[part].president_by_senate,
    );
  }
});

Deno.test("Wand and others' table 3: Buchanan has 1.03 percent among the Democrat's voters on election day, 0.18 among absentees", () => {
  const rows = loadPalmBeachCells().filter(({ senate, president }) =>
    senate === "nelson" && president !== "over" && president !== "under"
  );
  const percent = (voted: string) => {
    const own = rows.filter((row) => row.voted === voted);
    const sum = (keep: (president: string) => boolean) =>
      own.filter(({ president }) => keep(president)).reduce((n, { ballots }) => n + ballots, 0);
    return 100 * sum((president) => president === "buchanan") / sum(() => true);
  };
  assertEquals([percent("election day").toFixed(2), percent("absentee").toFixed(2)], [
    "1.03",
    "0.18",
  ]);
});

Deno.test("Palm Beach's whole ballots have the counts of an independent program", () => {
  const rows = loadPalmBeachPatterns();
  const days = { "E.D.": "election day", "Abs.": "absentee" } as const;
  const byDay = crossed(rows.map(({ voted, president, ballots }) => [voted, president, ballots]));
  for (const [day, voted] of Object.entries(days)) {
    assertEquals(byDay[voted], reference.palm_beach_2000_herron_lewis.by_day[day]);
  }
  const parties = {
    Democratic: "democrat",
    Republican: "republican",
    none: "undervote",
    other: "other",
  };
  assertEquals(
    crossed(rows.map((row) => [row.president, parties[row.us_senate ?? "other"], row.ballots])),
    reference.palm_beach_2000_herron_lewis.president_by_senate,
  );
});

Deno.test("Yuma's and Pima's records have president by Senate as an independent program counts them", () => {
  const places = [
    ["Yuma", /^Presidential/, /^U\.S\. Senator/, reference.yuma_2020],
    ["Pima", /^PRESIDENTIAL ELECTORS/, /^UNITED STATES SENATOR/, reference.pima_2020],
  ] as const;
  for (const [county, president, senate, expected] of places) {
    const ballots = new Map<number, { president?: string; senate?: string }>();
    for (const row of loadBallotRecords({ county })) {
      const ballot = ballots.get(row.ballot) ?? {};
      ballots.set(row.ballot, ballot);
      const choice = row.choice ?? (row.kind === "write-in" ? "Write-in" : row.kind);
      if (president.test(row.contest ?? "")) ballot.president = choice;
      if (senate.test(row.contest ?? "")) ballot.senate = choice;
    }
    assertEquals(ballots.size, expected.ballots);
    assertEquals(
      crossed([...ballots.values()].map((b) => [b.president ?? "", b.senate ?? "", 1])),
      expected.president_by_senate,
    );
  }
});

Deno.test("Dillon's log has the ballots, eight without any vote, and votes for president of an independent count", () => {
  const rows = loadBallotRecords({ county: "Dillon" });
  assertEquals(new Set(rows.map(({ ballot }) => ballot)).size, reference.dillon_2016.ballots);
  assertEquals(rows.filter(({ contest }) => contest === null).length, 8);
  const votes: Record<string, number> = {};
  for (const { contest, choice } of rows) {
    if (contest !== "PRESIDENT AND VICE PRESIDENT") continue;
    votes[choice!] = (votes[choice!] ?? 0) + 1;
  }
  assertEquals(votes, reference.dillon_2016.president);
});

Deno.test("San Francisco's cards have one kind of answer a contest, and undervotes are kept", () => {
  const rows = loadBallotRecords({ county: "San Francisco" });
  const president = rows.filter(({ contest }) => contest === "PRESIDENT AND VICE PRESIDENT");
  assertEquals(president.length, new Set(president.map(({ ballot }) => ballot)).size);
  assertEquals(rows.some(({ kind }) => kind === "undervote"), true);
  assertEquals(rows.every(({ contest, precinct }) => contest && precinct), true);
});
