import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { golden, goldenRows } from "../golden/read.ts";
import { printed, shown } from "./shown.ts";
import { shownFigure } from "./shown_figure.ts";

// tests/golden/scripts: 05_gavote.R, 06_palmbeach.R, 19_verifier.R and stats_extra.R made these.
interface Line {
  rstudent_all: number;
  max_other_rstudent: number;
  bonf_p_rstudent: number;
}
const palmBeach = golden<{
  raw_perot: Line & { pred_loo: number; pi99: [number, number] };
  log_perot: Line & { expected_votes_loo: number; pi99_votes: [number, number] };
  quasibinomial_loo: { expected: number; z: number; sd_pred: number };
  share_rank_pb: { rank_desc: number };
  palm_beach: { Buchanan00: number };
}>("palm_beach.json");
const georgia = golden<{
  totals: { ballots: number };
  undercount_overall: number;
  by_equip: {
    equip: string;
    n: number;
    ballots: number;
    votes: number;
    rate: number;
    mean_county: number;
  }[];
  lmodi: {
    coef: Record<string, number>;
    se_classical: Record<string, number>;
    se_HC3: Record<string, number>;
  };
}>("gavote.json");
const { gavote, palm_beach: { certified } } = golden<{
  palm_beach: { certified: { raw: number; log: number } };
  gavote: { dispersion: number; effects: Record<string, { effect: number; se: number }> };
}>("stats_extra.json");
const florida = goldenRows("ec_state_votes_1976_2024.csv")
  .find((row) => row.year === "2000" && row.state_po === "FL")!;

const text = shown("06_florida_and_georgia_2000");
const whole = (value: number) => printed(Math.round(value));
const digits = (value: number, places: number) => value.toFixed(places).replace("-", "\u2212");
const percent = (share: number, places: number) => `${digits(100 * share, places)}%`;

Deno.test("06: the other counties predict Palm Beach's Buchanan vote as R does, on each scale", () => {
  const { raw_perot: raw, log_perot: log, quasibinomial_loo: quasi } = palmBeach;
  assertStringIncludes(
    text,
    `which counted ${printed(palmBeach.palm_beach.Buchanan00)}, as the other 66`,
  );
  const row = (model: string, expected: number, [from, to]: [number, number], out: number) =>
    ` ${model} ${whole(expected)} ${whole(from)} to ${whole(to)} ${digits(out, 1)} `;
  assertStringIncludes(
    text,
    row("line in votes", raw.pred_loo, raw.pi99, raw.rstudent_all) +
      `below 0.0001 ${digits(raw.max_other_rstudent, 1)} `,
  );
  assertStringIncludes(
    text,
    row("line in logarithms", log.expected_votes_loo, log.pi99_votes, log.rstudent_all) +
      `${digits(log.bonf_p_rstudent, 3)} ${digits(log.max_other_rstudent, 1)} `,
  );
  // R's qt(0.995, 63), of 66 counties and 3 coefficients, is 2.6561.
  const half = 2.6561 * quasi.sd_pred;
  assertStringIncludes(
    text,
    row("quasi-binomial", quasi.expected, [quasi.expected - half, quasi.expected + half], quasi.z),
  );
  assertStringIncludes(
    text,
    `Palm Beach: ${digits(raw.rstudent_all, 1)} standard errors out on the scale of votes, ${
      digits(log.rstudent_all, 1)
    } in logarithms`,
  );
  assertStringIncludes(text, `the ${palmBeach.share_rank_pb.rank_desc}th largest of 67`);
  assertMatch(
    text,
    new RegExp(
      `With the certified count the three are ${digits(certified.raw, 1)}, [0-9.]+ and ${
        digits(certified.log, 1)
      }[.] `,
    ),
  );
});

Deno.test("06: Florida's ballots add up to the published undervotes, overvotes and votes", () => {
  const rows = [
    ...text.matchAll(
      /(?:Votomatic|Optical|Lever|Datavote|Hand), (?:one column|two columns) (\d+) ([\d,]+) ([\d,]+) ([\d,]+) /g,
    ),
  ].map((match) => match.slice(1).map((cell) => Number(cell.replaceAll(",", ""))));
  const sum = (at: number) => rows.reduce((total, row) => total + row[at]!, 0);
  // 61,190 undervotes and 113,820 overvotes: the consortium of newspapers that had the 175,010 ballots read
  // (NORC, 2001). Counties' votes: the certified ones without the 2,490 late ballots from abroad.
  const votes = Number(florida.total) - 2490;
  assertEquals([0, 1, 2, 3].map(sum), [67, votes + 61_190 + 113_820, 61_190, 113_820]);
  assertStringIncludes(text, "| Florida ballots without a valid vote for president | 175,010 |");
});

