import { drawTable, element } from "../../panels/client/dom.ts";
import type { PageElement } from "../../panels/client/browser.ts";
import type { DataProblem } from "../../../data/data_error.ts";
import { type Inspection, linesOf } from "../../../data/returns/commands/inspection.ts";
import type { Inspected } from "../inspect_bytes.ts";

/** More rows or lines than this are counted, not shown. */
const SHOWN = 200;

const grouped = (value: number) => value.toLocaleString("en-US").replace("-", "\u2212");

function listOf(lines: readonly string[]): PageElement {
  if (lines.length === 0) return element("p", { class: "caveat" }, "None.");
  const more = lines.length - SHOWN;
  return element(
    "ul",
    {},
    ...lines.slice(0, SHOWN).map((line) => element("li", {}, line)),
    ...(more > 0 ? [element("li", {}, `and ${grouped(more)} more`)] : []),
  );
}

const problemLine = ({ row, rows, column, found }: DataProblem) =>
  [linesOf(rows, row), column === undefined ? "" : `column "${column}"`, found]
    .filter((part) => part !== "").join(": ");

/** In one sentence: how the file stands to the known totals. */
function verdictLine({ checks }: Inspection): string {
  if (checks.length === 0) {
    return "Nothing here knows the totals of this year and state, so that the sums are not checked.";
  }
  const agree = checks.filter(({ verdict }) => verdict === "agrees").length;
  const differ = checks.length - agree;
  if (checks.length === 1) {
    return `The one sum of a county or state that is known ${
      differ === 0 ? "agrees" : "does not agree"
    }.`;
  }
  return differ === 0
    ? `All ${grouped(checks.length)} sums of counties or states that are known agree.`
    : `Of ${grouped(checks.length)} sums of counties or states that are known ${grouped(agree)} ${
      agree === 1 ? "agrees" : "agree"
    } and ${grouped(differ)} ${differ === 1 ? "does" : "do"} not.`;
}

function checksTable({ checks }: Inspection): PageElement[] {
  const rows = checks.flatMap((check) =>
    check.candidates.slice(0, 2).map((one) => ({ check, one }))
  ).sort((a, b) => Math.abs(b.one.votes - b.one.known) - Math.abs(a.one.votes - a.one.known));
  if (rows.length === 0) return [];
  return [drawTable({
    caption: rows.length > SHOWN
      ? `Beside the known totals: the ${SHOWN} largest of ${grouped(rows.length)} differences`
      : "Beside the known totals, largest difference first",
    columns: [
      { label: "Place" },
      { label: "Finding" },
      { label: "Candidate" },
      { label: "In the file", numeric: true },
      { label: "Known", numeric: true },
      { label: "Difference", numeric: true },
    ],
    rows: rows.slice(0, SHOWN).map(({ check, one }) => [
      `${check.county ?? check.state_po} ${check.year}`,
      check.verdict,
      one.candidate,
      grouped(one.votes),
      grouped(one.known),
      grouped(one.votes - one.known),
    ]),
  })];
}

function page(inspected: Inspection): PageElement[] {
  const { summary, anomalies, mended, leftOut, unread, sums } = inspected;
  const heading = (words: string) => element("h2", {}, words);
  return [
    element("p", { class: "readout" }, verdictLine(inspected)),
    ...summary.map((line) => element("p", {}, `${line}.`)),
    ...checksTable(inspected),
    heading("Anomalies: a reason to look, not a proof"),
    listOf(
      anomalies.map(({ kind, message, rows }) =>
        `${kind}: ${message}${rows === undefined ? "" : ` (${linesOf(rows)})`}`
      ),
    ),
    heading("Read differently, kept apart or left out"),
    listOf(mended.map(problemLine)),
    heading("Rows of other offices, and columns that nothing is read from"),
    listOf([
      ...leftOut.map(([office, rows]) =>
        `${office || "(no office)"}: ${grouped(rows)} ${rows === 1 ? "row" : "rows"}`
      ),
      ...(unread.length === 0 ? [] : [`columns ${unread.join(", ")}`]),
    ]),
    drawTable({
      caption: sums.length > SHOWN
        ? `Votes in the file by county and candidate: the first ${SHOWN} of ${grouped(sums.length)}`
        : "Votes in the file by county and candidate",
      columns: [{ label: "County" }, { label: "Candidate" }, { label: "Votes", numeric: true }],
      rows: sums.slice(0, SHOWN).map(({ county, candidate, votes }) => [
        county,
        candidate,
        grouped(votes),
      ]),
    }),
  ];
}

/** What the page shows of a file: its checks, or why it is refused. */
export function drawInspected(inspected: Inspected): PageElement[] {
  if ("page" in inspected) return page(inspected.page);
  return [
    element("p", { class: "notice", role: "alert" }, inspected.refusal.split("\n")[0]!),
    listOf(
      inspected.refusal.split("\n").slice(1).map((line) => line.trim()).filter((line) =>
        line !== ""
      ),
    ),
  ];
}
