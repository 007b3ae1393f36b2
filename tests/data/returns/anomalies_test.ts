import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { findAnomalies } from "tallybook/data";
import { reading } from "./reading.ts";
import { processorTime } from "../../files/processor_time.ts";

const HEADER = "county,precinct,office,district,party,candidate,votes";

function anomalies(
  content: string,
  state = "tx",
): { kind: string; message: string; rows?: readonly number[] }[] {
  return findAnomalies(reading(`20201103__${state}__general__elm__precinct.csv`, content));
}

/** Votes that look like a precinct's: never the same twice. */
const votes = (place: number, at: number) => 200 + (place * 7919 + at * 131) % 397;

function places(
  count: number,
  row: (place: number) => readonly (readonly [string, string, string, number | string])[],
): string {
  return Array.from(
    { length: count },
    (_, place) =>
      row(place).map(([office, party, candidate, cells]) =>
        `Elm,P${place},${office},,${party},${candidate},${cells}\n`
      ).join(""),
  ).join("");
}

Deno.test("modes that are equal in every row are named, and those of one row that do not add up", () => {
  const equal = places(
    9,
    (place) =>
      [0, 1].map((at) =>
        [
          "President",
          at ? "DEM" : "REP",
          at ? "Ben" : "Ada",
          `${2 * votes(place, at)},${votes(place, at)},${votes(place, at)}`,
        ] as const
      ),
  );
  const found = anomalies(`${HEADER},early_voting,election_day\n${equal}`);
  assertEquals(found.map(({ kind }) => kind), ["modes repeated"]);
  const rows = (wrong: number) =>
    places(9, (place) =>
      [0, 1].map((at) => {
        const [early, day] = [votes(place, at), 17 + 3 * place + at];
        const all = early + day + (place === 4 && at === 0 ? wrong : 0);
        return [
          "President",
          at ? "DEM" : "REP",
          at ? "Ben" : "Ada",
          `${all},${early},${day}`,
        ] as const;
      }));
  assertEquals(anomalies(`${HEADER},early_voting,election_day\n${rows(0)}`), []);
  const [first, ...more] = anomalies(`${HEADER},early_voting,election_day\n${rows(9)}`);
  // The header is line 1 and each place has two rows.
  assertEquals([first?.kind, first?.rows, more.length], ["modes do not add up", [10], 0]);
});

Deno.test("rows of another contest in some places are named", () => {
  const content = places(40, (place) => [
    ["President", "REP", "Ada Red", votes(place, 0)],
    ["President", "DEM", "Ben Blue", votes(place, 1)],
    ...(place % 4 === 0
      ? [
        ["President", "DEM", "Di Congress", votes(place, 1) + 12],
        ["President", "REP", "Ed Congress", votes(place, 0) - 21],
      ] as const
      : []),
  ]);
  const found = anomalies(`${HEADER}\n${content}`, "fl");
  assertEquals(found.map(({ kind }) => kind), ["another contest"]);
  assertStringIncludes(
    found[0]!.message,
    "Di Congress and Ed Congress have rows in 10 of 40 places",
  );
});

Deno.test("another contest that fills a whole county is named beside the other counties", () => {
  const content = ["Ash", "Elm", "Oak", "Fir"].flatMap((county, at) =>
    Array.from({ length: 6 }, (_, place) => {
      const [red, blue] = [votes(6 * at + place, 0), votes(6 * at + place, 1)];
      const row = (party: string, name: string, count: number) =>
        `${county},P${place},President,,${party},${name},${count}\n`;
      return row("REP", "Ada", red) + row("DEM", "Ben", blue) +
        (county === "Elm" ? row("REP", "Ed", red - 9) + row("DEM", "Di", blue + 7) : "");
    })
  ).join("");
  const found = anomalies(`${HEADER}\n${content}`, "ga");
  assertEquals(found.map(({ kind }) => kind), ["another contest"]);
  assertStringIncludes(found[0]!.message, "Ed and Di have rows in 1 of 4 places only");
});

Deno.test("more votes than ballots, and more ballots than voters, are named with how many", () => {
  const content = (cast: number) =>
    "Elm,P1,Ballots Cast,,,," + `${cast}\nElm,P1,Registered Voters,,,,900\n` +
    "Elm,P1,President,,REP,Ada,400\nElm,P1,President,,DEM,Ben,301\n";
  assertEquals(anomalies(`${HEADER}\n${content(710)}`), []);
  assertStringIncludes(anomalies(`${HEADER}\n${content(700)}`)[0]!.message, "1 too many");
  assertStringIncludes(anomalies(`${HEADER}\n${content(950)}`)[0]!.message, "50 too many");
});

