import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { checkClaims, VERDICTS } from "tallybook/claims";
import { assertAnswerFirst, headlineOf } from "./answer_first.ts";
import { pageText } from "./page_text.ts";
import { shown } from "./shown.ts";

const text = shown("12_claims");
const { answer } = headlineOf("12_claims");
const all = checkClaims();
const number = (...verdicts: string[]) =>
  all.filter(({ verdict }) => verdicts.includes(verdict)).length;

Deno.test("12: the answer comes first, by the rules", () => assertAnswerFirst("12_claims"));

Deno.test("12: the first sentence counts what stands among what counts can judge", () => {
  assertStringIncludes(
    answer,
    `Of ${all.length - number("unverifiable")} statements that counts can judge, ${
      number("true", "true-then")
    } are true or were on their day`,
  );
});

Deno.test("12: every statement that is judged and does not stand is accounted for, and the sum is shown", () => {
  const parts = ["definition-dependent", "imprecise", "misleading", "false"].map((verdict) =>
    number(verdict)
  );
  const others = all.length - number("unverifiable", "true", "true-then");
  assertEquals(parts.reduce((a, b) => a + b), others);
  const open = number("unverifiable");
  assertStringIncludes(
    text,
    `| Not settled by counts | ${open} | of all ${all.length} statements; ` +
      `${number("true", "true-then")} + ${parts.join(" + ")} + ${open} = ${all.length} |`,
  );
  assertEquals(number("true", "true-then") + others + open, all.length);
});

Deno.test("12: the key table is small", () => {
  const rows = headlineOf("12_claims").lead.split("\n").filter((line) => line.startsWith("| "));
  // Two lines head the table.
  assertEquals(rows.length <= 8 + 2, true, `${rows.length}`);
});

Deno.test("12: verdicts are shown in plain words, each with its number, never by their codes", () => {
  for (const { verdict, label } of VERDICTS) {
    assertMatch(text, new RegExp(`${label} (?:It|Its|Not) [^|]*? ${number(verdict)} `));
  }
  for (const code of ["true-then", "definition-dependent", "unverifiable", "imprecise"]) {
    assertEquals(text.includes(`caption: ${code}`), false);
  }
});

Deno.test("12: machines: false as printed, a right number with a wrong conclusion of Wisconsin alone", () => {
  assertStringIncludes(text, "M1 false Wisconsin alone");
  assertStringIncludes(text, "points of Clinton's share right number, wrong conclusion");
});

Deno.test("12: no verdict but ten hangs on a tolerance or on what is still called close", () => {
  assertStringIncludes(text, "At most 6 verdicts would change under any one of 4 other settings");
  assertStringIncludes(
    text,
    "are P6, E2, E9, V2, W6, W21, E5, M3, V11 and V13, near an edge of the rule",
  );
});

Deno.test("12: of the numbers that the final count calls wrong, nine were right on their day", () => {
  // P1, P2, P3, P4, P5, P9, E1 and E2: leads, shares, votes and electors that the count replaced. And V9:
  // of those who had been president nobody had more votes, until Biden was.
  assertEquals(number("true-then"), 8);
  assertStringIncludes(
    text,
    '9 of these were right on their day, and later counts replaced the number: by verdict 8 "true then, not now" and 1 "depends on the definition"',
  );
});

Deno.test("12: statements of 2020 and 2024 stand with their election, side and address", () => {
  for (const election of [2016, 2020, 2024]) {
    const rows = all.filter(({ claim }) => claim.election === election);
    const stands = rows.filter(({ verdict }) => verdict === "true" || verdict === "true-then");
    const judged = rows.filter(({ verdict }) => verdict !== "unverifiable");
    assertStringIncludes(text, `${election}: ${stands.length} of ${judged.length}`);
  }
  for (const { claim } of all.filter(({ claim }) => claim.election > 2016)) {
    assertStringIncludes(text, `](${claim.page})`);
  }
});

Deno.test("12: what the final value alone calls wrong is named, and articles have no side", () => {
  // data/claims.csv and the tables: of these four no value of the day is known.
  assertStringIncludes(text, "For M1, W11, W12 and W19,");
  assertEquals(
    all.filter(({ verdict, computed }) =>
      ["false", "imprecise"].includes(verdict) && computed.then === null
    ).map(({ claim }) => claim.id),
    ["M1", "W11", "W12", "W19"],
  );
  assertStringIncludes(text, "not recorded: articles of the news");
});

Deno.test("12: verdicts that were chosen are named with an answer that is of all", async () => {
  assertStringIncludes(
    await pageText("12", { verdicts: ["false"] }),
    `The tables of verdicts further down list the ${
      number("false")
    } statements called "false" only; ` +
      "all that is counted here, and the other tables, are of all.",
  );
});
