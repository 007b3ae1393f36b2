import { mends } from "../../data/returns/problem.ts";
import { states } from "../../data/states.ts";
import { type Markup, markup, trusted } from "../markup.ts";
import { pageShell } from "../page_shell.ts";
import { HEADER_SCRIPT, siteHeader } from "../site_header.ts";
import panelStyles from "../style/panel.css" with { type: "text" };

/** The page's address within the report. */
export const OWN_RETURNS_HREF = "own_returns.html";

/** Its title, on itself and on the index. */
export const OWN_RETURNS_TITLE = "Bring your own returns";

/** What it does, in one sentence. */
export const OWN_RETURNS_DESCRIPTION =
  "Open a file of returns from your disk: it is read, checked and held against the known totals in this page, and goes nowhere.";

/** Data inside a script element that no browser runs: what could end the element is spelled in another way. */
const carried = (id: string, text: string): Markup =>
  trusted(`<script type="text/plain" id="${id}">${text.replaceAll("<", "\\u003c")}</script>`);

/**
 * The page on which a reader's own file is checked. It carries the reader's program and the known
 * totals; its policy forbids every connection, so that nothing of the file can leave it.
 *
 * @param program The page's own program.
 * @param worker The program that reads, run beside the page so that it stays alive meanwhile.
 * @param known The known totals, as `packKnown()` gives them.
 */
export function renderOwnReturns(program: string, worker: string, known: string): string {
  const body = markup`${siteHeader()}<main id="content">
<h1>${OWN_RETURNS_TITLE}</h1>
<p class="intro">${OWN_RETURNS_DESCRIPTION} The reader and the checks are those of <code>readReturns</code> and <code>deno task inspect</code>; this page’s rules for browsers allow no connection at all.</p>
<noscript><p>This page reads in the browser and needs scripts. <code>deno task inspect FILE</code> says the same on a terminal.</p></noscript>
<form aria-label="The file" id="panel">
<div class="field"><label for="file">A file of returns for president: CSV, tab or pipe, a workbook, Clarity or NIST XML</label>
<input type="file" id="file"></div>
<div class="field"><label for="year">Year, where neither file nor name says it</label>
<input type="text" id="year" inputmode="numeric" autocomplete="off"></div>
<div class="field"><label for="state">State, where neither file nor name says it</label>
<select id="state"><option value="">as the file says</option>${
    states.map(({ po, name }) => markup`<option value="${po}">${name}</option>`)
  }</select></div>
<details class="field"><summary>Go on, and list it, where this is wrong</summary><fieldset id="mends"><legend>Mend</legend>${
    mends.map((mend, i) =>
      markup`<span class="check"><input type="checkbox" id="mend-${
        String(i)
      }" value="${mend}"><label for="mend-${String(i)}">${mend}</label></span>
`
    )
  }</fieldset></details>
<button type="button" id="again" hidden>Read again</button>
</form>
<progress id="bar" max="100" value="0" aria-label="Reading" hidden></progress>
<p id="status" role="status"></p>
<div id="result"></div>
<p class="caveat"><strong>What it knows.</strong> Counties from 2000 to 2024 and states from 1824 on, from this project’s tables; those of 2020 and 2024 were compiled before some canvasses. A finding is a reason to look, not a proof. There is no link to copy, no citation and no download here: what is said is of your file, which is not in this page’s address, and who has the file says the same with <code>deno task inspect FILE --html OUT</code>.</p>
</main>
${carried("known", known)}
${carried("program", JSON.stringify(worker))}`;
  return pageShell({
    kind: "panel",
    title: `${OWN_RETURNS_TITLE} · Tallybook`,
    description: OWN_RETURNS_DESCRIPTION,
    body,
    styles: [panelStyles],
    scripts: [HEADER_SCRIPT, program],
    worker: true,
  });
}
