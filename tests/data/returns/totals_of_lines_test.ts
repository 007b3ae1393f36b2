import { assertEquals, assertStringIncludes } from "@std/assert";
import { mendings, reading, refusing, sum } from "./reading.ts";

const NAME = "20161108__ny__general__elm__precinct.csv";
const OPTIONS = { check: false } as const;
/** Ballot lines of two candidates in three precincts, each as party and votes. */
const LINES: Readonly<Record<string, readonly (readonly [party: string, votes: number])[]>> = {
  "Ada Red": [["DEM", 40], ["WFP", 3]],
  "Ben Blue": [["REP", 30], ["CON", 7]],
  "Cy Gold": [["GRE", 2]],
};
const PRECINCTS = [1, 2, 3, 4];

/** A file of these lines, with a row that adds up those of each candidate who has several. */
function file(
  total: (candidate: string) => readonly [candidate: string, party: string],
  wrong = 0,
): string {
  const rows = PRECINCTS.flatMap((precinct) =>
    Object.entries(LINES).flatMap(([candidate, lines]) => {
      const [name, party] = total(candidate);
      const all = lines.reduce((sum, [, votes]) => sum + votes * precinct, 0);
      return [
        ...lines.map(([line, votes]) => [precinct, candidate, line, votes * precinct]),
        ...(lines.length > 1 ? [[precinct, name, party, all + (precinct === 2 ? wrong : 0)]] : []),
      ];
    })
  );
  return [
    "precinct,office,candidate,party,votes",
    ...rows.map(([precinct, name, party, votes]) =>
      `P ${precinct},President,${name},${party},${votes}`
    ),
  ].join("\n") + "\n";
}
const RIGHT = 10 * (43 + 37 + 2);

Deno.test("a candidate's total beside the ballot lines is left out, however it is marked", () => {
  const marks: readonly ((candidate: string) => readonly [string, string])[] = [
    (candidate) => [candidate, "Total"],
    (candidate) => [candidate, "TOTAL VOTES"],
    (candidate) => [`${candidate} Total`, ""],
    (candidate) => [`${candidate} - TOTAL`, "ALL"],
    (candidate) => [candidate, ""],
  ];
  for (const mark of marks) {
    const read = reading(NAME, file(mark), OPTIONS);
    assertEquals(sum(read), RIGHT);
    assertStringIncludes(mendings(read)[0]!, "a total of a candidate's lines");
    assertEquals(read.apart.height, 8);
  }
});

Deno.test("a total of lines that is none is a problem with its row, and an option leaves it out", () => {
  const wrong = file((candidate) => [candidate, "Total"], 5);
  const { message } = refusing(NAME, wrong, OPTIONS);
  assertStringIncludes(message, 'a total of a candidate\'s lines, "Total", of 91 votes');
  assertStringIncludes(message, "expected the sum of its parts, 86");
  assertStringIncludes(message, 'mend: ["totals"]');
  assertEquals(sum(reading(NAME, wrong, { ...OPTIONS, mend: ["totals"] })), RIGHT);
});

Deno.test("rows without a party that are no sums stay: a line without a party's name", () => {
  const rows = PRECINCTS.map((p) =>
    `P ${p},President,Ada Red,DEM,${
      10 * p
    }\nP ${p},President,Ada Red,,${p}\nP ${p},President,Ben,REP,9`
  );
  const read = reading(
    NAME,
    `precinct,office,candidate,party,votes\n${rows.join("\n")}\n`,
    OPTIONS,
  );
  assertEquals([sum(read), mendings(read)], [146, []]);
  // A total alone is the count.
  const alone = rows.map((row) =>
    row.replace(/,DEM/, ",Total").split("\n").filter((_, at) => at !== 1)
  )
    .flat();
  assertEquals(
    sum(reading(NAME, `precinct,office,candidate,party,votes\n${alone.join("\n")}\n`, OPTIONS)),
    136,
  );
});

Deno.test("rows of a whole state beside those of its districts are left out where they are their sum", () => {
  const row = (place: string, district: string, ada: number, ben: number) =>
    `${place},President,${district},Ada,${ada}\n${place},President,${district},Ben,${ben}\n` +
    `${place},President,${district},Write-ins,1\n`;
  const places = ["Elm", "Oak", "Ash"];
  const head = "county,office,district,candidate,votes\n";
  const split = places.map((place, at) =>
    row(place, "1", 10 + at, 20) + row(place, "2", 30, 40) +
    row(place, "", 40 + at, 60).replace("ins,1", "ins,2")
  );
  const read = reading("20161108__me__general__county.csv", head + split.join(""), OPTIONS);
  assertEquals(sum(read), 3 * (10 + 20 + 30 + 40 + 2) + 3);
  assertStringIncludes(mendings(read)[0]!, "a total of its districts, without a district");
  // A blank district beside others of other places is none's total.
  const apart = row("Elm", "1", 10, 20) + row("Oak", "", 30, 40);
  assertEquals(sum(reading("20161108__me__general__county.csv", head + apart, OPTIONS)), 102);
});

Deno.test("a row without a party is a total in two places, too, where no chance makes it one", () => {
  const rows = (total: number) =>
    [["1", "REP", 500], ["1", "CON", 30], ["1", "", total], ["2", "REP", 50], ["2", "CON", 3], [
      "2",
      "",
      53,
    ]]
      .map(([precinct, party, votes]) => `${precinct},President,Ada Red,${party},${votes}`).join(
        "\n",
      );
  const header = "precinct,office,candidate,party,votes\n";
  assertEquals(sum(reading(NAME, `${header}${rows(530)}\n`, OPTIONS)), 583);
  assertEquals(sum(reading(NAME, `${header}${rows(7)}\n`, OPTIONS)), 643);
});

Deno.test("rows without a party are totals where 19 of 20 are the sum of their lines, in three places or more", () => {
  // In the first places the row without a party is the sum of the two lines, in the last ones it is not.
  const lines = (right: number, wrong: number) =>
    Array.from({ length: right + wrong }, (_, i) => i + 1).map((place) =>
      [["Ada", "DEM", 7 * place], ["Ada", "WFP", 3], ["Ada", "", place > right ? 2 : 7 * place + 3]]
        .map(([name, party, votes]) => `P ${place},President,${name},${party},${votes}\n`).join(
          "",
        ) +
      `P ${place},President,Ben,REP,${5 * place}\n`
    ).join("");
  const file = (right: number, wrong: number) =>
    `precinct,office,candidate,party,votes\n${lines(right, wrong)}`;
  const apart = (right: number, wrong: number) =>
    reading(NAME, file(right, wrong), OPTIONS).apart.height;
  assertEquals([apart(3, 0), apart(2, 0)], [3, 0]);
  assertEquals(apart(18, 1), 0);
  const { problems } = refusing(NAME, file(19, 1), OPTIONS);
  assertEquals(problems.map(({ expected, found }) => [expected, found]), [[
    "the sum of its parts, 143",
    "a total of a candidate's lines, without a party, of 2 votes",
  ]]);
});
