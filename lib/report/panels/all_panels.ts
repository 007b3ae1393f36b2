import { allocationRules } from "./allocation_rules.ts";
import { type AuditData, auditDrawPanel } from "./audit_draw.ts";
import { auditSize } from "./audit_size.ts";
import type { ElectionData } from "./election_data.ts";
import { type CountData, lateCountPanel } from "./late_count.ts";
import type { Panel } from "./panel.ts";
import { spoilerMapPanel } from "./spoiler_map.ts";
import { uniformSwingPanel } from "./uniform_swing.ts";

/** The panels over elections, by id. */
export const ELECTION_PANELS: Readonly<Record<string, Panel<readonly ElectionData[]>>> = Object
  .fromEntries(
    [spoilerMapPanel, uniformSwingPanel, allocationRules, auditSize].map((
      panel,
    ) => [panel.id, panel]),
  );

/** The panels over a count in progress, by id. */
export const COUNT_PANELS: Readonly<Record<string, Panel<CountData>>> = {
  [lateCountPanel.id]: lateCountPanel,
};

/** The panels over audits that were held, by id. */
export const AUDIT_PANELS: Readonly<Record<string, Panel<readonly AuditData[]>>> = {
  [auditDrawPanel.id]: auditDrawPanel,
};
