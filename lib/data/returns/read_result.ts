import type { DataProblem } from "../data_error.ts";
import type { Frame } from "../load_table.ts";
import type { CheckedTable } from "./check_table.ts";
import { checkSums, type ReturnsCheck } from "./check_returns.ts";
import { countySums } from "./sums.ts";
import { type Defaults, returnsFrame } from "./frame.ts";
import { Kind, kindNames } from "./kinds.ts";
import pl, { type DataFrame } from "nodejs-polars";
import type { ReturnsRow } from "./returns_row.ts";

/** A file of returns, read and checked. */
export class ReadReturns {
  /** Everything that was read differently than it stands there, kept apart or left out, by kind. */
  readonly mended: readonly DataProblem[];
  /** Rows that were left out because they are for another office, by office. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** Columns of the file that nothing was read from. */
  readonly unread: readonly string[];
  /** The checked columns themselves, without a data frame. */
  readonly checked: CheckedTable;
  /** Year, state and county of rows that do not say their own. */
  readonly defaults: Defaults;
  /** How the sums stand to known totals; empty where none are known, or the option check is false. */
  readonly checks: readonly ReturnsCheck[];
  #returns: Frame<ReturnsRow> | undefined;
  #apart: DataFrame | undefined;

  /** Made by readReturns(). */
  constructor(
    { checked, defaults, check }: { checked: CheckedTable; defaults: Defaults; check: boolean },
  ) {
    this.checked = checked;
    this.defaults = defaults;
    this.checks = check ? checkSums(countySums(checked, defaults)) : [];
    this.mended = checked.work.mended.list();
    this.leftOut = Object.fromEntries(checked.work.table.leftOut);
    this.unread = checked.work.table.unread;
  }

  /**
   * Votes for candidates: columns year, state_po, fips, county, precinct, candidate, party, mode,
   * votes; jurisdiction where the file has towns within counties; and one column for each mode of
   * voting that the file counts beside the votes. Made when it is first asked for.
   */
  get returns(): Frame<ReturnsRow> {
    return this.#returns ??= returnsFrame(
      this.checked,
      this.defaults,
      this.#rows((kind) => kind <= Kind.writeIn),
    ) as Frame<ReturnsRow>;
  }

  /**
   * The rows that are no candidate's: the same columns and a column kind ("no vote", "turnout",
   * "total of candidates", "total of write-ins", "total of places", "total of modes", "left out").
   */
  get apart(): DataFrame {
    if (this.#apart !== undefined) return this.#apart;
    const rows = this.#rows((kind) => kind > Kind.writeIn && kind !== Kind.otherContest) ??
      Int32Array.from({ length: this.checked.work.table.rows }, (_, row) => row);
    const kinds = Array.from(rows, (row) => kindNames[this.checked.work.kinds[row]!]!);
    const frame = returnsFrame(this.checked, this.defaults, rows);
    return this.#apart = frame.withColumn(pl.Series("kind", kinds, pl.Utf8));
  }

  /** The rows of some kinds; undefined where all are. */
  #rows(wanted: (kind: number) => boolean): Int32Array | undefined {
    const { kinds } = this.checked.work;
    const wants = kindNames.map((_, kind) => wanted(kind));
    let count = 0;
    for (let row = 0; row < kinds.length; row++) if (wants[kinds[row]!]) count++;
    if (count === kinds.length) return undefined;
    const rows = new Int32Array(count);
    let at = 0;
    for (let row = 0; row < kinds.length; row++) if (wants[kinds[row]!]) rows[at++] = row;
    return rows;
  }
}
