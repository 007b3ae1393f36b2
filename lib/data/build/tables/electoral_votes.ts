import { findState } from "../../states.ts";
import { electoralVotes } from "../../tables/electoral_votes.ts";
import { electors2016 } from "../electors_2016.ts";
import { compiledYears, electorsCast, type StateElectors } from "../electors_compiled.ts";
import type { BuildContext, Row, TableBuild } from "../table_build.ts";

const DISTRICTS = "congressional-districts/cd_info_long.csv";
const DISTRICTS_2024 = "congressional-districts/cd_info_2024.csv";

/** Since when a state chooses two electors at large and one in each district. */
const BY_DISTRICT: Readonly<Record<string, number>> = { ME: 1972, NE: 1992 };

/** Before the Twelfth Amendment each elector wrote two names, without saying which for president. */
const FIRST_SEPARATE_VOTE = 1804;

/** Slates that had promised nothing: their electors are not won by the man they voted for. */
const UNPLEDGED: readonly (readonly [number, string, string])[] = [
  [1960, "AL", "Harry Byrd"],
  [1960, "MS", "Harry Byrd"],
];

interface UnitElectors extends StateElectors {
  readonly unit: string;
}

/** Republican share of the two-party vote in a district. */
function republicanShares({ raw }: BuildContext): Map<string, number> {
  const shares = new Map<string, number>();
  for (const row of raw.csv(DISTRICTS)) {
    if (row.party === "R" && row.lines === row.elec) {
      shares.set(`${row.elec} ${row.cd}`, Number(row.pct));
    }
  }
  for (const row of raw.csv(DISTRICTS_2024)) shares.set(`2024 ${row.cd}`, Number(row.pct_trump));
  return shares;
}

/** Splits the electors of Maine and Nebraska into the two at large and those of the districts. */
function byUnit(rows: readonly StateElectors[], shares: Map<string, number>): UnitElectors[] {
  const states = new Map<string, StateElectors[]>();
  for (const row of rows) states.set(row.statePo, [...states.get(row.statePo) ?? [], row]);
  return [...states].flatMap(([statePo, inState]) => {
    const [first] = inState;
    const since = BY_DISTRICT[statePo];
    if (since === undefined || first!.year < since) {
      return inState.map((row) => ({ ...row, unit: statePo }));
    }
    const electors = inState.reduce((sum, row) => sum + row.electors, 0);
    const most = inState.reduce((a, b) => b.electors > a.electors ? b : a);
    const districts = Array.from({ length: electors - 2 }, (_, index) => {
      const unit = `${statePo}-0${index + 1}`;
      const share = shares.get(`${first!.year} ${unit}`);
      const winner = inState.length === 1 || share === undefined
        ? most
        : inState.find(({ party }) => party === (share > 0.5 ? "Republican" : "Democratic"))!;
      return { ...winner, unit, electors: 1 };
    });
    return [{ ...most, unit: statePo, electors: 2 }, ...districts];
  });
}

/** Electors as the states chose them: broken pledges undone. */
function won(rows: readonly StateElectors[], broken: readonly Row[]): StateElectors[] {
  let chosen = [...rows];
  for (const pledge of broken) {
    const { state_po: statePo, pledged_to: pledgedTo, voted_for: votedFor } = pledge;
    const electors = Number(pledge.electors);
    chosen = chosen.map((row) => {
      if (row.statePo !== statePo) return row;
      if (row.candidate === pledgedTo) return { ...row, electors: row.electors + electors };
      if (row.candidate === votedFor) return { ...row, electors: row.electors - electors };
      return row;
    }).filter((row) => row.electors > 0);
    if (!chosen.some((row) => row.statePo === statePo && row.candidate === pledgedTo)) {
      const party = rows.find((row) => row.candidate === pledgedTo)?.party ?? null;
      const { year, source } = rows[0]!;
      const candidate = String(pledgedTo);
      chosen.push({ year, statePo: String(statePo), candidate, party, electors, source });
    }
  }
  return chosen.map((row) =>
    UNPLEDGED.some(([year, statePo, name]) =>
        year === row.year && statePo === row.statePo && name === row.candidate
      )
      ? { ...row, candidate: "Unpledged electors", party: null }
      : row
  );
}

