import { escaped } from "../../../display/entities.ts";
import type { ReturnsCheck } from "../check_sums.ts";
import { type Inspection, linesOf } from "./inspection.ts";

const STYLE =
  `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
table{border-collapse:collapse;margin:1rem 0}th,td{padding:.2rem .8rem;border-bottom:1px solid #ccc;text-align:left}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}tr.bad td{background:#fbeae5}
svg text{font:13px system-ui,sans-serif;fill:#222}h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
p.note{color:#555}`;

/** Bars of the picture; more counties than this are those with the largest differences. */
const BARS = 40;

function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  bad: readonly boolean[] = [],
): string {
  const cell = (value: string | number, tag: string) =>
    typeof value === "number"
      ? `<${tag} class="n">${value.toLocaleString("en")}</${tag}>`
      : `<${tag}>${escaped(value)}</${tag}>`;
  return `<table><caption>${escaped(caption)}</caption><thead><tr>${
    heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join("")
  }</tr></thead><tbody>${
    rows.map((row, at) =>
      `<tr${bad[at] === true ? ' class="bad"' : ""}>${
        row.map((value) => cell(value, "td")).join("")
      }</tr>`
    ).join("\n")
  }</tbody></table>`;
}

/** The two leading candidates; none where nothing was checked. */
const shownCandidates = ({ candidates }: ReturnsCheck) => candidates.slice(0, 2);

/** A bar for each county: by how much its leading candidates' votes differ from the known ones. */
export function differencesPicture(checks: readonly ReturnsCheck[]): string {
  const shown = checks.map((check) => {
    const pair = shownCandidates(check);
    const known = pair.reduce((sum, one) => sum + one.known, 0);
    const votes = pair.reduce((sum, one) => sum + one.votes, 0);
    return { name: check.county ?? check.state_po, share: known === 0 ? 0 : votes / known - 1 };
  }).sort((a, b) => Math.abs(b.share) - Math.abs(a.share)).slice(0, BARS);
  if (shown.length === 0) return "";
  const widest = Math.max(0.01, ...shown.map(({ share }) => Math.abs(share)));
  const [left, half, height] = [220, 260, 20];
  const middle = left + half;
  const bars = shown.map(({ name, share }, at) => {
    const length = Math.abs(share) / widest * half;
    const x = share < 0 ? middle - length : middle;
    const label = `${share < 0 ? "−" : "+"}${(Math.abs(share) * 100).toFixed(1)}%`;
    return `<text x="${left - 8}" y="${at * height + 15}" text-anchor="end">${
      escaped(name)
    }</text>` +
      `<rect x="${x.toFixed(1)}" y="${at * height + 4}" width="${
        length.toFixed(1)
      }" height="13" fill="${share < 0 ? "#b5532b" : "#2b6cb5"}"/><text x="${
        middle + half + 8
      }" y="${at * height + 15}">${label}</text>`;
  });
  const total = shown.length * height + 10;
  const first = shown[0]!;
  return `<figure><svg role="img" aria-label="Votes of the two leading candidates beside the known totals; the largest difference is ${
    (first.share * 100).toFixed(1)
  } percent, in ${escaped(first.name)}" width="${
    middle + half + 80
  }" height="${total}" viewBox="0 0 ${
    middle + half + 80
  } ${total}"><line x1="${middle}" x2="${middle}" y1="0" y2="${total}" stroke="#222"/>${
    bars.join("")
  }</svg><figcaption>Votes of the two leading candidates in the file, as a difference from the known totals in percent${
    checks.length > BARS ? `; the ${BARS} largest of ${checks.length}` : ""
  }.</figcaption></figure>`;
}

/** The page of one file as HTML that needs nothing beside it. */
export function inspectionHtml(page: Inspection): string {
  const list = (items: readonly string[]) =>
    items.length === 0
      ? '<p class="note">None.</p>'
      : `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join("\n")}</ul>`;
  const { checks } = page;
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(page.file)}</title><style>${STYLE}</style></head><body>
<h1>${escaped(page.file)}</h1>
${page.summary.map((line) => `<p>${escaped(line)}.</p>`).join("\n")}
<h2>Beside known totals</h2>
${checks.length === 0 ? '<p class="note">No known total for this year and state.</p>' : ""}
${differencesPicture(checks)}
${
    checks.length === 0 ? "" : table(
      "Each county's and state's sums beside the totals that this project knows",
      ["Place", "Finding", "Candidate", "Votes", "Known", "Difference"],
      checks.flatMap((check) =>
        shownCandidates(check).map((one) => [
          `${check.county ?? check.state_po} ${check.year}`,
          check.verdict,
          one.candidate,
          one.votes,
          one.known,
          one.votes - one.known,
        ])
      ),
      checks.flatMap((check) => shownCandidates(check).map(() => check.verdict !== "agrees")),
    )
  }
<h2>Anomalies</h2><p class="note">A reason to look, not a proof.</p>
${
    list(page.anomalies.map(({ kind, message, rows }) =>
      `${kind}: ${message}${rows === undefined ? "" : ` (${linesOf(rows)})`}`
    ))
  }
<h2>Read differently, kept apart or left out</h2>
${
    list(page.mended.map(({ row, rows, column, found }) =>
      [linesOf(rows, row), column === undefined ? "" : `column "${column}"`, found]
        .filter((part) => part !== "").join(": ")
    ))
  }
<h2>Rows of other offices</h2>
${list(page.leftOut.map(([office, rows]) => `${office || "(no office)"}: ${rows}`))}
<h2>Sums by county and candidate</h2>
${
    table(
      "Votes in the file",
      ["County", "Candidate", "Votes"],
      page.sums.map(({ county, candidate, votes }) => [county, candidate, votes]),
    )
  }
</body></html>
`;
}
