import { findState } from "../states.ts";
import { DataError } from "../data_error.ts";
import type { RawFolder } from "./raw_folder.ts";
import type { BuildContext, Row } from "./table_build.ts";

const FEC_2016 = "fec/federalelections2016.xlsx";
const POLITICO = "count-snapshots-2016/politico_state_2016-11-23.csv";
const DISTRICTS = "congressional-districts/cd_info_long.csv";

const PARTIES: Readonly<Record<string, string>> = {
  "Donald Trump": "Republican",
  "Hillary Clinton": "Democratic",
};

/** The unit that a state's electors form, or in Maine and Nebraska several. */
interface Unit {
  readonly unit: string;
  readonly statePo: string;
  readonly electors: number;
  readonly winner: string;
}

/** The candidate who led in each district of Maine and Nebraska. */
function districtLeaders2016(raw: RawFolder): Map<string, string> {
  const leaders = new Map<string, string>();
  for (const row of raw.csv(DISTRICTS)) {
    if (row.lines !== "2016" || row.elec !== "2016" || row.party !== "R") continue;
    if (!/^(ME|NE)-/.test(row.cd!)) continue;
    leaders.set(row.cd!, Number(row.pct) > 0.5 ? "Donald Trump" : "Hillary Clinton");
  }
  return leaders;
}

/** Electors by state, with those who voted for somebody else, from the FEC's table and its notes. */
export function electorsCast2016(raw: RawFolder): Map<string, Map<string, number>> {
  const rows = raw.sheet(FEC_2016, "Table 2. Electoral &  Pop Vote");
  const cast = new Map<string, Map<string, number>>();
  const electors = (cell: unknown) => Number(String(cell ?? "0").replaceAll(/\D/g, ""));
  for (const row of rows) {
    const statePo = String(row[0] ?? "").trim();
    if (!/^[A-Z]{2}$/.test(statePo)) continue;
    const votes = new Map<string, number>();
    if (electors(row[1]) > 0) votes.set("Donald Trump", electors(row[1]));
    if (electors(row[2]) > 0) votes.set("Hillary Clinton", electors(row[2]));
    cast.set(statePo, votes);
  }
  for (const note of rows.map((row) => String(row[0] ?? "")).filter((cell) => /^\*/.test(cell))) {
    for (
      const [, state, text] of note.matchAll(
        /([A-Z][a-z]+) has \d+ Electoral Votes(.*?)(?=[A-Z][a-z]+ has |$)/g,
      )
    ) {
      const votes = cast.get(findState(state!)?.po ?? "");
      for (
        const [, number, name] of text!.matchAll(
          /(\d+) w(?:as|ere) cast for ([A-Z][\w ]+?)(?= and|\.)/g,
        )
      ) {
        votes?.set(name!, Number(number));
      }
    }
  }
  return cast;
}

function units2016({ raw, rows }: BuildContext): Unit[] {
  const districts = districtLeaders2016(raw);
  const leader = new Map<string, string>();
  for (const row of rows("state_returns")) {
    const statePo = String(row.state_po);
    if (row.year === 2016 && !leader.has(statePo)) leader.set(statePo, String(row.candidate));
  }
  return [...electorsCast2016(raw)].flatMap(([statePo, votes]) => {
    const electors = [...votes.values()].reduce((sum, number) => sum + number, 0);
    const winner = leader.get(statePo)!;
    const inState = [...districts].filter(([district]) => district.startsWith(`${statePo}-`));
    return [
      { unit: statePo, statePo, electors: electors - inState.length, winner },
      ...inState.map(([unit, name]) => ({ unit, statePo, electors: 1, winner: name })),
    ];
  });
}

/** States that the news had called by November 23, 2016. */
function called2016(raw: RawFolder): Map<string, string> {
  const called = new Map<string, string>();
  const names: Record<string, string> = {
    "D. Trump": "Donald Trump",
    "H. Clinton": "Hillary Clinton",
  };
  for (const row of raw.csv(POLITICO)) {
    const statePo = findState(row.state!)?.po;
    if (row.is_winner === "True" && statePo !== undefined) called.set(statePo, names[row.name!]!);
  }
  return called;
}

/** The electors of 2016: projected on November 23, won, and cast. */
export function electors2016(context: BuildContext): Row[] {
  const units = units2016(context);
  const called = called2016(context.raw);
  const cast = electorsCast2016(context.raw);
  const row = (
    unit: Unit,
    candidate: string,
    electors: number,
    status: string,
    source: string,
  ) => ({
    year: 2016,
    state_po: unit.statePo,
    state: findState(unit.statePo)!.name,
    unit: unit.unit,
    candidate,
    party: PARTIES[candidate] ?? null,
    electors,
    status,
    source,
  });
  const projected = units.map((unit) =>
    row(
      unit,
      called.has(unit.statePo) ? unit.winner : "Undecided",
      unit.electors,
      "projected",
      POLITICO,
    )
  );
  const won = units.map((unit) => row(unit, unit.winner, unit.electors, "won", FEC_2016));
  const voted = units.flatMap((unit) => {
    const others = [...cast.get(unit.statePo)!].filter(([name]) => !(name in PARTIES));
    const away = others.reduce((sum, [, electors]) => sum + electors, 0);
    return [
      row(unit, unit.winner, unit.electors - away, "cast", FEC_2016),
      ...others.map(([name, electors]) => row(unit, name, electors, "cast", FEC_2016)),
    ];
  });
  for (const rows of [projected, won, voted]) {
    const total = rows.reduce((sum, { electors }) => sum + electors, 0);
    if (total !== 538) {
      throw new DataError("Cannot build electoral_votes", [{
        file: FEC_2016,
        expected: "538 electors in 2016",
        found: `${total} with status ${rows[0]?.status}`,
      }]);
    }
  }
  return [...projected, ...won, ...voted];
}