function toRow(row: UnitElectors, status: string): Row {
  return {
    year: row.year,
    state_po: row.statePo,
    state: findState(row.statePo)!.name,
    unit: row.unit,
    candidate: row.candidate,
    party: row.party,
    electors: row.electors,
    status,
    source: row.source,
  };
}

/** The electors of 2024: each state's, as of 2024, for the candidate who led there. */
function electors2024({ rows }: BuildContext, shares: Map<string, number>): StateElectors[] {
  const seats = new Map(
    rows("apportionment").filter((row) => row.census === 2020)
      .map((row) => [String(row.state_po), Number(row.seats)]),
  );
  const leaders = new Map<string, Row>();
  for (const row of rows("state_returns")) {
    const statePo = String(row.state_po);
    if (row.year === 2024 && !leaders.has(statePo)) leaders.set(statePo, row);
  }
  const parties: Record<string, string> = {
    "Democratic": "Kamala Harris",
    "Republican": "Donald Trump",
  };
  return [...leaders].flatMap(([statePo, leader]) => {
    const base = { year: 2024, statePo, source: String(leader.source) };
    const electors = statePo === "DC" ? 3 : seats.get(statePo)! + 2;
    const candidate = String(leader.candidate);
    const party = String(leader.party);
    if (BY_DISTRICT[statePo] === undefined) return [{ ...base, candidate, party, electors }];
    const districts = Array.from(
      { length: electors - 2 },
      (_, index) =>
        shares.get(`2024 ${statePo}-0${index + 1}`)! > 0.5 ? "Republican" : "Democratic",
    );
    const away = districts.filter((winner) => winner !== party);
    return [
      { ...base, candidate, party, electors: electors - away.length },
      ...(away.length === 0
        ? []
        : [{ ...base, candidate: parties[away[0]!]!, party: away[0]!, electors: away.length }]),
    ];
  });
}

/** Parties as the returns have them, so that a candidate has one in every table. */
function partiesOf({ rows }: BuildContext): Map<string, string> {
  const parties = new Map<string, string>();
  for (const { year, candidate, party } of rows("state_returns")) {
    if (party !== null && party !== undefined) parties.set(`${year} ${candidate}`, String(party));
  }
  return parties;
}

function build(context: BuildContext): Row[] {
  const parties = partiesOf(context);
  const shares = republicanShares(context);
  const pledges = context.rows("broken_pledges").filter((row) => row.counted === true);
  return [...compiledYears, 2024].flatMap((year) => {
    if (year === 2016) return electors2016(context);
    const cast = year === 2024 ? electors2024(context, shares) : electorsCast(context.raw, year);
    const chosen = won(cast, pledges.filter((row) => row.year === year));
    // Horace Greeley died before the electors of 1872 met: whom his electors voted for is known for
    // the nation only, so that the states' votes as cast leave them out.
    const counted = year === 1872
      ? cast.filter(({ candidate }) => candidate !== "Horace Greeley")
      : cast;
    const rowsOf = (rows: readonly StateElectors[], status: string) =>
      byUnit(rows, shares)
        .sort((a, b) => a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : b.electors - a.electors)
        .map((row) => ({ ...row, party: parties.get(`${year} ${row.candidate}`) ?? row.party }))
        .map((row) => toRow(row, status));
    return [
      ...(year < FIRST_SEPARATE_VOTE ? [] : rowsOf(chosen, "won")),
      ...rowsOf(counted, "cast"),
    ];
  });
}

/** Builds the electoral votes by unit and candidate. */
export const electoralVotesBuild: TableBuild = { schema: electoralVotes, build };
