import { reconciliation } from "../../tables/reconciliation.ts";
import { assertReconciled, type DifferenceCause, reconcile } from "../../reconcile.ts";
import { controlTotals } from "../control_totals.ts";
import { countedSums } from "../counted_sums.ts";
import type { TableBuild } from "../table_build.ts";

const CAUSES = new URL("../../../../data/reconciliation_causes.json", import.meta.url);

/** The declared causes of differences. */
export function readCauses(): DifferenceCause[] {
  return JSON.parse(Deno.readTextFileSync(CAUSES));
}

/** Builds the comparison with control totals; a difference without a cause stops it. */
export const reconciliationBuild: TableBuild = {
  schema: reconciliation,
  build(context) {
    const causes = readCauses();
    const rows = reconcile(countedSums(context), controlTotals(context), causes);
    assertReconciled(rows, causes);
    return rows.map((row) => ({ ...row }));
  },
};
