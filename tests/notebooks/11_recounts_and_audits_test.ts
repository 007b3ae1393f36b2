import { assertMatch, assertStringIncludes } from "@std/assert";
import { golden } from "../golden/read.ts";
import { printed, shown } from "./shown.ts";

const text = shown("11_recounts_and_audits");

Deno.test("11: the audits of the ten closest states of 2016 are of the sizes computed elsewhere", () => {
  // tests/golden/scripts/09_audits.py, checked against r2b2 and arlo.
  const { states_2016: states } = golden<{ states_2016: Record<string, Record<string, number>> }>(
    "audits.json",
  );
  const names: Record<string, string> = {
    MI: "Michigan",
    NH: "New Hampshire",
    PA: "Pennsylvania",
    WI: "Wisconsin",
    FL: "Florida",
    MN: "Minnesota",
    NV: "Nevada",
    AZ: "Arizona",
    NC: "North Carolina",
    ME: "Maine",
  };
  for (const [po, row] of Object.entries(states)) {
    assertStringIncludes(
      text,
      `${names[po]} ${printed(row.margin!)} ${row.margin_pct_total!.toFixed(3)} ` +
        `${printed(row["bravo_asn_0.05"]!)} `,
    );
    assertStringIncludes(
      text,
      ` ${printed(row["supersimple_0err_0.05"]!)} ` +
        `${printed(row["supersimple_r1_.001_r2_.0001_0.05"]!)} `,
    );
  }
});

Deno.test("11: the median of 255 contests is within a ballot of the published 307", () => {
  assertStringIncludes(text, "the median of these 255 is 308 ballots");
});

Deno.test("11: Wisconsin's recount moved 131 votes net, 41 of them on touch screens", () => {
  // Units and net change by what most of a unit's ballots were cast on: wi_recount.json's numbers.
  const net = [["with a paper trail", 743, 41], ["optical scan", 2492, 49]] as const;
  assertStringIncludes(text, "Wisconsin's recount of 2016 moved the margin by 131 votes");
  for (const [technology, units, votes] of net) {
    assertMatch(text, new RegExp(`${technology} ${printed(units)} [0-9,]+ [0-9,]+ \\+${votes} `));
  }
});

Deno.test("11: nothing could settle Pennsylvania beyond doubt", () => {
  assertStringIncludes(text, "In Pennsylvania no audit and no recount could settle it");
});
