import { assertStringIncludes } from "@std/assert";
import { golden } from "../golden/read.ts";
import { assertAnswerFirst, headlineOf } from "./answer_first.ts";
import { printed, shown } from "./shown.ts";

const text = shown("09_apportionment_and_other_rules");

Deno.test("09: the answer comes first, by the rules", () => {
  assertAnswerFirst("09_apportionment_and_other_rules");
  const { answer } = headlineOf("09_apportionment_and_other_rules");
  // The rule that the question is mostly asked of stands first. The two others are the
  // proportional ones (below), which among all candidates elect nobody.
  assertStringIncludes(
    answer,
    "a national popular vote elects Clinton; of 6 others tried 2 do, only if the two leaders alone",
  );
  assertStringIncludes(
    text,
    'The other 3 rules ("Winner take all, every state", "Without the senators\' electors" and ' +
      '"District winners and two for the state") elect Trump',
  );
});

Deno.test("09: Bush wins 2000 with a House of 490 or fewer, Gore with 656 or more", () => {
  // Neubauer and Zeitlin, "Outcomes of Presidential Elections and the House Size", PS 36 (2003):
  // ties begin at 491, the last is at 655.
  assertStringIncludes(text, "2000 Bush 457 491 656");
  assertStringIncludes(text, "2016 Trump 0 – –");
});

Deno.test("09: the last seats since 1940 are those computed elsewhere, missed by as many people", () => {
  // tests/golden/scripts/03_apportionment.py, in Python's fractions.
  const censuses = golden<
    Record<string, {
      seat_435: { state: string; seat: number };
      seat_436: { state: string; seat: number; persons_short: number };
    }>
  >("apportionment_1940_2020.json");
  for (const [census, { seat_435: got, seat_436: missed }] of Object.entries(censuses)) {
    assertStringIncludes(
      text,
      `${census} ${got.state}, ${got.seat} ${missed.state}, ${missed.seat} ` +
        `${printed(missed.persons_short)} 0`,
    );
  }
});

Deno.test("09: 2016 under other rules is as computed elsewhere", () => {
  // tests/golden/scripts/10_ec_history.py
  const { rules } = golden<Record<string, { rules: Record<string, Record<string, number>> }>>(
    "ec_history_1976_2024.json",
  )["2016"]!;
  const row = (name: string, key: string, total: number) =>
    assertStringIncludes(text, `${name} ${rules[key]!.D} ${rules[key]!.R} – ${total}`);
  row("Without the senators' electors", "two_senators_removed", 436);
  row("District winners and two for the state", "district_method", 538);
  row("Proportional, largest remainder", "proportional_two_party_hamilton", 538);
  row("Proportional, D'Hondt", "proportional_two_party_dhondt", 538);
  const { D, R } = rules.fractional_of_total!;
  assertStringIncludes(text, `of all votes ${D!.toFixed(1)} ${R!.toFixed(1)} 32.0 538 nobody`);
});

Deno.test("09: 1800 without the enslaved is as computed elsewhere", () => {
  const { results } = golden<{ results: Record<string, { jefferson: number; adams: number }> }>(
    "three_fifths_1800.json",
  );
  for (const key of ["w=0.0|divisor_33000", "w=0.0|house_105"]) {
    const { jefferson, adams } = results[key]!;
    assertStringIncludes(text, `${jefferson.toFixed(2)} ${adams.toFixed(2)} Adams`);
  }
});

Deno.test("09: the compact had 165 electors in 2016", () => {
  assertStringIncludes(text, "11 members with 165 electors");
});

Deno.test("09: among all candidates no proportion of whole electors gives a majority in 2016", () => {
  // Counted in Python with exact fractions from data/state_returns.csv, every named candidate:
  // quotas and largest remainders 261 to 261, D'Hondt's divisors 269 to 265, of 538.
  assertStringIncludes(text, "largest remainder gives 261 each, others 16 (no majority)");
  assertStringIncludes(text, "D'Hondt gives Clinton 269, Trump 265, others 4 (no majority)");
  assertStringIncludes(
    text,
    "shared among all candidates | 1 | of 7; 3 elect Trump, 3 elect nobody",
  );
});
