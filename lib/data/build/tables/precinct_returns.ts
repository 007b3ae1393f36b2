import { Buffer } from "node:buffer";
import { gunzipSync } from "node:zlib";
import pl, { type DataFrame } from "nodejs-polars";
import { precinctReturns } from "../../tables/precinct_returns.ts";
import { NONE_OF_THESE, OTHERS, usualName } from "../candidate_names.ts";
import { readTextCells } from "../write_table.ts";
import type { RawFolder } from "../raw_folder.ts";
import type { TableBuild } from "../table_build.ts";

const FILE = "derived/pres2016_precinct_46states.csv.gz";

const UNNAMED =
  /^(\[Write-in\]|\[Unknown\]|All Others|Scatter(ing)?|Write-ins|Other|Other Write-Ins|Personal Choice)$/i;

/** The candidate for president out of the names that states give: tickets, and last names first. */
function nameOf(raw: string): string {
  const [ticket = ""] = raw.split(/ \/ | & | and /);
  if (/^None of these/i.test(ticket)) return NONE_OF_THESE;
  if (UNNAMED.test(ticket)) return OTHERS;
  const [first = "", second] = ticket.split(", ");
  const reversed = second !== undefined && !first.includes(" ");
  return usualName(reversed ? `${second} ${first}` : first);
}

function frame(raw: RawFolder): DataFrame {
  const cells = readTextCells(gunzipSync(Buffer.from(raw.bytes(FILE))));
  const written = cells.getColumn("candidate").unique().dropNulls().toArray() as string[];
  const names = pl.DataFrame({ candidate: written, name: written.map(nameOf) });
  return cells.join(names, { on: "candidate", how: "left" }).select(
    pl.col("state_postal").alias("state_po"),
    pl.col("county_fips").str.slice(0, 5).alias("fips"),
    pl.col("jurisdiction"),
    pl.col("precinct"),
    pl.col("name").fillNull(pl.lit(OTHERS)).alias("candidate"),
    pl.col("mode"),
    pl.col("votes"),
    pl.lit(FILE).alias("source"),
  );
}

/** Builds the precinct returns of 2016. */
export const precinctReturnsBuild: TableBuild = {
  schema: precinctReturns,
  frame: ({ raw }) => frame(raw),
};
