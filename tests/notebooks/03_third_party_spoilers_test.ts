import { assertEquals, assertStringIncludes } from "@std/assert";
import fec2016 from "../golden/official_2016_fec.json" with { type: "json" };
import spoiler from "../golden/spoiler.json" with { type: "json" };
import { assertAnswerFirst, headlineOf } from "./answer_first.ts";
import { printed, shown } from "./shown.ts";
import { shownFigure } from "./shown_figure.ts";

const text = shown("03_third_party_spoilers");
const percent = (share: number, digits = 2) => `${(100 * share).toFixed(digits)}%`;

Deno.test("03: all or none of the votes bound Clinton's electors, as the reference has them", () => {
  const { stein_johnson_all_to_clinton: all, stein_johnson_all_to_trump: none } =
    spoiler.flip_sets_2016;
  assertStringIncludes(
    text,
    `Of 538 electors Clinton would have had ${all.ev_clinton} with all of these votes, and ${
      538 - none.ev_trump
    } had all gone to Trump.`,
  );
  assertStringIncludes(text, "Clinton wins AZ, FL, MI, PA and WI and has 318 electors");
});

Deno.test("03: the page answers its question first", () =>
  assertAnswerFirst("03_third_party_spoilers"));

Deno.test("03: the studies that disagree stand where the answer stands, without assumed sizes", () => {
  // Devine and Kopko's abstract: most would have abstained, most of Johnson's others for Trump.
  const { ground, lead } = headlineOf("03_third_party_spoilers");
  assertStringIncludes(
    ground,
    "studies disagree whether Johnson\u2019s voters preferred Clinton or Trump",
  );
  // Their abstract's own answer to the page's question.
  assertStringIncludes(
    lead,
    "Devine and Kopko find them nearer to Trump, and conclude that the two did not cost Clinton a majority.",
  );
  // 370 and 120 are assumed, and said where they are used.
  for (
    const where of [
      "intervals below are at assumed sample sizes (370 and 120).",
      "With sampling error at assumed sample sizes (370 and 120), and if states depart",
    ]
  ) assertStringIncludes(text, where);
  assertStringIncludes(
    shownFigure("03_third_party_spoilers", "electors-by-net-share").caption,
    "95% interval of sampling error at assumed sample sizes (370 and 120).",
  );
  // CBS News: 25 to 15 among Johnson's voters, 25 to 14 among Stein's.
  assertStringIncludes(
    lead,
    "Johnson's voters by CBS News exit poll | +10 points | not published |",
  );
  assertStringIncludes(lead, "Stein's voters by CBS News exit poll | +11 points | not published |");
});

Deno.test("03: the pooled poll's interval at assumed sizes and at half of them", () => {
  const [johnson, stein] = [4_489_341, 1_457_218].map((n) => n / 5_946_559) as [number, number];
  const point = johnson * 0.10 + stein * 0.11;
  // Bonett and Price's interval of each survey, one more answer for each of the two; the pooled one's arms are
  // the root of their weighted squares (Zou, Huang and Zhang).
  const arms = (a: number, b: number, n: number) => {
    const [more, fewer] = [(a * n + 1) / (n + 2), (b * n + 1) / (n + 2)];
    const reach = 1.959964 * Math.sqrt((more + fewer - (more - fewer) ** 2) / (n + 2));
    return [a - b - (more - fewer - reach), more - fewer + reach - (a - b)];
  };
  const interval = (half: number) => {
    const [of, and] = [arms(0.25, 0.15, 370 * half), arms(0.25, 0.14, 120 * half)];
    return [-1, 1].map((sign, i) =>
      percent(point + sign * Math.hypot(johnson * of[i]!, stein * and[i]!), 1)
    );
  };
  const [[low, high], [lower, higher]] = [interval(1), interval(0.5)] as [string[], string[]];
  assertStringIncludes(
    text,
    `the pooled net share of ${
      percent(point, 1)
    } has a 95% interval (Bonett and Price's, pooled) from ${low} to ${high}; at half of them, from ${lower} to ${higher}.`,
  );
});

Deno.test("03: Buchanan in Wisconsin and Jorgensen in 2020 are among the cases", () => {
  // Wisconsin 2000: Gore 1,242,987, Bush 1,237,279, Buchanan 11,471.
  assertStringIncludes(text, `2000 WI Buchanan Bush 5,708 11,471 ${percent(5_708 / 11_471)}`);
  // FEC, Federal Elections 2020: Biden 1,672,143 and 2,473,633, Trump 1,661,686 and 2,461,854.
  assertStringIncludes(text, `2020 AZ Jorgensen Trump 10,457 51,465 ${percent(10_457 / 51_465)}`);
  assertStringIncludes(text, `2020 GA Jorgensen Trump 11,779 62,229 ${percent(11_779 / 62_229)}`);
});

