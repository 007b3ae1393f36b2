import { CLAIMS_MEDIA_TYPE } from "../claims/claims_media_type.ts";
import type { ClaimSummary } from "../claims/mod.ts";
import type { NotebookDocument } from "./notebook_document.ts";

/**
 * The claims that notebooks have checked, from their outputs: a page that lists them again computes
 * nothing, so that the two cannot differ.
 */
export function claimsOf(notebooks: readonly NotebookDocument[]): readonly ClaimSummary[] {
  return notebooks.flatMap(({ cells }) =>
    cells.flatMap(({ outputs }) =>
      outputs.flatMap((output) => {
        const claims = output.kind === "data" ? output.data[CLAIMS_MEDIA_TYPE] : undefined;
        return Array.isArray(claims) ? claims as ClaimSummary[] : [];
      })
    )
  );
}
