import type { Anomaly } from "../../anomalies/anomaly.ts";
import type { DataProblem } from "../../data_error.ts";
import { anomaliesOf } from "../anomalies_of.ts";
import type { CheckedTable } from "../check_table.ts";
import type { Defaults } from "../frame.ts";
import type { ReturnsCheck } from "../check_sums.ts";
import { kindNames } from "../kinds.ts";
import { countySums } from "../sums.ts";
import { inVotes } from "../../in_votes.ts";

/** Everything that the page of one file says. */
export interface Inspection {
  readonly file: string;
  /** One line each: what was read. */
  readonly summary: readonly string[];
  readonly mended: readonly DataProblem[];
  readonly leftOut: readonly (readonly [office: string, rows: number])[];
  readonly unread: readonly string[];
  readonly sums: readonly CandidateSum[];
  readonly checks: readonly ReturnsCheck[];
  readonly anomalies: readonly Anomaly[];
}

/** One candidate's votes in one county. */
export interface CandidateSum {
  readonly county: string;
  readonly candidate: string;
  readonly votes: number;
}

/** What a file's page is made of. */
export interface FileChecks {
  readonly checked: CheckedTable;
  readonly defaults: Defaults;
  readonly checks: readonly ReturnsCheck[];
}

/** Collects what a file's page says. */
export function inspection(file: string, read: FileChecks): Inspection {
  const { work } = read.checked;
  const kinds = new Int32Array(kindNames.length);
  for (const kind of work.kinds) kinds[kind]!++;
  const parts = kindNames.flatMap((name, kind) =>
    kinds[kind]! > 0 ? [`${kinds[kind]!.toLocaleString("en")} of kind "${name}"`] : []
  );
  const { year, state, county } = read.defaults;
  const named = [
    year === undefined ? "" : `year ${year}`,
    state === undefined ? "" : `state ${state}`,
    county === undefined ? "" : `county ${county}`,
  ].filter((part) => part !== "");
  const counted = work.places().count.toLocaleString("en");
  const sums = countySums(read.checked, read.defaults).flatMap((sum) =>
    [...sum.votes].map(([candidate, votes]) => ({
      county: sum.county ?? sum.fips ?? sum.state ?? "",
      candidate,
      votes,
    }))
  );
  return {
    file,
    summary: [
      `${work.table.rows.toLocaleString("en")} rows in ${counted} places: ${parts.join(", ")}`,
      ...(named.length === 0 ? [] : [`From the file's name or the options: ${named.join(", ")}`]),
      ...(work.table.modes.length === 0
        ? []
        : [`Modes of voting as columns: ${work.table.modes.map(({ name }) => name).join(", ")}`]),
    ],
    mended: work.mended.list(),
    leftOut: [...work.table.leftOut],
    unread: work.table.unread,
    sums: sums.sort((a, b) =>
      a.county < b.county ? -1 : a.county > b.county ? 1 : b.votes - a.votes
    ),
    checks: read.checks,
    anomalies: anomaliesOf(read),
  };
}

/** The lines of a problem or an anomaly, in short. */
export function linesOf(rows: readonly number[] | undefined, row?: number): string {
  const all = rows ?? (row === undefined ? [] : [row]);
  if (all.length === 0) return "";
  const more = all.length - 5;
  return `${all.length === 1 ? "row" : "rows"} ${all.slice(0, 5).join(", ")}${
    more > 0 ? ` and ${more.toLocaleString("en")} more` : ""
  }`;
}

const LINES_SHOWN = 40;

/** The page as plain text. */
export function inspectionText(page: Inspection): string {
  const lines = [page.file, ...page.summary];
  const section = (title: string, all: readonly string[], none?: string) => {
    if (all.length === 0 && none === undefined) return;
    lines.push("", title);
    if (all.length === 0) lines.push(`  ${none}`);
    for (const line of all.slice(0, LINES_SHOWN)) lines.push(`  ${line}`);
    if (all.length > LINES_SHOWN) lines.push(`  and ${all.length - LINES_SHOWN} more`);
  };
  section(
    "Read differently, kept apart or left out",
    page.mended.map(({ row, rows, column, found }) =>
      [linesOf(rows, row), column === undefined ? "" : `column "${column}"`, found]
        .filter((part) => part !== "").join(": ")
    ),
    "nothing",
  );
  section(
    "Rows of other offices",
    page.leftOut.map(([office, rows]) => `${rows.toLocaleString("en")} ${office || "(no office)"}`),
  );
  section(
    "Columns that nothing is read from",
    page.unread.length === 0 ? [] : [page.unread.join(", ")],
  );
  const width = Math.max(
    0,
    ...page.sums.slice(0, LINES_SHOWN).map(({ candidate }) => candidate.length),
  );
  section(
    "Sums by county and candidate",
    page.sums.map(({ county, candidate, votes }) =>
      `${county.padEnd(20)} ${candidate.padEnd(width)} ${votes.toLocaleString("en").padStart(12)}`
    ),
  );
  const bad = page.checks.filter(({ verdict }) => verdict !== "agrees");
  const good = page.checks.filter(({ verdict }) => verdict === "agrees");
  section(
    "Beside known totals",
    [
      ...bad.map(({ message }) => message),
      ...(good.length > 3
        ? [
          `${good.length} agree, to within ${
            inVotes(Math.max(...good.map(({ difference }) => difference)))
          } at most`,
        ]
        : good.map(({ message }) => message)),
    ],
    "no known total for this year and state",
  );
  section(
    "Anomalies: a reason to look, not a proof",
    page.anomalies.map(({ kind, message, rows }) =>
      `${kind}: ${message}${rows === undefined ? "" : ` (${linesOf(rows)})`}`
    ),
    "none",
  );
  return lines.join("\n");
}
