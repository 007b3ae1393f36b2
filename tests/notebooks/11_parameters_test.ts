import { assertEquals, assertNotMatch, assertStringIncludes } from "@std/assert";
import { pageText } from "./page_text.ts";

Deno.test("11: of 2000 nothing is said of states whose equipment is not known", async () => {
  const text = await pageText("11", { year: 2000, earlier: 2016, closest: 5 });
  assertStringIncludes(text, "**Can't tell.** It could not in Florida");
  assertStringIncludes(text, "of the others it is not known.");
});

Deno.test("11: many states get no third number in the answer, and the rest are named", async () => {
  const text = await pageText("11", { closest: 20 });
  assertStringIncludes(
    text,
    "Paper could settle it in 14 of the 20 closest states, perhaps in Florida, not in the rest",
  );
  assertStringIncludes(
    text,
    "It could not in Pennsylvania, Georgia, Virginia, Texas and Delaware.",
  );
});

Deno.test("11: the limit is printed with its digits, and paperless votes beside the whole margin", async () => {
  const strict = await pageText("11", { riskLimit: 0.001 });
  assertStringIncludes(strict, "at most 0.1% of such audits would confirm it");
  // Minerva's saving there is 18%, below the quarter that its authors found for their limits.
  assertStringIncludes(strict, "18% at most, less than theirs at this risk limit");
  // Lever machines of Florida 2000: 62,013 votes, margin 537.
  const text = await pageText("11", { year: 2000 });
  assertStringIncludes(
    text,
    "It could not in Florida, where a county's polling places left no paper",
  );
  // Martin County alone had lever machines.
  assertStringIncludes(
    text,
    "In Florida 62,013 votes came from a county whose polling places left no paper (lever machines)",
  );
  // A size of an audit beside it is not what could be done.
  assertStringIncludes(text, "no errors found, if all left paper | 69,131");
  assertStringIncludes(
    await pageText("11", { year: 2000, closest: 1 }),
    "It could not in Florida: a county whose polling places left no paper cast far more votes",
  );
});

Deno.test("11: one percent is called no evidence only where it is none, and no election stands twice", async () => {
  // 85,629 ballots of Texas, decided by 9 points: the sample's error is a third of a point.
  const wide = await pageText("11", { chosenStates: "TX" });
  assertStringIncludes(wide, "is more than 99.9%, so that there one percent is plenty");
  assertNotMatch(wide, /much the same either way|100(?:\.0)?%/);
  const same = await pageText("11", { year: 2000 });
  assertStringIncludes(same, "No earlier election was chosen beside 2000");
  assertEquals(same.match(/Florida 2000 269 62,013/g)?.length, 1);
});

Deno.test("11: where no equipment is known, nothing is said of paper", async () => {
  const text = await pageText("11", { year: 1984, closest: 1 });
  assertStringIncludes(text, "Of none of the contests chosen do the tables know the equipment");
  // BRAVO would draw more ballots than Florida had in 2000.
  assertStringIncludes(await pageText("11", { year: 2000 }), "Florida more than there are");
});

Deno.test("11: Georgia's paper of 2020, counted by hand, is not said to be unknown", async () => {
  const text = await pageText("11", { year: 2020, chosenStates: "GA AZ WI" });
  assertStringIncludes(
    text,
    "**In one state.** Paper could settle it in Georgia; for Arizona and Wisconsin the tables here",
  );
  // The audit's report: by hand 2,475,141 and 2,462,857, by machine 2,474,248 and 2,461,468.
  assertStringIncludes(
    text,
    "Biden led by 12,284, by 12,780 in the machines' first count and by 11,779",
  );
});

Deno.test("11: the states chosen stand in the question", async () => {
  assertStringIncludes(
    await pageText("11", { year: 2000, chosenStates: "FL" }),
    "that votes were miscounted in Florida in 2000? **No.**",
  );
  assertStringIncludes(
    await pageText("11", { year: 2020 }),
    "that votes were miscounted in 2020? **In one state.** Paper could settle it in Georgia;",
  );
});

Deno.test("11: the District is no state, and the election set beside leaves its trace", async () => {
  const text = await pageText("11", { chosenStates: "DC WY PA", earlier: 2004 });
  assertStringIncludes(
    text,
    "Paper could settle it in 2 of the 3 places chosen, not in Pennsylvania",
  );
  assertNotMatch(text, /states chosen|these states/);
  // data/state_returns.csv: Kerry's lead in Pennsylvania.
  assertStringIncludes(
    text,
    "Pennsylvania's margin in 2004, the closest of the contests set beside | 144,248",
  );
});

Deno.test("11: Georgia's polling places of 2020 are not said to have marked by pen", async () => {
  const text = await pageText("11", { year: 2020, chosenStates: "GA" });
  assertStringIncludes(text, "Georgia's polling places had such machines in 2020");
  assertNotMatch(await pageText("11", {}), /Georgia's polling places had such machines/);
});
