import { assertEquals, assertThrows } from "@std/assert";
import { claimSummaries } from "tallybook/claims";
import { parseNotebook } from "../../lib/notebook/mod.ts";
import { claimsOf } from "../../lib/report/claims_of.ts";
import { documentOf } from "../../lib/report/notebook_document.ts";
import { code, data, notebookOf } from "./sample_notebook.ts";

const file = new URL("../../notebooks/12_claims.ipynb", import.meta.url);
const committed = documentOf(
  parseNotebook(Deno.readTextFileSync(file), "12_claims.ipynb").notebook,
);

Deno.test("the report lists the claims that notebook 12 has checked, and these are the tables'", () => {
  assertEquals(claimsOf(committed), claimSummaries());
});

Deno.test("a notebook without such an output has no claims", () => {
  assertEquals(claimsOf(notebookOf(code("1"))), []);
});

Deno.test("an output under that name that holds something else is refused, also in one field", () => {
  const [claim] = claimSummaries();
  const of = (claims: unknown) =>
    claimsOf(notebookOf(code("1", [data({ "application/vnd.tallybook.claims+json": claims })])));
  assertEquals(of([claim]), [claim!]);
  for (
    const wrong of [
      { verdict: "true" },
      [null],
      [7],
      [{ ...claim, verdict: "perhaps" }],
      [{ ...claim, id: "m6 onclick" }],
      [{ ...claim, address: "javascript:alert(1)" }],
      [{ ...claim, text: null }],
      [{ ...claim, text: "then" }],
      [{ ...claim, text: { ...claim!.text, then: null } }],
      [{ ...claim, readings: {} }],
      [claim, claim, { ...claim, reason: 1 }],
    ]
  ) {
    // It is named by its place among the claims.
    const place = `claim ${Array.isArray(wrong) ? wrong.length : 1} of the output`;
    assertThrows(
      () => of(wrong),
      TypeError,
      `Cannot list the claims of the notebook: ${place}`,
    );
  }
});
