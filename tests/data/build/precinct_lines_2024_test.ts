import { assertEquals, assertThrows } from "@std/assert";
import { zipSync } from "fflate";
import pl from "nodejs-polars";
import { Corrections } from "../../../lib/data/build/corrections.ts";
import { buildPrecinctLines2024 } from "../../../lib/data/build/precinct_lines_2024.ts";
import { MissingRawFile, RawFolder } from "../../../lib/data/build/raw_folder.ts";
import { sha256 } from "../../../lib/files/hash.ts";
import { scan } from "../../../lib/data/query/query.ts";
import { precinctLines2024 } from "../../../lib/data/tables/precinct_lines_2024.ts";

const HEADER = "precinct,office,party_detailed,party_simplified,mode,votes,county_fips," +
  "jurisdiction_name,candidate,district,stage,special,more";

/** A folder of raw files with one archive a state. */
function rawFolder(states: Readonly<Record<string, string>>): string {
  const folder = Deno.makeTempDirSync();
  Deno.mkdirSync(`${folder}/medsl-precinct-2024`);
  const lines = Object.entries(states).map(([state, rows]) => {
    const bytes = zipSync({ "table.csv": new TextEncoder().encode(`${HEADER}\n${rows}`) });
    const file = `medsl-precinct-2024/${state}24.zip`;
    Deno.writeFileSync(`${folder}/${file}`, bytes);
    return [file, "", "", "", bytes.length, sha256(bytes), "", ""].join("\t");
  });
  const header = "file\trepo\tpath\tcommit\tbytes\tsha256\tlicence\tnote";
  Deno.writeTextFileSync(`${folder}/SOURCES.tsv`, [header, ...lines].join("\n"));
  return folder;
}

Deno.test("all rows of all offices stand in one table, states in order, no count lost", async () => {
  const folder = rawFolder({
    wy: "P 2,STATE HOUSE,REPUBLICAN,REPUBLICAN,TOTAL,30.0,56001,ALBANY,A B,4,GEN,FALSE,x\n",
    ak: '" P 1 ",US PRESIDENT,DEMOCRAT,DEMOCRAT,EARLY,12,2013.0,,KAMALA,,GEN,FALSE,x\n' +
      "P 1,SHERIFF,,,EARLY,*,02013,,C,,GEN,FALSE,x\nP 1,SHERIFF,,,EARLY,,02013,,D,,GEN,FALSE,x\n",
  });
  try {
    const path = `${folder}/out/lines.parquet`;
    assertEquals(buildPrecinctLines2024(new RawFolder(folder, new Corrections([])), path), 4);
    const frame = pl.readParquet(path);
    const cells = (name: string) => frame.getColumn(name).toArray() as (string | bigint | null)[];
    assertEquals(frame.columns, precinctLines2024.columns.map(({ name }) => name));
    assertEquals(cells("state_po"), ["AK", "AK", "AK", "WY"]);
    assertEquals(cells("precinct"), ["P 1", "P 1", "P 1", "P 2"]);
    assertEquals(cells("fips"), ["02013", "02013", "02013", "56001"]);
    assertEquals(cells("jurisdiction"), [null, null, null, "ALBANY"]);
    assertEquals(cells("votes").map((cell) => cell === null ? null : Number(cell)), [
      12,
      null,
      null,
      30,
    ]);
    assertEquals(cells("votes_text"), [null, "*", null, null]);
    const rows = await scan({ ...precinctLines2024, file: path }).group("office").sum("votes")
      .collect({ engine: "embedded" });
    assertEquals(rows.map(({ office, votes }) => [office, votes]), [
      ["SHERIFF", null],
      ["STATE HOUSE", 30],
      ["US PRESIDENT", 12],
    ]);
    assertEquals([...Deno.readDirSync(`${folder}/out`)].map(({ name }) => name), ["lines.parquet"]);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

Deno.test("without the raw files nothing is built", () => {
  const raw = new RawFolder(null, new Corrections([]));
  assertThrows(() => buildPrecinctLines2024(raw, "/nowhere/lines.parquet"), MissingRawFile);
});
