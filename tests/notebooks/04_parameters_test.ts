import { assertMatch, assertNotMatch, assertStringIncludes } from "@std/assert";
import { pageText } from "./page_text.ts";

Deno.test("04: no zero stands for what is not known in 1876 and 1960", async () => {
  for (const year of [1876, 1960]) {
    const text = await pageText("04", { year });
    assertMatch(text, /Persons eligible to vote by state are not known/);
    assertNotMatch(text, /persons who don't vote [+−]?0\.00/);
  }
});

Deno.test("04: in 1960 the electors of record and those by pluralities are told apart", async () => {
  const text = await pageText("04", { year: 1960 });
  assertStringIncludes(text, "Kennedy and Nixon won 303 to 220 electors");
  assertStringIncludes(text, "298 to 220 electors by the states' votes (of record 303 to 220:");
});

Deno.test("04: in 1824 the votes asked for are those that would have given Jackson a majority", async () => {
  const text = await pageText("04", { year: 1824 });
  // 99 electors of the 131 needed: nobody had a majority, and Jackson led both counts.
  assertMatch(text, /would have given Jackson a majority/);
  assertNotMatch(text, /given Adams|give Adams/);
});

Deno.test("04: what hangs on a reading depends, and what is arithmetic is counted", async () => {
  assertStringIncludes(
    await pageText("04", { year: 1960 }),
    // The reading of the key table: 318,303 votes in Alabama, those of the strongest pledged elector.
    "**It depends.** Counted one way Kennedy led Nixon by 112,827 votes, another way he trailed by",
  );
  const of1824 = await pageText("04", { year: 1824 });
  // Jackson 151,271 and Adams 113,122 in the states that voted.
  assertStringIncludes(of1824, `Jackson led Adams by ${(151_271 - 113_122).toLocaleString("en")}.`);
  assertStringIncludes(of1824, "from Adams's or Clay's voters, in Illinois, Maryland, Missouri");
  assertStringIncludes(
    await pageText("04", { year: 1888 }),
    "House seats by the census with all who did not or could not vote (+7.59)",
  );
});

Deno.test("04: the title names the two who are compared", async () => {
  const text = await pageText("04", { year: 2000, candidates: "Gore, Nader" });
  assertStringIncludes(
    text,
    "Did Gore win more votes as well as more electors than Nader in 2000?",
  );
});

Deno.test("04: of 1824 the states without a popular vote are named in the answer", async () => {
  const text = await pageText("04", { year: 1824 });
  assertStringIncludes(
    text,
    "No popular vote was held in Delaware, Georgia, Louisiana, New York, South Carolina and Vermont",
  );
});

Deno.test("04: up to four places are named, districts too", async () => {
  assertStringIncludes(
    await pageText("04", { year: 2020 }),
    "votes to Trump, from Biden's voters, in Arizona, Georgia, Nebraska's district 2 and Wisconsin",
  );
});

Deno.test("04: a question that asks why is answered by how many causes were enough", async () => {
  assertStringIncludes(await pageText("04", { year: 2016 }), "**One main cause.** Mostly winner");
  assertStringIncludes(await pageText("04", { year: 1824 }), "**One main cause.** Nobody won a");
  // Colorado's legislature chose three electors, and without the senators' 38 times two Tilden
  // leads: 184 - 2 * 17 = 150 to 182 - 2 * 20 = 142 in the 37 states that voted.
  const of1876 = await pageText("04", { year: 1876 });
  assertStringIncludes(of1876, "**Several causes.** Where a popular vote was held Tilden won more");
  assertStringIncludes(of1876, "| 150 | Hayes 142 |");
});

Deno.test("04: two who both lost are compared with each other, not sent to the House", async () => {
  const text = await pageText("04", { year: 1860, candidates: "Douglas, Breckinridge" });
  assertStringIncludes(
    text,
    "Why did Douglas win fewer electors than Breckinridge in 1860, with more votes?",
  );
  // Lincoln had 180 of 303 electors: a majority.
  assertNotMatch(text, /the House chose Lincoln|Nobody won a majority|of the 5 such leads/);
  assertStringIncludes(text, "would have given Douglas the majority");
});

Deno.test("04: a lead is set beside both candidates' votes", async () => {
  // Federal Election Commission: Obama 65,915,795 and Romney 60,933,504 in 2012.
  assertStringIncludes(
    await pageText("04", { year: 2012 }),
    "| 4,982,291 | – | Obama 65,915,795, Romney 60,933,504 |",
  );
});

Deno.test("04: what stands beside an election, and where switches are looked for, is said with the answer", async () => {
  const beside = await pageText("04", { compareWith: 1960 });
  assertStringIncludes(beside, "The election of 1960 stands beside this one further down.");
  assertNotMatch(await pageText("04", {}), /stands beside this one|looked for in/);
  const ohio = await pageText("04", { year: 2004, states: "OH" });
  assertStringIncludes(ohio, "Switches were looked for in OH alone.");
  assertStringIncludes(ohio, "Fewest switches, in the places asked about alone, that give Kerry");
});

Deno.test("04: a model of two parties says so where a third won states", async () => {
  const text = await pageText("04", { year: 1968 });
  assertStringIncludes(text, "though in 1968 Wallace won states");
  assertNotMatch(await pageText("04", {}), /The model knows a Democrat/);
});
