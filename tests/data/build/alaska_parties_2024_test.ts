import { assertEquals } from "@std/assert";
import { Corrections } from "../../../lib/data/build/corrections.ts";
import { defaultRawFolder } from "../../../lib/data/build/data_command.ts";
import { precinctFiles2024, readPrecincts2024 } from "../../../lib/data/build/precincts_2024.ts";
import { RawFolder } from "../../../lib/data/build/raw_folder.ts";

const raw = defaultRawFolder();
let present = true;
try {
  Deno.statSync(`${raw}/SOURCES.tsv`);
} catch {
  present = false;
}

// The official count is 140,026 (state_returns); the file's rows with the party "DEMOCRAT" sum to
// 142,830, because it gives undervotes and overvotes a party, as it does in no other state.
Deno.test({
  name: `Alaska's Democratic rows of 2024 are Harris, undervotes and overvotes${
    present ? "" : " (skipped: no folder of raw files)"
  }`,
  ignore: !present,
  fn() {
    const folder = new RawFolder(raw, new Corrections([]));
    const sums = new Map<string, number>();
    for (const line of readPrecincts2024(folder, precinctFiles2024(folder).get("AK")!)) {
      if (line.contest !== "president" || line.party !== "DEMOCRAT") continue;
      sums.set(line.candidate, (sums.get(line.candidate) ?? 0) + (line.votes ?? 0));
    }
    assertEquals(Object.fromEntries(sums), {
      "KAMALA D HARRIS": 140_026,
      UNDERVOTES: 1996,
      OVERVOTES: 808,
    });
    assertEquals([...sums.values()].reduce((sum, votes) => sum + votes), 142_830);
  },
});
