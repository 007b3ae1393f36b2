import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import history from "../golden/ec_history_1976_2024.json" with { type: "json" };
import golden from "../golden/regional_swings.json" with { type: "json" };
import inversionParts from "../golden/inversion_parts.json" with { type: "json" };
import { assertAnswerFirst, headlineOf } from "./answer_first.ts";
import { printed, shown } from "./shown.ts";

const text = shown("04_gore_2000_and_other_inversions");

Deno.test("04: five inversions, with Gore's lead first in votes and last in percent until 2016", () => {
  assertStringIncludes(text, "Five presidents since 1824");
  assertStringIncludes(text, "1824, 1876, 1888, 2000 and 2016");
  assertStringIncludes(text, "2000 Gore Bush 543,895 0.51 0.54");
  assertStringIncludes(text, "Gore 2000, Tilden 1876, Cleveland 1888, Jackson 1824 by votes");
  assertStringIncludes(text, "Jackson 1824, Tilden 1876, Cleveland 1888, Gore 2000 by points");
  assertStringIncludes(text, "2016 Clinton Trump 2,868,686 2.10 2.23");
});

Deno.test("04: the page answers its question first", () => {
  assertAnswerFirst("04_gore_2000_and_other_inversions");
  const { D, R } = history["2000"].rules.two_senators_removed;
  assertStringIncludes(
    headlineOf("04_gore_2000_and_other_inversions").answer,
    `One was enough by itself: without the two electors that every state has for its senators, Gore would have won, ${D} to ${R}.`,
  );
});

Deno.test("04: what went against Gore is told from what favored him, as computed elsewhere", () => {
  // tests/golden/scripts/inversion_parts.py, in Python.
  const { popular, electoral, parts } = inversionParts["2000"];
  const signed = (value: number) => `${value < 0 ? "\u2212" : "+"}${Math.abs(value).toFixed(2)}`;
  const { ground, lead } = headlineOf("04_gore_2000_and_other_inversions");
  assertStringIncludes(
    ground.replaceAll("\u2019", "'"),
    `From votes to electors Gore's margin moved by ${
      signed(electoral - popular)
    } points: the senators' two electors a state (${
      signed(parts["senators' electors"])
    }) and persons who don't vote (${signed(parts.turnout)}) against Gore`,
  );
  assertStringIncludes(
    lead.replaceAll("\u2019", "'"),
    `Gore had ${popular.toFixed(2)} points more than Bush of the votes for the two, and ${
      (-electoral).toFixed(2)
    } points fewer of their electors. Of this difference of ${
      signed(electoral - popular)
    } points ` +
      `the senators' two electors a state (${
        signed(parts["senators' electors"])
      }) and persons who ` +
      `don't vote (${signed(parts.turnout)}) went against Gore, and House seats by the census ` +
      `(${signed(parts.apportionment)}) and winner takes all (${
        signed(parts["winner takes all"])
      }) for Gore.`,
  );
  // Two of the parts are larger than what Gore lacked, each by itself.
  const alone = Object.values(parts).filter((value) => value < electoral);
  assertEquals(alone.length, 2);
  assertStringIncludes(
    lead.replaceAll("\u2019", "'"),
    `Alone the senators' two electors a state or persons who don't vote outweighed the ${
      (-electoral).toFixed(2)
    } points by which Gore fell short.`,
  );
  const other = inversionParts["2000"].parts_replaced;
  const replaced = ["senators' electors", "turnout", "apportionment", "winner takes all"] as const;
  const values = replaced.map((name) => signed(other[name]));
  assertStringIncludes(
    lead,
    `by another way of dividing it, as exact, they are ${values.slice(0, 3).join(", ")} and ${
      values[3]
    }, so that winner takes all changes sides.`,
  );
  assertStringIncludes(text, "The sign of winner takes all hangs on it.");
});

