import pl, { type Expr } from "nodejs-polars";
import { dirname, join } from "node:path";
import { precinctLines2024 } from "../tables/precinct_lines_2024.ts";
import { precinctFiles2024, unpacked } from "./precincts_2024.ts";
import type { RawFolder } from "./raw_folder.ts";
import { readTextCells } from "./write_table.ts";

/** The files' columns, by the table's. */
const COLUMNS = {
  jurisdiction: "jurisdiction_name",
  precinct: "precinct",
  mode: "mode",
  office: "office",
  district: "district",
  stage: "stage",
  special: "special",
  candidate: "candidate",
  party: "party_detailed",
} as const;

/** A cell without the spaces around it; a blank one is null. */
function stripped(column: string): Expr {
  const text = pl.col(column).str.strip();
  return pl.when(text.eq(pl.lit(""))).then(pl.lit(null)).otherwise(text);
}

/**
 * Builds the table of all rows of 2024's precinct files, state by state, so that the memory is that of the
 * largest file, and puts them together in one Parquet file at `path`.
 *
 * @param report Called with a line for each state.
 * @returns The number of rows.
 * @throws {MissingRawFile} where the raw files are not there.
 */
export function buildPrecinctLines2024(
  raw: RawFolder,
  path: string,
  report: (line: string) => void = () => {},
): number {
  const files = [...precinctFiles2024(raw)].sort();
  Deno.mkdirSync(dirname(path), { recursive: true });
  const parts = Deno.makeTempDirSync({ dir: dirname(path), prefix: ".parts-" });
  try {
    let rows = 0;
    for (const [statePo, file] of files) {
      const columns = [...new Set(["county_fips", "votes", ...Object.values(COLUMNS)])];
      const cells = readTextCells(unpacked(raw, file), columns);
      const whole = stripped("votes").str.replace("\\.0$", "").cast(pl.Int64, false);
      const frame = cells.select(
        pl.lit(statePo).alias("state_po"),
        stripped("county_fips").str.replace("\\.0$", "").str.zFill(5).alias("fips"),
        ...Object.entries(COLUMNS).map(([name, column]) => stripped(column).alias(name)),
        whole.alias("votes"),
        pl.when(whole.isNull()).then(stripped("votes")).otherwise(pl.lit(null)).alias("votes_text"),
        pl.lit(file).alias("source"),
      ).select(...precinctLines2024.columns.map(({ name }) => name));
      frame.writeParquet(join(parts, `${statePo}.parquet`));
      rows += frame.height;
      report(`${file}  ${frame.height} rows`);
    }
    const all = join(parts, "all");
    pl.scanParquet(join(parts, "*.parquet")).sinkParquet(all, { maintainOrder: true })
      .collectSync();
    Deno.renameSync(all, path);
    return rows;
  } finally {
    Deno.removeSync(parts, { recursive: true });
  }
}
