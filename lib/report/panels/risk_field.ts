import type { PanelField, PanelState } from "./panel.ts";

/** The risk limit of an audit, as every panel of audits asks for it. */
export const riskField: PanelField = {
  kind: "number",
  name: "risk",
  label: "Risk limit: chance of missing a wrong outcome",
  least: 0.5,
  most: 25,
  step: 0.5,
  unit: "%",
};

/** The risk limit that is set, as a share. */
export const riskLimitOf = (state: PanelState): number => Number(state.risk) / 100;
