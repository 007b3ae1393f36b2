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

Deno.test("11: Wisconsin's recount moved 131 votes net, by technology as computed elsewhere", () => {
  const { net, by_equipment_majority: by } = golden<{
    net: { Donald: number; Hillary: number };
    by_equipment_majority: Record<
      string,
      { units: number; orig_total: number; margin_net: number }
    >;
  }>("wi_recount.json");
  assertStringIncludes(text, `moved the margin by ${net.Donald - net.Hillary} votes`);
  for (const [name, key] of [["with a paper trail", "DRE>=50%"], ["optical scan", "OS>=50%"]]) {
    const { units, orig_total: votes, margin_net: margin } = by[key!]!;
    const row = `${name} ${printed(units)} ${printed(votes)} [0-9,]+ \\+${margin} `;
    assertMatch(text, new RegExp(row));
  }
});

Deno.test("11: nothing could settle Pennsylvania beyond doubt", () => {
  assertStringIncludes(text, "In Pennsylvania no audit and no recount could settle it");
});