Deno.test("06: the counties of 1996 fall short of the state by what the official totals say", () => {
  const state = goldenRows("ec_state_votes_1976_2024.csv")
    .find((row) => row.year === "1996" && row.state_po === "FL")!;
  const counties = goldenRows("data/florida_2000_qss.csv");
  const sum = (name: string) => counties.reduce((total, row) => total + Number(row[name]), 0);
  // Official: Clinton and Dole by state from the reference; Perot 483,870 (Florida Division of Elections).
  const short = [
    1 - sum("Clinton96") / Number(state.democratic),
    1 - sum("Dole96") / Number(state.republican),
    1 - sum("Perot96") / 483_870,
  ];
  assertStringIncludes(
    text,
    `short of the state's by ${percent(Math.min(...short), 2)} to ${
      percent(Math.max(...short), 2)
    }`,
  );
});

Deno.test("06: Georgia's rates by equipment are R's, by county and by ballot", () => {
  const names: Record<string, string> = {
    "LEVER": "lever",
    "OS-CC": "scanned centrally",
    "OS-PC": "scanned in the precinct",
    "PAPER": "hand-counted paper",
    "PUNCH": "punch card",
  };
  assertStringIncludes(
    text,
    `| Georgia: ballots without a valid vote | ${percent(georgia.undercount_overall, 1)} |`,
  );
  for (const row of georgia.by_equip) {
    assertStringIncludes(
      text,
      `${names[row.equip]} ${row.n} ${printed(row.ballots)} ${printed(row.ballots - row.votes)} ` +
        `${percent(row.mean_county, 2)} ${percent(row.rate, 2)}`,
    );
  }
});

Deno.test("06: the published regression of Georgia has R's coefficients and standard errors", () => {
  const { coef, se_classical: classical, se_HC3: robust } = georgia.lmodi;
  const names: Record<string, string> = {
    "(Intercept)": "level: rural, lever",
    "cperAA": "African American share",
    "cpergore": "Gore share",
    "usageurban": "urban",
    "equipOS-CC": "scanned centrally",
    "equipOS-PC": "scanned in the precinct",
    "equipPAPER": "hand-counted paper",
    "equipPUNCH": "punch card",
    "cpergore:usageurban": "Gore share × urban",
  };
  for (const [term, name] of Object.entries(names)) {
    const points = [coef, classical, robust].map((of) => digits(100 * of[term]!, 3));
    assertStringIncludes(text, `${name} ${points.join(" ")} `);
  }
});

Deno.test("06: Georgia's marginal effects of machines are R's", () => {
  assertStringIncludes(
    text,
    `the counts spread ${digits(gavote.dispersion, 0)} times as much as independent ballots would`,
  );
  // Of each machine's two intervals, linear and quasi-binomial, both exclude zero for punch cards only.
  const drawn = shownFigure("06_florida_and_georgia_2000", "georgia-adjusted").rows;
  const excluding = drawn.filter((row) => Number(row.lower) > 0 || Number(row.upper) < 0);
  assertEquals(
    excluding.map((row) => `${row.technology}, ${row.model}`).toSorted(),
    ["punch card, linear", "punch card, quasi-binomial", "scanned centrally, linear"],
  );
  assertStringIncludes(text, "only punch cards differ from levers in both models");
  const { effect, se } = gavote.effects.equipPUNCH!;
  // R's qt(.975, 149): 159 counties, 10 coefficients.
  const ballots = [effect, effect - 1.976013 * se, effect + 1.976013 * se]
    .map((share) => whole(share * georgia.totals.ballots));
  assertStringIncludes(
    text,
    `would change by ${ballots[0]} ballots (${ballots[1]} to ${ballots[2]}) of ${
      printed(georgia.totals.ballots)
    }`,
  );
});
