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
