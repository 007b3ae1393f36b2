import { join } from "node:path";
import { parse } from "csv-parse/sync";
import {
  type DistrictRow,
  type ElectionData,
  electionData,
  type ElectorRow,
  type ReturnRow,
} from "./election_data.ts";
import type { CountData } from "./late_count.ts";

/** Since 1976 every state's returns name its candidates. */
const FIRST_YEAR = 1976;

async function rowsOf(root: string, file: string): Promise<Record<string, string>[]> {
  try {
    return parse(await Deno.readTextFile(join(root, "data", file)), { columns: true });
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

/** The elections that panels offer, from the tables of data/; none where a table is missing. */
export async function readElections(root: string): Promise<ElectionData[]> {
  const returns: ReturnRow[] = (await rowsOf(root, "state_returns.csv"))
    .filter((row) => Number(row.year) >= FIRST_YEAR)
    .map((row) => ({
      year: Number(row.year),
      unit: row.state_po!,
      state: row.state!,
      candidate: row.candidate!,
      party: row.party!,
      votes: Number(row.votes),
    }));
  const won: ElectorRow[] = (await rowsOf(root, "electoral_votes.csv"))
    .filter((row) => row.status === "won" && Number(row.year) >= FIRST_YEAR)
    .map((row) => ({ year: Number(row.year), unit: row.unit!, electors: Number(row.electors) }));
  const districts: DistrictRow[] = (await rowsOf(root, "district_returns.csv"))
    .filter((row) => row.lines === row.year)
    .map((row) => ({
      year: Number(row.year),
      district: row.district!,
      democrat: row.democrat!,
      republican: row.republican!,
      republicanShare: Number(row.republican_share),
      twoPartyVotes: row.two_party_votes ? Number(row.two_party_votes) : null,
    }));
  return electionData(returns, won, districts);
}

/** The first total of the tracker from which what was added is measured, as in the notebooks. */
const FIRST_DAY = "2016-11-15";

/** The count of 2016 as one tracker followed it; null where its table is missing. */
export async function readCount(root: string): Promise<CountData | null> {
  const rows = await rowsOf(root, "count_2016_national.csv");
  const [candidate, rival] = ["Clinton", "Trump"] as const;
  const votes = (row: Record<string, string>) => ({
    [candidate]: Number(row.clinton),
    [rival]: Number(row.trump),
  });
  const official = rows.find((row) => row.tally === "FEC official");
  if (official === undefined) return null;
  // As in the notebooks: from the same day on, every total of the tracker, also two of one day.
  // A month without a day is no date of a count.
  const totals = rows.filter((row) =>
    row.tally!.startsWith("Cook tracker") && row.as_of!.length === 10 && row.as_of! >= FIRST_DAY
  );
  return {
    candidate,
    rival,
    snapshots: totals.map((row) => ({ asOf: row.as_of!, votes: votes(row) })),
    certified: votes(official),
  };
}
