import { refusal } from "../check/mod.ts";
import { CLAIMS_MEDIA_TYPE } from "../claims/claims_media_type.ts";
import type { ClaimSummary } from "../claims/mod.ts";
import { VERDICTS } from "../claims/verdict.ts";
import type { NotebookDocument } from "./notebook_document.ts";

const TEXTS = [
  "id",
  "subject",
  "quote",
  "article",
  "articleDate",
  "dateNote",
  "speaker",
  "speakerKind",
  "outlet",
  "author",
  "address",
  "estimand",
  "unit",
  "thenAsOf",
  "finalSource",
  "label",
  "reason",
  "notebook",
] as const satisfies readonly (keyof ClaimSummary)[];

/** Whether what a notebook put out as a claim is one, with an address that a page may link to. */
function isClaim(value: unknown): value is ClaimSummary {
  if (typeof value !== "object" || value === null) return false;
  const claim = value as Record<string, unknown>;
  const text = claim.text as Record<string, unknown> | null | undefined;
  return TEXTS.every((name) => typeof claim[name] === "string") &&
    /^[A-Z]\d+$/.test(claim.id as string) && /^https?:\/\//.test(claim.address as string) &&
    VERDICTS.some(({ verdict }) => verdict === claim.verdict) &&
    typeof text === "object" && text !== null &&
    [text.stated, text.then, text.final].every((part) => typeof part === "string") &&
    Array.isArray(claim.readings);
}

/**
 * The claims that a notebook has checked, from its outputs: a page that lists them again computes
 * nothing, so that the two cannot differ.
 *
 * @throws {TypeError} for an output of this media type that holds something else.
 */
export function claimsOf({ cells }: NotebookDocument): readonly ClaimSummary[] {
  return cells.flatMap(({ outputs }) =>
    outputs.flatMap((output) => {
      const claims = output.kind === "data" ? output.data[CLAIMS_MEDIA_TYPE] : undefined;
      if (claims === undefined) return [];
      const wrong = Array.isArray(claims) ? claims.findIndex((claim) => !isClaim(claim)) : 0;
      if (wrong >= 0) {
        throw new TypeError(refusal({
          task: "list the claims of the notebook",
          where: `claim ${wrong + 1} of the output ${CLAIMS_MEDIA_TYPE}`,
          found: "something else",
          expected: "a claim as claimsOutput() of tallybook/claims gives it",
        }));
      }
      return claims as readonly ClaimSummary[];
    })
  );
}
