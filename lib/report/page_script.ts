import source from "./page_script.js" with { type: "text" };

/** What pages with code and tables add where scripts run: sorting, and one switch for all code. */
export const PAGE_SCRIPT: string = source;
