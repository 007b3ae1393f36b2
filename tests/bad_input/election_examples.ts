import type { Examples } from "./example.ts";
import { AUDITS_EXAMPLES } from "./election/audits.ts";
import { CONTESTS_EXAMPLES } from "./election/contests.ts";
import { COUNTING_EXAMPLES } from "./election/counting.ts";
import { INVERSIONS_EXAMPLES } from "./election/inversions.ts";
import { MACHINES_EXAMPLES } from "./election/machines.ts";
import { RULES_EXAMPLES } from "./election/rules.ts";
import { SPOILERS_EXAMPLES } from "./election/spoilers.ts";

/** A valid call of each function that lib/election exports. */
export const ELECTION_EXAMPLES: Examples = {
  ...CONTESTS_EXAMPLES,
  ...RULES_EXAMPLES,
  ...SPOILERS_EXAMPLES,
  ...COUNTING_EXAMPLES,
  ...INVERSIONS_EXAMPLES,
  ...AUDITS_EXAMPLES,
  ...MACHINES_EXAMPLES,
};
