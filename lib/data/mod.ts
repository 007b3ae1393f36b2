export { DataError, type DataProblem } from "./data_error.ts";
export type { Frame, OneOrMore } from "./load_table.ts";
export type { ColumnSchema, ColumnType, RowOf, TableSchema } from "./schema.ts";
export { findState, type State, statePostalCodes, states } from "./states.ts";
export { loadApportionment } from "./tables/apportionment.ts";
export { loadBrokenPledges } from "./tables/broken_pledges.ts";
export { loadNationalCount } from "./tables/count_2016_national.ts";
export { loadElectoralVotes } from "./tables/electoral_votes.ts";
export { loadStateReturns } from "./tables/state_returns.ts";
