import { assertEquals, assertNotMatch, assertStringIncludes } from "@std/assert";
import { golden } from "../golden/read.ts";
import { pageText } from "./page_text.ts";

Deno.test("09: who shares in proportion does not change 1976, and does change 2016", async () => {
  assertStringIncludes(await pageText("09", { year: 1976 }), "does not change who wins in 1976");
  assertStringIncludes(await pageText("09", {}), "Who may share in proportion matters");
});

Deno.test("09: where only the size of the House changes the outcome the answer is not a plain no", async () => {
  const text = await pageText("09", { year: 1976 });
  assertStringIncludes(
    text,
    "**It depends.** On the votes as cast no other rule elects anybody else",
  );
  assertStringIncludes(
    text,
    "but 39 of 951 sizes of the House, all smaller, would have elected Ford",
  );
  // The census of the parameter, 2010, has no part in that election: the one in force is named.
  assertStringIncludes(text, "by the census of 1970 and the states as they were won");
  assertNotMatch(text, /missed the last seat, census of 2010 \|/);
  // A compact that is not in force is no other rule: seven others where districts are known.
  assertStringIncludes(await pageText("09", { year: 2024 }), "each of 7 other rules elects Trump");
  // A figure's title says how many sizes, not one of them.
  assertStringIncludes(text, "With the states of 1976, 41 of 951 sizes of the House give another");
});

Deno.test("09: where a rule leaves nobody a majority no other president is elected, and each number has a name", async () => {
  const three = await pageText("09", { year: 1992 });
  assertStringIncludes(
    three,
    "**None found.** On the votes cast no other rule elects anybody else; 1 of 6 leaves",
  );
  assertStringIncludes(three, "more if all candidates share electors");
  // Each leader had 269 of 2000 by largest remainders (tests/golden/scripts/10_ec_history.py): no majority.
  const { rules } = golden<Record<string, { rules: Record<string, Record<string, number>> }>>(
    "ec_history_1976_2024.json",
  )["2000"]!;
  const { D, R } = rules.proportional_two_party_hamilton!;
  assertEquals([D, R], [269, 269]);
  const even = await pageText("09", { year: 2000 });
  assertStringIncludes(even, '"Proportional, largest remainder" (269 each)');
  // In Python's fractions from data/state_returns.csv: 258.802 and 257.699 of 538.
  assertStringIncludes(even, "(Bush 258.8, Gore 257.7, others 21.5)");
  assertStringIncludes(
    even,
    "a national popular vote elects Gore; of 5 others tried 2 do, one only if the two leaders",
  );
  const turned = await pageText("09", { year: 2012 });
  assertStringIncludes(
    turned,
    "1 of 7 other rules (electors by district) elects Romney; the others, a national popular vote among them, elect Obama.",
  );
});

Deno.test("09: before there were fifty states and the District the electors were fewer than 538", async () => {
  // 435 members, two senators for each of 48 states: 531.
  const text = await pageText("09", { census: 1940 });
  assertStringIncludes(text, "Adding two for the senators of each of 48 states gives the 531");
  assertStringIncludes(await pageText("09", {}), "50 states, and three for the District");
});

Deno.test("09: a rule that is not tried in an election is named with the reason", async () => {
  assertStringIncludes(
    await pageText("09", { year: 1992, census: 1990 }),
    "Not tried for 1992: electors by district, for want of votes by district in 1992; the compact of states, which no state had joined.",
  );
  // Ten states and the District had joined by 2016: 55, 29, 20, 14, 12, 11, 10, 4, 4, 3 and 3 electors.
  assertStringIncludes(
    await pageText("09", {}),
    "Not tried for 2016: the compact of states, which had 165 of the 270 electors that it needs.",
  );
});

Deno.test("09: a census that was not in force is said to be, beside an answer that does not rest on it", async () => {
  assertStringIncludes(
    await pageText("09", { year: 1992 }),
    "is that of the census of 2010, which was not in force in 1992.",
  );
  assertNotMatch(await pageText("09", {}), /which was not in force/);
});
