import { loadFrame } from "tallybook/data";
import pl from "nodejs-polars";
import { type Contender, ours, python, rscript } from "./contender.ts";
import { clickHouseContenders } from "./inputs/click_house.ts";
import { writeReturnsFile } from "./inputs/returns_file.ts";
import { writeUnits } from "./inputs/units_file.ts";

/** A job at one size. */
export interface Case {
  readonly size: string;
  /** Ours first. */
  readonly contenders: readonly Contender[];
  /** How many draws a result by chance rests on. */
  readonly draws?: number;
}

/** A job that is timed. */
export interface Job {
  readonly name: string;
  /** Why nobody else is asked. */
  readonly alone?: string;
  /** How far results may lie apart, relative to their size; by chance where draws are random. */
  readonly tolerance: number | "by chance";
  /** Makes what the job needs in a folder, at 1, 4 or 16 times its smallest size. */
  at(times: number, folder: string, root: string): Case | Promise<Case>;
}

const count = (value: number): string => value.toLocaleString("en");

/** A job of the statistics, beside numpy and, where R has it, R. */
function statistics(
  job: string,
  name: string,
  size: (times: number) => string,
  tolerance: Job["tolerance"],
  withR: boolean,
  draws?: (times: number) => number,
): Job {
  return {
    name,
    tolerance,
    at(times, folder) {
      const file = `${folder}/units.json`;
      writeUnits(file);
      const args = [job, String(times), file];
      const r = { name: "R", command: rscript("stats.R", args, ["jsonlite", "clubSandwich"]) };
      return {
        size: size(times),
        ...(draws === undefined ? {} : { draws: draws(times) }),
        contenders: [
          { name: "tallybook", command: ours("peers/stats.ts", args) },
          { name: "numpy, scipy", command: python("stats.py", args, ["numpy", "scipy"]) },
          ...(withR ? [r] : []),
        ],
      };
    },
  };
}

/** What a person waits for, timed in a copy of the project with so many of its notebooks. */
function waiting(job: string, name: string): Job {
  return {
    name,
    tolerance: 0,
    alone: "nothing else runs these notebooks",
    at(times, _folder, root) {
      return {
        size: `${times} notebook${times === 1 ? "" : "s"}`,
        contenders: [
          { name: "tallybook", command: ours("peers/tasks.ts", [job, String(times), root]) },
        ],
      };
    },
  };
}

/** A file of returns with so many rows. */
function returnsFile(folder: string, rows: number): string {
  const path = `${folder}/returns_${rows}.csv`;
  writeReturnsFile(path, rows);
  return path;
}

/** All precinct rows of 2024, several times over. */
function precinctFile(folder: string, times: number): string {
  const path = `${folder}/precincts_${times}.parquet`;
  const frame = loadFrame("precinct_votes_2024");
  pl.concat(Array<typeof frame>(times).fill(frame)).writeParquet(path);
  return path;
}

/** All jobs by the name that `--job` takes. */
export const JOBS: Readonly<Record<string, Job>> = {
  permutation: statistics(
    "permutation",
    "stratified permutation test",
    (times) => `1,808 units, ${count(10_000 * times)} draws`,
    "by chance",
    true,
    (times) => 10_000 * times,
  ),
  cr2: statistics(
    "cr2",
    "least squares with CR2",
    (times) => `${count(1808 * times)} units, ${count(72 * times)} clusters`,
    1e-8,
    true,
  ),
  grid: statistics(
    "grid",
    "specification grid with CR2",
    (times) => `1,808 units, ${4 * times} fits`,
    1e-6,
    true,
  ),
  digits: statistics(
    "digits",
    "digit test's false alarms",
    (times) => `1,808 counts, ${100 * times} elections`,
    "by chance",
    false,
    (times) => 100 * times,
  ),
  minerva: statistics(
    "minerva",
    "Minerva's first round",
    (times) => `${4 * times} contests`,
    0,
    false,
  ),
  "read-returns": {
    name: "readReturns() with all checks",
    tolerance: 0,
    at(times, folder, root) {
      const rows = 250_000 * times;
      const file = returnsFile(folder, rows);
      const known = `${root}/data/county_returns.parquet`;
      return {
        size: `${count(rows)} rows of CSV`,
        contenders: [
          { name: "tallybook", command: ours("peers/tables.ts", ["read-returns", file]) },
          { name: "polars", command: python("read_returns_polars.py", [file, known], ["polars"]) },
          { name: "pandas", command: python("read_returns_pandas.py", [file, known], ["pandas"]) },
        ],
      };
    },
  },
  anomalies: {
    name: "findAnomalies()",
    tolerance: 0,
    alone: "nothing else looks for the same",
    at(times, folder) {
      const rows = 50_000 * times;
      const args = ["anomalies", returnsFile(folder, rows)];
      return {
        size: `${count(rows)} rows`,
        contenders: [{ name: "tallybook", command: ours("peers/tables.ts", args) }],
      };
    },
  },
  "group-by": {
    name: "precincts: sums and a median by county",
    tolerance: 0,
    async at(times, folder) {
      const file = precinctFile(folder, times);
      return {
        size: `${count(loadFrame("precinct_votes_2024").height * times)} rows of Parquet`,
        contenders: [
          { name: "tallybook", command: ours("peers/tables.ts", ["group-by", file]) },
          { name: "polars", command: python("query_group_polars.py", [file], ["polars"]) },
          ...await clickHouseContenders(file),
        ],
      };
    },
  },
  page: waiting("page", "one page rendered"),
  "one-cell": waiting("one-cell", "report, one cell edited"),
  unchanged: waiting("report-unchanged", "report, nothing changed"),
  report: waiting("report-from-nothing", "report from nothing"),
  notebook: {
    ...waiting("notebook", "one notebook run"),
    at(times, folder, root) {
      const found = waiting("notebook", "").at(times, folder, root) as Case;
      return { ...found, size: `notebook ${String(times - 1).padStart(2, "0")}` };
    },
  },
};
