import source from "./claims_script.js" with { type: "text" };

/** What the claims desk adds where scripts run: filters, and cards that open by their address. */
export const CLAIMS_SCRIPT: string = source;
