import source from "./page_script.js" with { type: "text" };
import whereFrom from "./where_from.js" with { type: "text" };
import whereFromRows from "./where_from_rows.js" with { type: "text" };

/** What pages with code and tables add where scripts run: sorting, and one switch for all code. */
export const PAGE_SCRIPT: string = source;

/** What pages add that know where their numbers come from: a number says it when it is selected. */
export const WHERE_FROM_SCRIPT: string = whereFromRows + whereFrom;
