import type { ClaimSummary } from "../claims/mod.ts";
import { claimAnchor } from "./claim_card.ts";

/** A speaker as schema.org knows it: of an article, its publisher speaks. */
function speakerOf({ speaker, speakerKind, outlet }: ClaimSummary) {
  if (speakerKind === "article") return { "@type": "Organization", name: outlet };
  return { "@type": speakerKind === "person" ? "Person" : "Organization", name: speaker };
}

/**
 * The claims as linked data for machines (schema.org's ClaimReview): who claimed what, where and when, and
 * the verdict in its words. There is no rating by number: the verdicts are no scale.
 *
 * @param page The page that has the cards: "12_claims.html".
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { claimReviews } from "./claim_review.ts";
 *
 * assertEquals(claimReviews([], "12_claims.html"), { "@context": "https://schema.org", "@graph": [] });
 * ```
 */
export function claimReviews(claims: readonly ClaimSummary[], page: string): {
  "@context": string;
  "@graph": Record<string, unknown>[];
} {
  return {
    "@context": "https://schema.org",
    "@graph": claims.map((claim) => ({
      "@type": "ClaimReview",
      "@id": `${page}#${claimAnchor(claim.id)}`,
      url: `${page}#${claimAnchor(claim.id)}`,
      author: { "@type": "Organization", name: "Tallybook" },
      claimReviewed: claim.quote,
      reviewBody: claim.reason,
      itemReviewed: {
        "@type": "Claim",
        author: speakerOf(claim),
        datePublished: claim.articleDate,
        appearance: {
          "@type": "CreativeWork",
          name: claim.article,
          url: claim.address,
          publisher: { "@type": "Organization", name: claim.outlet },
          ...(claim.author === "" ? {} : { author: { "@type": "Thing", name: claim.author } }),
        },
      },
      reviewRating: { "@type": "Rating", alternateName: claim.label },
    })),
  };
}
