import { assertEquals, assertThrows } from "@std/assert";
import {
  assertReconciled,
  DataError,
  type DifferenceCause,
  loadReconciliation,
  reconcile,
} from "tallybook/data";

const ABOUT = { table: "counties", year: 2000, state_po: "FL" };
const SUMS = [
  { ...ABOUT, candidate: "Al Gore", votes: 2_911_417 },
  { ...ABOUT, candidate: "George W. Bush", votes: 2_911_215 },
];
const CONTROLS = [
  { ...ABOUT, candidate: "Al Gore", votes: 2_912_253, control: "certified" },
  { ...ABOUT, candidate: "George W. Bush", votes: 2_912_790, control: "certified" },
];
const LATE: DifferenceCause = {
  cause: "late ballots from abroad",
  explanation: "Certified for the state, not by county",
  table: "counties",
  years: [2000],
  states: ["FL"],
};

Deno.test("reconcile() gives each difference the first cause that fits", () => {
  const narrow: DifferenceCause = { ...LATE, cause: "narrow", explanation: "n", difference: -836 };
  const rows = reconcile(SUMS, CONTROLS, [narrow, LATE]);
  assertEquals(rows.map(({ difference, cause }) => [difference, cause]), [
    [-836, "narrow"],
    [-1575, "late ballots from abroad"],
  ]);
});

Deno.test("reconcile() takes a missing sum for 0, and gives an exact sum no cause", () => {
  const [first, second] = reconcile([SUMS[0]!], [{ ...SUMS[0]!, control: "self" }, CONTROLS[1]!], [
    LATE,
  ]);
  assertEquals([first?.difference, first?.cause], [0, null]);
  assertEquals([second?.ours, second?.difference], [0, -2_912_790]);
});

Deno.test("assertReconciled() refuses a difference without a named cause", () => {
  const rows = reconcile(SUMS, CONTROLS, [{ ...LATE, candidates: ["Al Gore"] }]);
  const error = assertThrows(() => assertReconciled(rows), DataError);
  assertEquals(error.problems.length, 1);
  assertEquals(error.problems[0]?.found, "2911215, which is 1575 too few, without a named cause");
});

Deno.test("assertReconciled() refuses a cause that explains nothing", () => {
  const stale: DifferenceCause = { ...LATE, years: [2004], explanation: "stale" };
  const rows = reconcile(SUMS, CONTROLS, [LATE]);
  assertThrows(() => assertReconciled(rows, [LATE, stale]), DataError, "explains");
});

Deno.test("reconcile() refuses two sums of one subject, and votes that are no count", () => {
  const twice = [...SUMS, { ...SUMS[0]!, votes: 1 }];
  assertThrows(
    () => reconcile(twice, CONTROLS),
    RangeError,
    'found "counties, 2000, FL, Al Gore" twice, expected each once',
  );
  const text = [{ ...SUMS[0]!, votes: "2912253" as unknown as number }];
  assertThrows(() => reconcile(text, CONTROLS), TypeError, "votes of sums[0]");
  assertThrows(
    () => reconcile(SUMS, [{ ...CONTROLS[0]!, votes: 0.5 }]),
    RangeError,
    "votes of controls[0]",
  );
});

Deno.test("the committed comparison has a cause for every difference", () => {
  const rows = loadReconciliation().toRecords();
  const unnamed = rows.filter((row) => row.difference !== 0 && row.cause === null);
  assertEquals(unnamed, []);
  assertEquals(rows.every((row) => row.ours - row.official === row.difference), true);
});

Deno.test("the committed comparison finds the FEC's sums of 2016 exact for the leading candidates", () => {
  const rows = loadReconciliation({ table: "state_returns", year: 2016 }).toRecords();
  const national = rows.filter((row) =>
    row.state_po === "US" && row.control.startsWith("FEC, nat")
  );
  const leading = [
    "Hillary Clinton",
    "Donald Trump",
    "Gary Johnson",
    "Jill Stein",
    "All candidates",
  ];
  assertEquals(
    leading.map((name) => national.find((row) => row.candidate === name)?.difference),
    [0, 0, 0, 0, 0],
  );
});
