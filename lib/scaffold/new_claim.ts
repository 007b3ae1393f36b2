import { gap, type Skeleton } from "./skeleton.ts";

/** The columns of a new row that can't be left blank, with what to put there. */
const ASKED: Readonly<Record<string, string>> = {
  subject: "the subject, one of the schema's",
  quote: "one clause word for word",
  article: "the title",
  outlet: "who published the page",
  article_date: "the day",
  speaker: "who says so",
  speaker_kind: "person, people, organization or article",
  estimand: "what is measured and over which denominator",
  unit: "the unit",
  relation: "how a value must stand to the number",
  stated: "the number",
  tolerance: "half a unit of its last digit",
  verdict: "the verdict that you expect",
  reason: "why",
  notebook: "the notebook that shows it",
  election: "its year",
  side: "the speaker's side",
  page: "the address of the quotation",
};

const code = (id: string) =>
  `import type { Computed } from "../claim.ts";

/** ${id}: ${gap("what is measured, in the words of the row's estimand")} */
export function claim${id}(): Computed {
  throw new Error("${gap(`then and final of claim ${id}, from the tables alone`)}");
}
`;

/**
 * The skeleton of a claim: a row of `data/claims.csv` and the function that checks it.
 *
 * @param id The claim's id: the letter of its subject and a number.
 * @param columns The columns of `data/claims.csv`, as its first line has them.
 */
export function newClaim(id: string, columns: readonly string[]): Skeleton {
  const cell = (column: string) =>
    column === "id" ? id : column in ASKED ? `"${gap(ASKED[column]!)}"` : "";
  const path = `lib/claims/compute/claim_${id.toLowerCase()}.ts`;
  return {
    files: { [path]: code(id) },
    appended: { "data/claims.csv": columns.map(cell).join(",") + "\n" },
    next: [
      "fill the last row of data/claims.csv",
      `compute the claim in ${path}; give the file the name of what it computes`,
      `bind it: ${id}: claim${id}, in lib/claims/compute/computations.ts`,
      "deno test -A tests/claims, then deno task data",
      "deno task run notebooks/12_claims.ipynb, from which the report's index takes the claims",
    ],
  };
}
