import type { Estimate } from "../../stats/mod.ts";
import type { Computed } from "../claim.ts";
import { factValue } from "../facts.ts";

/** Signatures on November 23: between the counts of November 16 and of December 2. */
function signaturesOnNovember23(): Estimate {
  const lower = factValue("petition-2016-11-16");
  const upper = factValue("petition-2016-12-02");
  return {
    estimand: "signatures under the petition to the electors on November 23, 2016",
    point: (lower + upper) / 2,
    lower,
    upper,
    level: 1,
    method: "bounds: the published counts before and after",
    assumptions: ["the count only grew"],
    n: 2,
  };
}

/** M3 and M4: signatures under the petition to the electors. */
export function petitionSignatures(): Computed {
  return { then: signaturesOnNovember23(), final: factValue("petition-2016-12") };
}

/** M7: proposals that Senator Boxer filed. */
export function boxerAmendment(): Computed {
  return { then: factValue("boxer-amendment"), final: factValue("boxer-amendment") };
}

/** M12: earlier proposals of the kind. */
export function earlierAmendments(): Computed {
  return { then: factValue("earlier-amendments"), final: factValue("earlier-amendments") };
}

/** M10: days after the election for which California waits for ballots postmarked in time. */
export function californiaMailBallots(): Computed {
  return { then: factValue("california-mail-grace"), final: factValue("california-mail-grace") };
}
