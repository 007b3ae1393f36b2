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
      `${label} ${printed(places)} ${printed(observed)} ${expected.toFixed(1)} ${p.toFixed(3)} ${
        digit.toFixed(3)
      } ${r > 0 ? "+" : ""}${r.toFixed(2)} ${small.toFixed(1)} ${large.toFixed(1)}`,
    );
  }
});

Deno.test("14: the flags that the answer counts are those of the table", () => {
  const rows = [
    ...text.matchAll(
      / ([\d,]+) ([\d,]+) ([\d,]+\.\d) (under 0\.001|\d\.\d{3}) (under 0\.001|\d\.\d{3}) ([+-]?\d\.\d\d) (\d+\.\d|–) (\d+\.\d|–)/g,
    ),
  ];
  const below = (cell: string) => cell.startsWith("under") || Number(cell) < 0.05;
  assert(rows.length > 40);
  assertStringIncludes(
    text,
    `stand out in ${rows.filter((row) => below(row[4]!)).length} of ${rows.length} counts`,
  );
  const flagged = rows.filter((row) => below(row[5]!)).length;
  assertStringIncludes(
    text,
    `flags ${flagged} of the ${rows.length} (${(100 * flagged / rows.length).toFixed(1)}%)`,
  );
});

Deno.test("14: second digits flag honest elections as often as in numpy's simulation", () => {
  const shown = Number(/second digits [\d.]+ ([\d.]+) [\d.]+/.exec(text)![1]) / 100;
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
