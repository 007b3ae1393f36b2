import { assertNotMatch, assertStringIncludes } from "@std/assert";
import { pageText } from "./page_text.ts";

Deno.test("05: the question names the state that is asked about", async () => {
  const text = await pageText("05", { state: "PA", unit: "county", draws: 199 });
  assertStringIncludes(text, "cost Clinton votes in Pennsylvania? **Can't tell.**");
  assertStringIncludes(text, "16 models that account for 2012 and for who lives there none has");
  assertNotMatch(text.slice(0, 1500), /Of the other two states in the claim|the margin grew by/);
});

Deno.test("05: of Pennsylvania nothing is said that is so of Wisconsin's municipalities", async () => {
  const text = await pageText("05", { state: "PA", unit: "county", draws: 199 });
  // Medians 45,659 and 19,706 votes: machines stood in the large counties.
  assertStringIncludes(text, "The median electronic unit cast 45,659 votes, the median other unit");
  assertNotMatch(text, /Electronic machines stand in small places|[^n] DREs stood in small/);
  assertNotMatch(text, /does not by itself erase|The closer the comparison/);
  assertStringIncludes(text, "The difference by what is held fixed");
  // Three outcomes, each named: 5.35, 5.50 and 3.84.
  assertStringIncludes(text, "Clinton's share of all votes differs by 5.35");
  assertStringIncludes(
    text,
    "counties with DREs at the polling places of half or more of the voters",
  );
  assertStringIncludes(text, "Clinton's two-party share was 3.84");
});

Deno.test("05: the degrees of freedom named are those of the dose by votes", async () => {
  const text = await pageText("05", { weights: "equal", dose: "threshold", draws: 199 });
  // R (clubSandwich): 11.7.
  assertStringIncludes(text, "11.7 for the dose by votes, although there are 72 counties");
});

Deno.test("05: of counties it is said which interval leaves zero out", async () => {
  const text = await pageText("05", { unit: "county", draws: 199 });
  assertStringIncludes(
    text,
    "none has a 95% interval without zero; but a simpler model, of the share of 2016 alone with education",
  );
  assertStringIncludes(text, "how many were cast on them is not known");
  // Verified Voting's list: 45 of 72 counties have them at the polling places of half their voters.
  assertStringIncludes(text, "half or more of its voters had them: 45 of Wisconsin's 72 are");
  assertNotMatch(text, /electronic ballots/);
  // 22,748 / (2 × 913,872).
  assertStringIncludes(
    text,
    "1.24 percent of the 913,872 ballots cast where polling places had DREs would have had to be",
  );
  // A confounder's bound above the estimate can't take that much of it away.
  assertNotMatch(text, /could take at most/);
  assertStringIncludes(text, "could move it by up to 1.46 points, the estimate being \u22120.25");
  // The six rungs are 0.15 points apart, and the least standard error is over 0.4.
  assertStringIncludes(text, "They lie closer together than the smallest of their standard errors");
  assertNotMatch(text, /\*?depends on the model\*?; it is not/);
});

Deno.test("05: one sign before and after 2016 is no trend where both intervals include zero", async () => {
  const text = await pageText("05", { state: "KS", unit: "county", draws: 99 });
  // 0.04 (-0.87 to 0.94) and 0.19 (-0.28 to 0.67).
  assertStringIncludes(text, "have the same sign, and both intervals include zero");
  assertNotMatch(text, /moved on in the same direction|the less than college/);
  assertStringIncludes(text, "in all 16 models an effect of 21.34 points is ruled out");
});

Deno.test("05: what is held fixed is named, not called all", async () => {
  const text = await pageText("05", { covariates: ["college"], draws: 199 });
  assertStringIncludes(text, "2012 and college degrees 1,807 ");
  assertStringIncludes(text, "points with 2012 and college degrees held fixed");
  assertNotMatch(text, /all figures/);
});

Deno.test("05: where counties have the machines or not, one dose is not counted as two", async () => {
  const text = await pageText("05", { state: "PA", unit: "county", draws: 199 });
  // Two outcomes, two weightings, two sets of covariates, size or not: 2 * 2 * 2 * 2.
  assertStringIncludes(text, "16 defensible models");
  assertNotMatch(text, /two doses|adjusted, dose/);
  assertStringIncludes(text, "5,657,476 ballots where polling places had DREs");
});

Deno.test("05: what was set is said with the answer whose models it changes", async () => {
  const set = await pageText("05", {
    dose: "threshold",
    threshold: 0.25,
    weights: "equal",
    draws: 199,
  });
  assertStringIncludes(set, "Set here: machines as yes or no in the table's model");
  assertStringIncludes(set, "a municipality is electronic above 25% of its ballots");
  assertStringIncludes(set, "electronic or not, each counting once, the vote of 2012");
  assertNotMatch(await pageText("05", { draws: 199 }), /Set here/);
});
