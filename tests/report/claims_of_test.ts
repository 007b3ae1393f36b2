import { assertEquals, assertStringIncludes } from "@std/assert";
import { claimSummaries } from "tallybook/claims";
import { parseNotebook } from "../../lib/notebook/mod.ts";
import { claimsOf } from "../../lib/report/claims_of.ts";
import { documentOf } from "../../lib/report/notebook_document.ts";
import { renderIndex } from "../../lib/report/index_page.ts";
import { code, data, notebookOf } from "./sample_notebook.ts";

const file = new URL("../../notebooks/12_claims.ipynb", import.meta.url);
const committed = documentOf(
  parseNotebook(Deno.readTextFileSync(file), "12_claims.ipynb").notebook,
);

Deno.test("the index lists the claims that notebook 12 has checked, and these are the tables'", () => {
  const claims = claimsOf([notebookOf(code("1")), committed]);
  assertEquals(claims, claimSummaries());
  const html = renderIndex([], { claims });
  for (const { id } of claims) assertStringIncludes(html, `id="claim-${id.toLowerCase()}"`);
});

Deno.test("without such a notebook, or with another output under that name, there are no claims", () => {
  const other = data({ "application/vnd.tallybook.claims+json": { verdict: "true" } });
  assertEquals(claimsOf([notebookOf(code("1", [other]))]), []);
});
