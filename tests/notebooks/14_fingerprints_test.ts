import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { golden } from "../golden/read.ts";
import { assertAnswerFirst } from "./answer_first.ts";
import { printed, shown } from "./shown.ts";

const text = shown("14_fingerprints").replaceAll("\u2212", "-");

interface Count {
  readonly places: number;
  readonly observed: number;
  readonly expected: number;
  readonly p: number;
  readonly digit: number;
  readonly r: number;
  readonly small: number;
  readonly large: number;
}
// Python: tests/golden/scripts/29_fingerprints.py.
const { counts, alarms, iowa } = golden<{
  counts: Record<string, Count>;
  alarms: Record<string, number>;
  iowa: { places: number; turnout: number; r: number; corner: number };
}>("fingerprints.json");

Deno.test("14: the answer comes first, by the rules", () => {
  assertAnswerFirst("14_fingerprints");
});

Deno.test("14: tests of six states' counts are the independent program's", () => {
  const labels: Record<string, string> = {
    "SC early": "South Carolina early",
    "IA absentee": "Iowa absentee",
    "ME total": "Maine total",
    "MD election day": "Maryland election day",
    "NV total": "Nevada total",
    "CO total": "Colorado total",
  };
  for (const [key, label] of Object.entries(labels)) {
    const { places, observed, expected, p, digit, r, small, large } = counts[key]!;
    assertStringIncludes(
      text,
      `${label} ${printed(places)} ${printed(observed)} ${expected.toFixed(1)} ${p.toFixed(3)} `,
    );
    // Between them stand the p-values of fives and of the density.
    assertStringIncludes(
      text.slice(text.indexOf(`${label} ${printed(places)}`)).slice(0, 120),
      ` ${digit.toFixed(3)} ${r > 0 ? "+" : ""}${r.toFixed(2)} ${small.toFixed(1)} ${
        large.toFixed(1)
      }`,
    );
  }
});

Deno.test("14: the flags that the answer counts are those of the table", () => {
  const rows = [
    ...text.matchAll(
      / ([\d,]+) ([\d,]+) ([\d,]+\.\d) (under 0\.001|\d\.\d{3}) (under 0\.001|\d\.\d{3}) (under 0\.001|\d\.\d{3}) (under 0\.001|\d\.\d{3}) ([+-]?\d\.\d\d) (\d+\.\d|–) (\d+\.\d|–)/g,
    ),
  ];
  const below = (cell: string) => cell.startsWith("under") || Number(cell) < 0.05;
  assert(rows.length > 40);
  const [whole, fives, density] = [4, 5, 6].map((k) => rows.filter((row) => below(row[k]!)).length);
  assertStringIncludes(
    text,
    `stand out in at most ${Math.max(whole!, fives!, density!)} of ${rows.length} counts`,
  );
  assertStringIncludes(
    text,
    `whole percentages ${whole}, multiples of five percent ${fives} and the resampled density ${density}`,
  );
  const flagged = rows.filter((row) => below(row[7]!)).length;
  assertStringIncludes(
    text,
    `flags ${flagged} of the ${rows.length} (${(100 * flagged / rows.length).toFixed(1)}%)`,
  );
});

Deno.test("14: second digits flag honest elections as often as in numpy's simulation", () => {
  const shown = Number(/second digits 200 [\d.]+ ([\d.]+) [\d.]+/.exec(text)![1]) / 100;
  const expected = alarms["second digits"]!;
  // Three standard errors of 200 elections here and 2,000 there.
  const error = Math.sqrt(expected * (1 - expected) * (1 / 200 + 1 / 2000));
  assert(Math.abs(shown - expected) < 3 * error, `${shown} beside ${expected}`);
});

Deno.test("14: Iowa's turnout, correlation and corner are the independent program's", () => {
  assertStringIncludes(
    text,
    `Iowa ${printed(iowa.places)} ${iowa.turnout.toFixed(1)} +${iowa.r.toFixed(2)} ${iowa.corner}`,
  );
  assertEquals(iowa.corner, 0);
});

Deno.test("14: what the tests of whole percentages find is the independent program's", () => {
  // Python: tests/golden/scripts/31_fingerprint_power.py, 40 elections; the page's are 50.
  const power = golden<Record<string, { moved: number; whole: number; fives: number }>>(
    "fingerprint_power.json",
  );
  for (const [what, { moved, whole, fives }] of Object.entries(power)) {
    const at = text.indexOf(`${what} `, text.indexOf("What the tests would find"));
    const cells = text.slice(at + what.length + 1).split(" ");
    const [shownMoved, , shownWhole, shownFives] = cells.map((cell) =>
      Number(cell.replaceAll(",", ""))
    );
    // Which places are chosen is drawn: their votes differ by some percent between the programs.
    assert(Math.abs(shownMoved! - moved) <= 0.08 * moved, `${what}: ${shownMoved}, ${moved}`);
    for (const [shown, expected] of [[shownWhole!, whole], [shownFives!, fives]] as const) {
      const p = (50 * shown / 100 + 40 * expected) / 90;
      const error = Math.sqrt(p * (1 - p) * (1 / 50 + 1 / 40));
      assert(
        Math.abs(shown / 100 - expected) <= 3 * error + 1e-9,
        `${what}: ${shown}, ${expected}`,
      );
    }
  }
});

Deno.test("14: Rozenas' density flags a few counts, and finds what was made round in tenths of places", () => {
  const flagged = Number(/resampled density \(Rozenas\) (?:\| )?(\d+) of (\d+)/.exec(text)![1]);
  // The rows of the table of counts carry its p-values; those below the level are counted again.
  const rows = [
    ...text.matchAll(
      / [\d,]+ [\d,]+ [\d,]+\.\d (?:under 0\.001|\d\.\d{3}) (?:under 0\.001|\d\.\d{3}) (\d\.\d{3}) (?:under 0\.001|\d\.\d{3}) [+-]?\d\.\d\d/g,
    ),
  ];
  assertEquals(rows.filter((row) => Number(row[1]) < 0.05).length, flagged);
  // Of Iowa's places one in ten is chosen: 137 in the mean of 50 draws, give or take 5.
  const chosen = Number(/tenth of Iowa's places \((\d+)\)/.exec(text)![1]);
  assert(Math.abs(chosen - iowa.places / 10) < 5);
});
