import { type Markup, markup } from "./markup.ts";
import type { Parameters } from "./parameters.ts";
import type { RenderContext } from "./report_context.ts";

function parametersMarkup({ own, injected }: Parameters): Markup {
  if (own === "" && injected === "") return markup`The notebook has none.`;
  return markup`${own && markup`As they stand in the notebook: <pre tabindex="0">${own}</pre>`}${
    injected && markup`Replaced in this run: <pre tabindex="0">${injected}</pre>`
  }`;
}

/** What the page rests on: file, tables with their hashes, parameters, versions, permissions. */
export function provenanceMarkup(context: RenderContext, parameters: Parameters): Markup {
  return markup`
    <section class="provenance" aria-labelledby="provenance">
      <h2 id="provenance">Where this page comes from</h2>
      <dl>
        <dt>Notebook</dt>
        <dd>${
    context.source === undefined
      ? markup`<code>notebooks/${context.name}.ipynb</code>`
      : markup`<a href="notebooks/${context.name}.ipynb" download>${context.name}.ipynb</a>`
  }. To run it again: <code>deno task run notebooks/${context.name}.ipynb</code></dd>
        <dt>Parameters</dt>
        <dd>${parametersMarkup(parameters)}</dd>
        <dt>Files read</dt>
        <dd>${
    context.reads.length === 0
      ? "None was recorded."
      : markup`<ul class="plain hashes">${
        context.reads.map(({ path, sha256 }) =>
          markup`<li><code>${path}</code> <span class="hash">SHA-256 <code>${sha256}</code></span></li>`
        )
      }</ul>`
  }</dd>
        <dt>Permissions</dt>
        <dd>${
    context.allowed.length === 0
      ? "Ran without network, subprocesses or writing."
      : `Ran with ${context.allowed.join(", ")} allowed.`
  }</dd>
        <dt>Versions</dt>
        <dd>Tallybook ${context.versions.library}, Deno ${context.versions.deno};
        <span class="hash">deno.lock SHA-256 <code>${context.versions.lock}</code></span></dd>
      </dl>
    </section>
  `;
}