Deno.test("a place far from its own other contests is named: a digit less, and a digit more", () => {
  const content = (change: (votes: number) => number) =>
    places(30, (place) => {
      const [red, blue] = [votes(place, 0), votes(place, 2)];
      return [
        ["President", "REP", "Ada", place === 20 ? change(red) : red],
        ["President", "DEM", "Ben", blue],
        ["U.S. Senate", "REP", "Cy", Math.round(red * 0.97) + place % 3],
        ["U.S. Senate", "DEM", "Di", Math.round(blue * 0.96) + place % 2],
      ];
    });
  assertEquals(anomalies(`${HEADER}\n${content((votes) => votes)}`), []);
  for (const change of [(votes: number) => Math.floor(votes / 10), (votes: number) => 10 * votes]) {
    const found = anomalies(`${HEADER}\n${content(change)}`).filter(({ kind }) =>
      kind === "far from its own other contests"
    );
    // Twenty places of four rows before it, and the header.
    assertEquals(found.map(({ rows }) => rows), [[82]]);
  }
});

/** A generator of pseudo-random numbers from 0 to 1, the same on every run. */
function random(seed: number): () => number {
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
}

Deno.test("files without an error give no finding: small places without write-ins, many places", () => {
  const next = random(3);
  const small = Array.from({ length: 300 }, (_, place) => {
    const all = 20 + Math.floor(180 * next());
    const red = Math.floor(all * (0.3 + 0.4 * next()));
    // About 0.9 write-ins a place: none in four of ten.
    const writeIns = next() < 0.6 ? 1 + Math.floor(2 * next()) : 0;
    return `Elm,P${place},President,,REP,Ada,${red}\nElm,P${place},President,,DEM,Ben,${
      all - red
    }\n` +
      `Elm,P${place},President,,,Write-ins,${writeIns}\n`;
  }).join("");
  assertEquals(anomalies(`${HEADER}\n${small}`), []);
  const many = Array.from({ length: 9000 }, (_, place) => {
    const all = 100 + Math.floor(1900 * next());
    const red = Math.floor(all * (0.2 + 0.6 * next()));
    const [gold, green] = [Math.floor(all * 0.02 * next()), Math.floor(all * 0.01 * next())];
    return [["Ada", red], ["Ben", all - red], ["Cy", gold], ["Di", green]].map(([name, votes]) =>
      `County ${place % 67},P${place},President,,,${name},${votes}\n`
    ).join("");
  }).join("");
  assertEquals(anomalies(`${HEADER}\n${many}`), []);
});

Deno.test("32,000 places that are all alike take time in proportion to them", () => {
  const alike = (count: number) =>
    `${HEADER}\n${
      Array.from({ length: count }, (_, at) => `Elm,P${at},President,,,Ada,5\n`).join("")
    }`;
  const time = (count: number) => {
    const read = reading("20201103__tx__general__elm__precinct.csv", alike(count));
    return processorTime(() => findAnomalies(read));
  };
  time(1000);
  // Four times as many in less than sixteen times the time, which a list copied for each would take.
  const [few, many] = [time(8000), time(32_000)];
  assert(many < 12 * Math.max(few, 20), `${many} ms after ${few} ms`);
});

Deno.test("many rows whose modes do not add up are one finding, with the sum of what is missing", () => {
  const content = places(200, (place) => {
    const [early, day] = [votes(place, 0), 17 + 3 * (place % 50)];
    return [["President", "REP", "Ada", `${early + day + (place < 21 ? 9 : 0)},${early},${day}`]];
  });
  const [found, ...more] = findAnomalies(
    reading(
      "20201103__tx__general__elm__precinct.csv",
      `${HEADER},early_voting,election_day\n${content}`,
    ),
  );
  assertEquals([found?.kind, found?.votes, found?.rows?.length, more], [
    "modes do not add up",
    21 * 9,
    21,
    [],
  ]);
});

Deno.test("modes as rows that are repeated are named with their votes, blank rows aside", () => {
  const rows = (mode: string, extra: number) =>
    Array.from(
      { length: 9 },
      (_, place) =>
        ["Ada", "Ben"].map((name, at) =>
          `Elm,P${place},President,,${at ? "DEM" : "REP"},${name},${
            votes(place, at) + extra
          },${mode}\n`
        ).join(""),
    ).join("");
  const all = 9 * 2;
  const sum = Array.from({ length: all }, (_, i) => votes(Math.floor(i / 2), i % 2))
    .reduce((a, b) => a + b, 0);
  const read = (second: string) =>
    findAnomalies(
      reading(
        "20201103__tx__general__elm__precinct.csv",
        `${HEADER},mode\n${rows("early", 0)}${second}`,
      ),
    );
  const [found, ...more] = read(rows("mail", 0));
  assertEquals([found?.kind, found?.votes, more], ["modes repeated", sum, []]);
  assertStringIncludes(found!.message, "of 1 county (Elm)");
  assertEquals(read(rows("mail", 1)), []);
});

Deno.test("a share is out of line from a bit over three times the median place's", () => {
  // All places alike: twelve times the floor of a tenth on the log scale is a factor of e^1.2 = 3.32.
  const content = (votes: number) =>
    places(30, (place) => [
      ["President", "REP", "Ada", 10_000 - (place === 7 ? votes : 200)],
      ["President", "IND", "Cy", place === 7 ? votes : 200],
    ]);
  const found = (votes: number) =>
    anomalies(`${HEADER}\n${content(votes)}`).filter(({ kind }) => kind === "share out of line");
  assertEquals(found(650), []);
  assertEquals(found(680).length, 1);
});
