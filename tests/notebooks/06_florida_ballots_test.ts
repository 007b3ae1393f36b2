import { assertAlmostEquals, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { golden, goldenRows } from "../golden/read.ts";
import { assertAnswerFirst } from "./answer_first.ts";
import { csvRows } from "./csv_rows.ts";
import { printed, shown } from "./shown.ts";
import { shownFigure } from "./shown_figure.ts";

interface Effect {
  point: number;
  lower: number;
  upper: number;
  n: number;
  two: number;
}
interface Layout {
  counties: number;
  rate: number;
  least: number;
  most: number;
}
// R: tests/golden/scripts/25_florida_layout.R.
const layout = golden<{
  models: Record<string, Effect>;
  layouts: Record<string, Layout>;
  counted: Record<string, { counties: number; overvotes: number; ballots: number }>;
  contrast: Record<
    "excess" | "excess_error" | "z_spread_others" | "z_mean_others" | "z_binomial",
    number
  >;
  ballots: Record<string, number>;
  by_senate: Record<
    string,
    { excess: number; error: number; day: number; absentee: number; lean: number }
  >;
  net: { votes: number; error: number };
}>("florida_layout.json");
const butterfly = golden<{
  palm_beach: Record<"p_eday" | "p_abs" | "ratio" | "z_overdispersed" | "excess", number>;
  max_abs_z_other: number;
}>("butterfly_absentee.json");
const florida = goldenRows("ec_state_votes_1976_2024.csv")
  .find((row) => row.year === "2000" && row.state_po === "FL")!;

const name = "06_florida_and_georgia_2000";
const text = shown(name);
const whole = (value: number) => printed(Math.round(value));
const digits = (value: number, places: number) => value.toFixed(places).replace("-", "\u2212");
const percent = (share: number, places: number) => `${digits(100 * share, places)}%`;

const between = (point: number, error: number) =>
  `${whole(point - 1.96 * error)} to ${whole(point + 1.96 * error)}`;
const spoken = ({ point, lower, upper }: Effect) =>
  `${digits(point, 2)} (${digits(lower, 2)} to ${digits(upper, 2)})`;
const lead = Number(florida.republican) - Number(florida.democratic);

Deno.test("06: the answer comes first, and is R's net of votes with its interval", () => {
  assertAnswerFirst("06_florida_and_georgia_2000");
  const { votes, error } = layout.net;
  assertEquals(votes - 1.96 * error > lead, true);
  assertStringIncludes(
    text,
    `**Very likely the layout.** Palm Beach County's ballot cost Gore an estimated ${
      whole(votes)
    } votes ` +
      `net, and he lost Florida by ${lead}; what machines did is unknown.`,
  );
  assertStringIncludes(text, `The 95% interval, ${between(votes, error)}, supposes that`);
  assertStringIncludes(
    text,
    "The interval is by standard errors 3.81 times the binomial ones, a factor from a study of that contrast.",
  );
  // Ballots without a valid vote, from the study's cells: Gore's party and Bush's.
  const cells = csvRows(
    Deno.readTextFileSync(new URL("../../data/palm_beach_2000_cells.csv", import.meta.url)),
  );
  const chose = (president: string, senate: string) =>
    cells.filter((row) => row.president === president && row.senate === senate)
      .reduce((sum, row) => sum + Number(row.ballots), 0);
  const [over, under] = ["over", "under"].map((kind) =>
    `${printed(chose(kind, "nelson"))} to ${printed(chose(kind, "mccollum"))}`
  );
  assertStringIncludes(
    text,
    `the Democrat for the Senate over the Republican ${over}, the undervoted ones ${under}.`,
  );
  const { excess, excess_error } = layout.contrast;
  assertStringIncludes(text, `| ${whole(excess)} | ${between(excess, excess_error)} | his votes`);
  const { all, without_both: rest } = layout.models as Record<"all" | "without_both", Effect>;
  assertStringIncludes(
    text,
    `| ${digits(all.point, 2)} points | ${digits(all.lower, 2)} to ${digits(all.upper, 2)} | ` +
      `without Duval and Palm Beach ${digits(rest.point, 2)} points (${digits(rest.lower, 2)} to ` +
      `${digits(rest.upper, 2)}) |`,
  );
});

Deno.test("06: Palm Beach County's ballots by Senate choice give R's shares, excess and lean", () => {
  const names = {
    nelson: "Nelson (Democrat)",
    mccollum: "McCollum (Republican)",
    other: "anybody else or nobody",
  };
  for (const [key, name] of Object.entries(names)) {
    const { excess, error, day, absentee, lean } = layout.by_senate[key]!;
    const signed = (value: number, unit: string, places: number) =>
      `${value > 0 ? "+" : ""}${digits(value, places)}${unit}`;
    assertStringIncludes(
      text,
      `${name} ${percent(day, 2)} ${percent(absentee, 2)} ${whole(excess)} ${
        between(excess, error)
      } ` +
        `${signed(100 * lean, "%", 1)} ${excess * lean > 0 ? "+" : ""}${whole(excess * lean)}`,
    );
  }
  const b = layout.ballots as Record<string, number>;
  assertStringIncludes(
    text,
    `${percent(b.buchanan_day_nelson! / b.buchanan_day!, 0)} of the ${
      printed(b.buchanan_day!)
    } ballots with a vote for Buchanan chose the Democrat for the Senate, by absentee ballot ${
      percent(b.buchanan_absentee_nelson! / b.buchanan_absentee!, 0)
    } of ${b.buchanan_absentee}`,
  );
  const rates = [b.day_over! / b.day_ballots!, b.absentee_over! / b.absentee_ballots!];
  assertStringIncludes(
    text,
    `${percent(rates[0]!, 2)} of ballots on election day and ${
      percent(rates[1]!, 2)
    } of absentee ballots: ${whole(b.day_over! - b.day_ballots! * rates[1]!)} more`,
  );
  assertStringIncludes(
    text,
    `${printed(b.over_day_nelson!)} chose the Democrat for the Senate and ${
      printed(b.over_day_mccollum!)
    } the Republican`,
  );
});

Deno.test("06: what two columns go with is R's in nine models", () => {
  const labels: Record<string, string> = {
    all: "machine held fixed",
    without_duval: "… without Duval",
    without_palm_beach: "… without Palm Beach",
    without_both: "… without both",
    counting: "machine and place of counting held fixed",
    optical: "scanned paper only",
    optical_counting: "… place of counting held fixed",
    votomatic: "Votomatic only",
    datavote: "Datavote only",
  };
  const rows = shownFigure("06_florida_and_georgia_2000", "florida-effects").rows;
  assertEquals(rows.length, 9);
  for (const [key, label] of Object.entries(labels)) {
    const row = rows.find((shown) => shown.label === label)!;
    const expected = layout.models[key]!;
    for (const end of ["point", "lower", "upper"] as const) {
      assertAlmostEquals(Number(row[end]), expected[end], 1e-6, `${label} ${end}`);
    }
    assertEquals([Number(row.counties), Number(row.spread)], [expected.n, expected.two]);
    assertStringIncludes(text, `${label}: ${spoken(expected)}`);
  }
  assertStringIncludes(text, "Two columns go with more overvotes in 8 of 9 models");
});

Deno.test("06: overvotes by machine and layout, and by place of counting, are R's", () => {
  for (const [key, { counties, rate, least, most }] of Object.entries(layout.layouts)) {
    const [machine, columns] = key.split(" ");
    const name = `${machine}, ${columns === "1" ? "one column" : "two columns"}`;
    assertMatch(
      text,
      new RegExp(
        `${name} ${counties} [^%]+% ${digits(rate, 2)}% ${
          counties === 1 ? "–" : `${digits(least, 2)}% to ${digits(most, 2)}%`
        } \\d+, \\d+, \\d+`,
      ),
    );
  }
  const rateOf = (key: string) => {
    const { overvotes, ballots } = layout.counted[key]!;
    return percent(overvotes / ballots, 1);
  };
  const counted = layout.counted;
  assertStringIncludes(
    text,
    `the ${counted["precinct 0"]!.counties} counties that a source names as counting in the ` +
      `precinct overvoted ${rateOf("precinct 0")} of their ballots; the ${
        counted["not returned 0"]!.counties
      } where no ballot was given back, Escambia, Lake and Manatee, ${rateOf("not returned 0")}`,
  );
});

Deno.test("06: the absentee contrast is the one computed elsewhere", () => {
  const { p_eday: day, p_abs: absentee, z_overdispersed: z, excess } = butterfly.palm_beach;
  assertStringIncludes(text, `**z = ${digits(z, 2)}**`);
  assertStringIncludes(
    text,
    `${percent(day, 2)} on election day and ${percent(absentee, 2)} by absentee ballot`,
  );
  assertStringIncludes(
    text,
    `the largest of the others is Liberty's, ${digits(butterfly.max_abs_z_other, 2)}`,
  );
  const { excess_error, z_spread_others, z_mean_others, z_binomial } = layout.contrast;
  assertStringIncludes(
    text,
    `Beyond the absentee share election day gave him ${whole(excess)} votes, 95% interval ${
      between(excess, excess_error)
    }`,
  );
  assertStringIncludes(
    text,
    `have a standard deviation of ${digits(z_spread_others, 2)} around a mean of ${
      digits(z_mean_others, 2)
    }: by that yardstick z is ${digits(z_binomial / z_spread_others, 1)} and the interval ${
      between(excess, excess_error / 3.81 * z_spread_others)
    }`,
  );
});

Deno.test("06: overvoted ballots and Nader's, divided as ballots alike, are pandas's", () => {
  // pandas: of election day's overvotes 0.797277 to Gore (0.755105 to 0.808000); of Nader's ballots
  // 0.606179 (0.573142 to 0.627642); the county certified 5,565 votes for Nader.
  assertStringIncludes(
    text,
    `${percent(0.797277, 1)} would have been Gore's and the others Bush's (${
      percent(0.755105, 1)
    } to ${percent(0.808, 1)}`,
  );
  const net = 5565 * (2 * 0.606179 - 1);
  assertStringIncludes(
    text,
    `${percent(0.606179, 1)} of them would have been Gore's (${percent(0.573142, 1)} to ${
      percent(0.627642, 1)
    }), ${whole(net)} votes net if all of these voters had voted for one of the two, and ${
      percent((lead + 1) / net, 0)
    } of them`,
  );
});

Deno.test("06: scanners that give ballots back are held to punch cards by all invalid ballots", () => {
  // Python, from the two tables, one column: 3,375 of 911,095 ballots and 81,740 of 2,886,957.
  assertStringIncludes(
    text,
    `Agrees in sign, ballots of one column alone: ${percent(3_375 / 911_095, 1)} without a valid ` +
      `vote where a source names counting in the precinct, ${percent(81_740 / 2_886_957, 1)} on`,
  );
});
