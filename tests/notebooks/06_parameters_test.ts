import { assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { pageText } from "./page_text.ts";

Deno.test("06: another county's page holds Palm Beach to the counties besides it", async () => {
  const text = await pageText("06", { outlier: "Duval" });
  assertStringIncludes(text, "other than Palm Beach z lies between \u22121.12 and 1.65");
  assertMatch(text, /election day gave him \u2212\d+ votes, 95% interval \u2212\d+ to/);
});

Deno.test("06: a standard error too wide takes the answer away", async () => {
  const text = await pageText("06", { overdispersion: 12 });
  assertStringIncludes(
    text,
    "**Can't tell.** Palm Beach County's ballot cost Gore an estimated 1,574 votes net, too",
  );
  assertStringIncludes(text, "by standard errors 12 times the binomial ones");
  assertNotMatch(text, /Whatever else moved/);
});

Deno.test("06: a county with fewer votes than expected has none beyond it, and a county's vote is not who lives there", async () => {
  const fewer = await pageText("06", { outlier: "Miami-Dade", covariates: ["gore_share"] });
  assertStringIncludes(fewer, "votes fewer than expected, by model");
  assertStringIncludes(fewer, "was the smallest of 67");
  assertStringIncludes(fewer, "Adjusted for how the county voted, ");
  assertNotMatch(fewer, /Adjusted for who lives there|\u2212\d+ votes beyond/);
  const plain = await pageText("06", { outlier: "Duval", overdispersion: 1 });
  assertStringIncludes(plain, "With the binomial standard error, **z = \u22124.26**");
  // A z below zero is brought up, and Palm Beach is one of the others.
  assertStringIncludes(plain, "to bring z above \u22121.96");
  assertStringIncludes(plain, "binomial z, Palm Beach's among them, have a standard deviation");
});

Deno.test("06: what is asked besides is named with the answer that is not of it", async () => {
  assertStringIncludes(
    await pageText("06", { outlier: "Duval" }),
    "Asked besides, and not part of this answer: the vote for Buchanan in Duval County, further",
  );
  assertNotMatch(await pageText("06", {}), /Asked besides/);
});

Deno.test("06: every setting that the answer doesn't rest on is named, and the factor of its interval", async () => {
  const text = await pageText("06", { covariates: [], buchananCount: "certified", level: 0.999 });
  assertStringIncludes(
    text,
    "his certified count there, as 1996 predicts it, 99.9% intervals of that prediction and Georgia's machines with nothing held fixed, further down",
  );
  assertStringIncludes(
    await pageText("06", { overdispersion: 6 }),
    "ballot cost Gore, by standard errors 6 times the binomial ones | 1,574 |",
  );
  assertNotMatch(await pageText("06", {}), /Asked besides|cost Gore, by/);
});
