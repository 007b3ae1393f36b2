import { dataHash } from "./citation.ts";
import { licenseOf } from "./license_line.ts";
import { type Markup, markup, trusted } from "./markup.ts";
import type { Parameters } from "./parameters.ts";
import type { RenderContext, TableRead } from "./report_context.ts";
import { citationEntries, pageWork } from "./share.ts";

function parametersMarkup({ own, injected }: Parameters): Markup {
  if (own === "" && injected === "") return markup`The notebook has none.`;
  return markup`${own && markup`As they stand in the notebook: <pre tabindex="0">${own}</pre>`}${
    injected && markup`Replaced in this run: <pre tabindex="0">${injected}</pre>`
  }`;
}

type Run = RenderContext["run"];

const listed = (reads: readonly TableRead[]): Markup =>
  markup`<ul class="plain hashes">${
    reads.map(({ path, sha256 }) =>
      markup`<li><code>${path}</code> <span class="hash">SHA-256 <code>${sha256}</code></span></li>`
    )
  }</ul>`;

/** So many refusals are listed; of the rest the number. */
const MOST_LISTED = 100;

const refusals = (names: readonly string[]): Markup =>
  markup`<ul class="plain">${
    names.slice(0, MOST_LISTED).map((name) => markup`<li><code>${name}</code></li>`)
  }${names.length > MOST_LISTED && markup`<li>and ${names.length - MOST_LISTED} more</li>`}</ul>`;

/** What read files that nobody could list, and what then holds. */
function unlistedMarkup({ unlisted = [], missingWall }: NonNullable<Run>): (Markup | string)[] {
  return unlisted.map((what) => {
    const reads = `${what === "programs" ? "their" : "its"} reads are`;
    const said = missingWall
      ? `${reads} not listed, and no wall limits them`
      : `${reads} limited by the wall, not listed`;
    return markup`<p>${what[0]!.toUpperCase()}${what.slice(1)} ran in this notebook: ${said}.</p>`;
  });
}

/** What was read, what of it lies outside of the project, and what was refused. */
function readsMarkup(run: Run): Markup | string {
  if (run === undefined) return "Not noted: the outputs are those stored in the notebook.";
  const { reads, outside = [], refused = [] } = run;
  const others = unlistedMarkup(run);
  if (reads.length + outside.length + refused.length + others.length === 0) return "None.";
  return markup`${reads.length > 0 && listed(reads)}${
    outside.length > 0 &&
    markup`Outside of the project, as allowed for this run: ${listed(outside)}`
  }${refused.length > 0 && markup`Asked for and refused: ${refusals(refused)}`}${others}`;
}

function permissions(run: Run): string {
  if (run === undefined) return "Not run for this page.";
  const { allowed, missingWall, stored } = run;
  if (stored) {
    return allowed.length === 0
      ? "The notebook says that it ran without network, subprocesses or writing."
      : `The notebook says that it ran with ${allowed.join(", ")} allowed.`;
  }
  const given = allowed.length === 0
    ? "Ran without network, subprocesses or writing."
    : `Ran with ${allowed.join(", ")} allowed.`;
  return missingWall ? `${given} ${missingWall}.` : given;
}

/** What a page says of the report's version, which other pages' changes change: of a page, that alone. */
export function versionLink({ number, id }: NonNullable<RenderContext["report"]>): Markup {
  return markup`<a href="changes.html#version-${String(number)}">Version ${
    String(number)
  } of this report</a> (${id}), with what changed since the one before. `;
}

/** What the page rests on: file, tables with their hashes, parameters, versions, permissions. */
export function provenanceMarkup(
  context: RenderContext,
  parameters: Parameters,
  title: string,
  numbersListed = false,
): Markup {
  const data = dataHash(context.run?.reads);
  return markup`
    <section class="provenance" aria-labelledby="provenance">
      <h2 id="provenance">Where this page comes from</h2>
      <dl>
        <dt>Notebook</dt>
        <dd>${
    context.source === undefined || context.standalone
      ? markup`<code>notebooks/${context.name}.ipynb</code>`
      : markup`<a href="notebooks/${context.name}.ipynb" download>${context.name}.ipynb</a>`
  }. To run it again: <code>deno task run notebooks/${context.name}.ipynb</code></dd>
        <dt>Parameters</dt>
        <dd>${parametersMarkup(parameters)}</dd>
        <dt>Files read</dt>
        <dd>${readsMarkup(context.run)}</dd>
        ${
    (context.run?.denied ?? []).length > 0 &&
    markup`<dt>Refused</dt>
        <dd>Beside files: ${refusals(context.run?.denied ?? [])}</dd>`
  }
        ${
    numbersListed && !context.standalone &&
    markup`<dt>Numbers</dt>
        <dd><a href="${context.name}.numbers.json" download>${context.name}.numbers.json</a>: every number of this page with the expression that made it, its tables, rows, hashes and corrections, and its rounding</dd>`
  }
        <dt>Data</dt>
        <dd>${
    data === null
      ? "No file was read, or none is known."
      : markup`<span class="hash">SHA-256 of the files' hashes <code>${data}</code></span>`
  }</dd>
        <dt>License</dt>
        <dd>${licenseOf(context)}</dd>
        <dt>Permissions</dt>
        <dd>${permissions(context.run)}</dd>
        <dt>Versions</dt>
        <dd>${
    context.report && !context.standalone && versionLink(context.report)
  }Tallybook ${context.versions.library}, Deno ${context.versions.deno};
        <span class="hash">deno.lock SHA-256 <code>${context.versions.lock}</code></span></dd>
      </dl>
      <details class="share"${
    context.standalone ? trusted(" open") : null
  }><summary>Cite this page</summary><dl>${citationEntries(pageWork(context, title))}</dl></details>
    </section>
  `;
}