Deno.test("03: seven million was all other candidates, not Stein and Johnson", () => {
  assertStringIncludes(
    text,
    `received ${printed(fec2016.derived.johnson_plus_stein)} votes, not seven million`,
  );
  // 63.6 / 0.48 × (1 − 0.48 − 0.467) = 7.0225
  assertStringIncludes(text, "leaves 7.02 million for *all* other candidates");
  assertStringIncludes(text, `all others had ${printed(fec2016.derived.all_others)}`);
});

Deno.test("03: the net shares needed are the reference's", () => {
  const states = spoiler.states_2016 as unknown as Record<
    string,
    {
      stein_johnson: {
        margin: number;
        T: number;
        net_share_needed: number;
        p_needed_if_all_vote: number;
      };
    }
  >;
  for (const state of ["MI", "WI", "PA", "FL", "AZ"]) {
    const { margin, T, net_share_needed: g, p_needed_if_all_vote: p } =
      states[state]!.stein_johnson;
    assertStringIncludes(
      text,
      `${printed(margin)} ${printed(T)} ${percent(g)} ${percent(p)}`,
    );
  }
  const { mark, answer, ground, lead } = headlineOf("03_third_party_spoilers");
  const { margin, T } = states["PA"]!.stein_johnson;
  // CBS News's poll has leads of 25 - 15 and 25 - 14 points, Devine and Kopko the other sign: all below.
  assertEquals(mark, "Not by the figures at hand");
  assertStringIncludes(
    answer.replaceAll("\u2019", "'"),
    `Without Johnson and Stein, Clinton would have needed to lead Trump by more than ${
      (100 * margin / T).toFixed(2)
    } points among their voters, alike in every state, to win.`,
  );
  assertStringIncludes(ground, "no figure at hand reaches what was needed");
  assertStringIncludes(
    lead,
    "No figure at hand reaches what was needed, which does not settle it: the figures are what",
  );
  // CBS News's question offered staying home: 25 + 15 + 55 percent of Johnson's voters (as quoted).
  assertStringIncludes(ground, "those included who would have stayed home");
  assertStringIncludes(
    lead,
    "The leads in points, as polled, also count those who would have stayed home.",
  );
});

Deno.test("03: the survey gives 248 electors, and renormalized 278", () => {
  const survey = Object.values(spoiler.survey)[0]!;
  assertStringIncludes(
    text,
    `MI changes, and Clinton has ${survey.ev_clinton} electors of the 270 needed`,
  );
  assertStringIncludes(text, "MI, PA and WI change and Clinton has 278 electors");
  assertStringIncludes(text, "the net share of 11.0% becomes 28.2%");
});

Deno.test("03: the cases of 2000 and 1992 are the reference's", () => {
  const { "2000 FL NADER": florida, "2000 NH NADER": hampshire } = spoiler.other_years;
  assertStringIncludes(
    text,
    `2000 FL Nader Gore 537 97,488 ${percent(florida.net_share_needed)} ${
      percent(florida.p_needed_if_all_vote)
    }`,
  );
  assertStringIncludes(
    text,
    `2000 NH Nader Gore 7,211 22,198 ${percent(hampshire.net_share_needed)} ${
      percent(hampshire.p_needed_if_all_vote)
    }`,
  );
  const iowa = spoiler.perot_1992.path.at(-1)!;
  assertStringIncludes(
    text,
    `1992 IA Perot Bush ${printed(iowa.margin)} ${printed(iowa.perot)} ${percent(iowa.net_share)}`,
  );
  assertStringIncludes(text, `${percent(iowa.net_share)}, in 12 states`);
});

Deno.test("03: Nader's ballots of Palm Beach County, as ballots alike divided, stand with Florida", () => {
  // pandas: 0.606179 to Gore of 4,233 with a like, 0.573142 to 0.627642 with the 244 others; 5,565 certified.
  const net = (share: number) => `+${percent(2 * share - 1, 1)}`;
  assertStringIncludes(
    text,
    `come to a net share of ${net(0.606179)} for Gore, between ${net(0.573142)} and ${
      net(0.627642)
    }`,
  );
  assertStringIncludes(
    text,
    `If ${percent(538 / (5565 * (2 * 0.606179 - 1)), 0)} of the county's 5,565 Nader voters`,
  );
});
