import { assertEquals, assertStringIncludes } from "@std/assert";
import { reading } from "./reading.ts";

Deno.test("a misspelled county is named with the nearest one, and not passed over", () => {
  const read = reading(
    "20161108__wi__general__outagame__county.csv",
    "county,office,district,party,candidate,votes\n" +
      "Outagame,President,,DEM,Hillary Clinton,38068\nOutagame,President,,REP,Donald Trump,49879\n",
  );
  assertEquals(read.checks.map(({ verdict, county }) => [verdict, county]), [
    ["county not known", "Outagame"],
  ]);
  assertStringIncludes(read.checks[0]!.message, 'nearest "Outagamie');
});

Deno.test("Kansas City is a part of Jackson County where the known totals count them together", () => {
  // The state's returns of 2000: Jackson County outside the city, and the city's part of it.
  const read = reading(
    "20001107__mo__general.csv",
    "county,office,district,party,candidate,votes\n" +
      "JACKSON,President,,DEM,Al Gore,72393\nJACKSON,President,,REP,George W. Bush,73996\n" +
      "KANSAS CITY,President,,DEM,Al Gore,88026\nKANSAS CITY,President,,REP,George W. Bush,30422\n",
  );
  assertEquals(read.checks.map(({ verdict, county }) => [verdict, county]), [
    ["agrees", "Jackson"],
  ]);
});

Deno.test("a county above the known votes has more, also where one candidate is within a few", () => {
  const read = reading(
    "20201103__ks__general__morton__precinct.csv",
    "county,precinct,office,district,party,candidate,votes\n" +
      "Morton,1,President,,REP,Donald Trump,1034\nMorton,1,President,,DEM,Joe Biden,150\n",
  );
  assertEquals(read.checks.map(({ verdict }) => verdict), ["more votes"]);
  assertStringIncludes(read.checks[0]!.message, "before some canvasses were closed");
});

Deno.test("a county that nothing is near to is named, too", () => {
  const read = reading(
    "20241105__ms__general__jeff_davis__precinct.csv",
    "county,precinct,office,district,party,candidate,votes\n" +
      "Jeff Davis,1,President,,REP,Donald Trump,109\nJeff Davis,1,President,,DEM,Kamala Harris,150\n",
  );
  assertEquals(read.checks.map(({ verdict }) => verdict), ["county not known"]);
});

Deno.test("towns without counties that have most of a state's votes are held against the state", () => {
  // Certified, Massachusetts 2016: Clinton 1,995,196, Trump 1,090,893; here in two towns.
  const file = (clinton: number, trump: number) =>
    "town,precinct,office,district,party,candidate,votes\n" +
    `Acton,1,President,,DEM,Hillary Clinton,${clinton}\nAcer,1,President,,DEM,Hillary Clinton,0\n` +
    `Acton,1,President,,REP,Donald Trump,${trump}\nAcer,1,President,,REP,Donald Trump,5\n`;
  const verdicts = (clinton: number, trump: number) =>
    reading("20161108__ma__general__precinct.csv", file(clinton, trump)).checks
      .map(({ level, verdict }) => [level, verdict]);
  assertEquals(verdicts(1_995_196, 1_090_888), [["state", "agrees"]]);
  assertEquals(verdicts(2 * 1_995_196, 2 * 1_090_888), [["state", "doubled"]]);
  assertEquals(verdicts(19_951, 10_908), []);
});

Deno.test('"Lewis & Clark" is Lewis and Clark', () => {
  const read = reading(
    "20121106__mt__general__county.csv",
    "county,office,district,party,candidate,votes\n" +
      "Lewis & Clark,President,,REP,Mitt Romney,16803\nLewis & Clark,President,,DEM,Barack Obama,15620\n",
  );
  assertEquals(read.checks.map(({ county }) => county), ["Lewis and Clark"]);
});
