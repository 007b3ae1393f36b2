import { golden } from "../../golden/read.ts";

/** Dated trackers of 2016; made by tests/golden/scripts/12_late_count.py. */
export const reference = golden<{
  snapshots: {
    date: string;
    clinton: number;
    trump: number;
    lead: number;
    remaining_two_party: number;
    inc_clinton?: number;
    inc_trump?: number;
  }[];
  derived: { projection: { L_final_hat_with_true_R: number } };
}>("late_count_2016.json");
/** Its snapshots, as the library takes them. */
export const all = reference.snapshots.map((row) => ({
  asOf: row.date,
  votes: { Clinton: row.clinton, Trump: row.trump },
}));
