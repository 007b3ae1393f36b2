/** What the plan of an audit says of votes without paper, beside the table that it takes them from. */
import { assertEquals } from "@std/assert";
import { paperlessVotes } from "tallybook/data";
import { ELECTION_PANELS } from "../../../lib/report/panels/all_panels.ts";
import { panelElections } from "../../../lib/report/panels/panel_data.ts";
import { settleState } from "../../../lib/report/panels/panel.ts";
import { count } from "../../../lib/display/format.ts";

const elections = panelElections();
const panel = ELECTION_PANELS["audit_size"]!;

Deno.test("votes beside paper are named where there are more than those without any, and only there", () => {
  const seen = new Set<string>();
  for (
    const state of ["GA", "SC", "LA", "NJ", "DE", "PA", "TX", "TN", "KS", "WI", "MI", "AZ", "FL"]
  ) {
    const known = paperlessVotes({ year: 2016, state });
    const asked = settleState(panel, elections, { year: "2016", state });
    const { readout } = panel.run(elections, asked, 680);
    const beside = `; with those that had them beside paper, ${
      known === null ? "" : count(known.atMost)
    }`;
    const only = known !== null && known.surely > 0;
    const both = only && known.atMost > known.surely;
    assertEquals([state, readout.includes("; with those that had them beside paper")], [
      state,
      both,
    ]);
    if (both) assertEquals([state, readout.includes(beside)], [state, true]);
    assertEquals([state, readout.includes("paperless machines only cast")], [state, only]);
    if (known !== null) {
      seen.add(both ? "both" : only ? "only" : known.atMost > 0 ? "some" : "none");
    }
  }
  // Each kind of state is among these.
  assertEquals([...seen].sort(), ["both", "none", "only", "some"]);
});
