import { type Markup, markup } from "./markup.ts";
import type { Parameters } from "./parameters.ts";
import type { RenderContext, TableRead } from "./report_context.ts";

function parametersMarkup({ own, injected }: Parameters): Markup {
  if (own === "" && injected === "") return markup`The notebook has none.`;
  return markup`${own && markup`As they stand in the notebook: <pre tabindex="0">${own}</pre>`}${
    injected && markup`Replaced in this run: <pre tabindex="0">${injected}</pre>`
  }`;
}

function readsMarkup(reads: readonly TableRead[] | undefined): Markup | string {
  if (reads === undefined) return "Not noted: the outputs are those stored in the notebook.";
  if (reads.length === 0) return "None.";
  return markup`<ul class="plain hashes">${
    reads.map(({ path, sha256 }) =>
      markup`<li><code>${path}</code> <span class="hash">SHA-256 <code>${sha256}</code></span></li>`
    )
  }</ul>`;
}

function permissions(allowed: readonly string[] | undefined): string {
  if (allowed === undefined) return "Not run for this page.";
  return allowed.length === 0
    ? "Ran without network, subprocesses or writing."
    : `Ran with ${allowed.join(", ")} allowed.`;
}

/** What the page rests on: file, tables with their hashes, parameters, versions, permissions. */
export function provenanceMarkup(context: RenderContext, parameters: Parameters): Markup {
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
        <dd>${readsMarkup(context.run?.reads)}</dd>
        <dt>Permissions</dt>
        <dd>${permissions(context.run?.allowed)}</dd>
        <dt>Versions</dt>
        <dd>Tallybook ${context.versions.library}, Deno ${context.versions.deno};
        <span class="hash">deno.lock SHA-256 <code>${context.versions.lock}</code></span></dd>
      </dl>
    </section>
  `;
}