Deno.test("04: within one point about 40 percent are inversions, as the literature has it", () => {
  // Geruso, Spears and Talesara 2022: "about 40 percent".
  assertStringIncludes(text, "within one point, the chance is 40% on average");
  assertStringIncludes(text, "a chance of 47%, whatever the size of the swings");
  // 200,000 draws in numpy of normal swings without a weighted sum, Maine and Nebraska as blocks: 0.443 and 0.143.
  assertStringIncludes(
    text,
    "it is 44% in 2000 with the positions of 1996 and 14% in 2016 with the positions of 2012",
  );
  // 2020 was larger: 3.83 points.
  assertStringIncludes(text, "agrees for 2016, the largest in size from 1964 to 2016; for 2020");
});

Deno.test("04: swings by region have the reference's correlations, and their simulation's error", () => {
  // tests/golden/scripts/regional_swings.py, whose returns of 1976 and 1980 differ by a little.
  for (const year of ["2000", "2016"] as const) {
    const row = new RegExp(
      `${year} correlation (\\d\\.\\d\\d) in a region ` +
        String.raw`[\d.]+% \([\d.]+% to [\d.]+%\) [\d.]+% \(([\d.]+)% to ([\d.]+)%\)`,
    );
    const [, correlation, lower, upper] = row.exec(text)!.map(Number);
    assertAlmostEquals(correlation!, golden[year].correlation, 0.006);
    assert(upper! - lower! > 0.2 && upper! - lower! < 2);
  }
});

Deno.test("04: 2016 is the fifth, fourth, third or sixth, by definition", () => {
  assertStringIncludes(
    text,
    "Fewer popular votes than another candidate 1824, 1876, 1888, 2000 and 2016 5 fifth",
  );
  assertStringIncludes(text, "a majority of the electors 1876, 1888, 2000 and 2016 4 fourth");
  // 34,220,984 − 318,303 + 147,295 − 34,108,157 = −58,181
  assertStringIncludes(text, "147,295 −58,181");
});

Deno.test("04: without senators' electors Gore wins 225 to 211, and Trump still 246 to 190", () => {
  const { D, R } = history["2000"].rules.two_senators_removed;
  assertStringIncludes(text, `for its senators it is ${D} to ${R}, and Gore wins instead`);
  const { D: clinton, R: trump } = history["2016"].rules.two_senators_removed;
  assertStringIncludes(text, `for its senators it is ${clinton} to ${trump}, and Trump still wins`);
});

Deno.test("04: the fewest switches are the reference's where both have the same counts", () => {
  // The tables have the official counts of Ohio 1976 and of 1980-1996, which differ by a little.
  for (const year of ["2000", "2004", "2008", "2016", "2020", "2024"] as const) {
    const { votes, states } = history[year].loser_min_switch_to_270;
    const units = states.length > 5 ? `${states.length} states` : states.toSorted().join(", ");
    assertStringIncludes(text, `${printed(votes)} ${units}`);
  }
  // Where a district of rounded share is among the units. Nebraska's canvass of 2020 has a margin
  // of 22,091 in the second district: 10,342 + 5,890 + 5,229 + 11,046 = 32,507.
  assertStringIncludes(text, "30,495 to 30,780 to deny a majority in 2016");
  assertStringIncludes(text, "32,433 to 32,771 to win in 2020");
  assertStringIncludes(text, "59,301 switches, but CO, IA and NM with 57,787");
});

Deno.test("04: tipping points are the reference's", () => {
  for (const [year, { tipping_total: { unit } }] of Object.entries(history)) {
    assertStringIncludes(text, `(${unit})`);
    const bias = history[year as keyof typeof history].ec_bias_pts_toward_D_total;
    const points = `${bias < 0 ? "−" : "+"}${Math.abs(bias).toFixed(1)}`;
    // The official totals of 1976, 1992 and 2004, which the tables have, move the last digit.
    if (!["1976", "1992", "2004"].includes(year)) {
      assertStringIncludes(text, `${year} ${points} (${unit})`);
    }
  }
});
