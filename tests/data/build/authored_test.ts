import { assertEquals } from "@std/assert";
import { authoredBuild } from "../../../lib/data/build/authored.ts";
import { toBytes } from "../../../lib/data/build/write_table.ts";
import type { BuildContext } from "../../../lib/data/build/table_build.ts";
import { census1790 } from "../../../lib/data/tables/census_1790.ts";
import { claimFacts } from "../../../lib/data/tables/claim_facts.ts";
import { electorLaws } from "../../../lib/data/tables/elector_laws.ts";
import { houseDelegations } from "../../../lib/data/tables/house_delegations.ts";
import { errata } from "../../../lib/data/tables/errata.ts";
import { recounts } from "../../../lib/data/tables/recounts.ts";
import { secondChoices } from "../../../lib/data/tables/second_choices.ts";
import { claims } from "../../../lib/data/tables/claims.ts";
import { florida2000Counting } from "../../../lib/data/tables/florida_2000_counting.ts";
import { wisconsinRecountMethods } from "../../../lib/data/tables/wisconsin_recount_methods.ts";

/** A table written by hand uses nothing of the build's context. */
const context = {} as BuildContext;

for (
  const schema of [
    claims,
    claimFacts,
    census1790,
    electorLaws,
    houseDelegations,
    errata,
    recounts,
    secondChoices,
    florida2000Counting,
    wisconsinRecountMethods,
  ]
) {
  Deno.test(`authoredBuild() writes ${schema.file} back byte for byte`, () => {
    const bytes = toBytes(schema, authoredBuild(schema).build(context));
    const file = Deno.readFileSync(new URL(`../../../${schema.file}`, import.meta.url));
    assertEquals(new TextDecoder().decode(bytes), new TextDecoder().decode(file));
  });
}
