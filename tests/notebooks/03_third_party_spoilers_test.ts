import { assertStringIncludes } from "@std/assert";
import fec2016 from "../golden/official_2016_fec.json" with { type: "json" };
import spoiler from "../golden/spoiler.json" with { type: "json" };
import { printed, shown } from "./shown.ts";

const text = shown("03_third_party_spoilers");
const percent = (share: number, digits = 2) => `${(100 * share).toFixed(digits)}%`;

Deno.test("03: all or none of the votes bound Clinton's electors, as the reference has them", () => {
  const { stein_johnson_all_to_clinton: all, stein_johnson_all_to_trump: none } =
    spoiler.flip_sets_2016;
  assertStringIncludes(text, `Clinton would have had ${all.ev_clinton} of 538 electors`);
  assertStringIncludes(text, `if every one had chosen Trump, ${538 - none.ev_trump}.`);
  assertStringIncludes(text, "Clinton wins AZ, FL, MI, PA and WI and has 318 electors");
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
  assertStringIncludes(text, "a net share of more than 22.52% of these votes in every state");
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
