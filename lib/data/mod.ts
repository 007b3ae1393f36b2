export { type CensusRegion, censusRegion } from "./census_regions.ts";
export { loadContests } from "./contests.ts";
export { DataError, type DataProblem } from "./data_error.ts";
export { loadFrame } from "./load_frame.ts";
export type { Frame, OneOrMore, Rows } from "./load_table.ts";
export { type PaperlessVotes, paperlessVotes } from "./paperless_votes.ts";
export {
  assertReconciled,
  type ControlTotal,
  type CountedSum,
  type DifferenceCause,
  reconcile,
  type Reconciliation,
} from "./reconcile.ts";
export type { ColumnSchema, ColumnType, RowOf, TableSchema } from "./schema.ts";
export { findState, type State, statePostalCodes, states } from "./states.ts";
export { loadApportionment } from "./tables/apportionment.ts";
export { loadBrokenPledges } from "./tables/broken_pledges.ts";
export { loadNationalCount, loadTrackerTotals } from "./tables/count_2016_national.ts";
export { loadDistrictReturns } from "./tables/district_returns.ts";
export { loadElectorLaws } from "./tables/elector_laws.ts";
export { loadElectoralVotes } from "./tables/electoral_votes.ts";
export { loadNationalResults } from "./tables/national_results.ts";
export { loadStateReturns } from "./tables/state_returns.ts";
export { loadTurnout } from "./tables/turnout.ts";
export { loadWisconsinMunicipalities } from "./tables/wisconsin_municipalities.ts";
export { loadWisconsinPlaces } from "./tables/wisconsin_places.ts";
export { loadWisconsinCounties } from "./tables/wisconsin_counties.ts";
export { loadWisconsinRecountMethods } from "./tables/wisconsin_recount_methods.ts";
export { loadWisconsinUnits } from "./tables/wisconsin_units.ts";
export { loadWisconsinBallots } from "./tables/wisconsin_ballots.ts";
export { loadCountyReturns } from "./tables/county_returns.ts";
export { loadCountyDemographics } from "./tables/county_demographics.ts";
export { loadVotingEquipment } from "./tables/voting_equipment.ts";
export { loadCountyEquipment } from "./tables/county_equipment.ts";
export { loadCensus1790 } from "./tables/census_1790.ts";
export { loadClaimFacts } from "./tables/claim_facts.ts";
export { loadClaimRows } from "./tables/claims.ts";
export { loadFlorida2000 } from "./tables/florida_2000.ts";
export { loadFlorida2000Counting } from "./tables/florida_2000_counting.ts";
export { loadGeorgia2000 } from "./tables/georgia_2000.ts";
export { loadGeorgia2020Tally } from "./tables/georgia_2020_tally.ts";
export { loadMichiganPennsylvania } from "./tables/michigan_pennsylvania.ts";
export { loadStateCount2016 } from "./tables/count_2016_states.ts";
export { loadHouseDelegations } from "./tables/house_delegations.ts";
export { inDrawOrder, type ManifestRow } from "./colorado_draw.ts";
export { loadErrata } from "./tables/errata.ts";
export { loadNewYorkCounties } from "./tables/new_york_counties.ts";
export { loadRecounts } from "./tables/recounts.ts";
export { loadSecondChoices } from "./tables/second_choices.ts";
export { loadExitPoll2016 } from "./tables/exit_poll_2016.ts";
export { loadCompactMembers } from "./tables/compact_members.ts";
export { loadCountShares2020, loadCountVotes2020 } from "./tables/count_2020.ts";
export { loadPrecinctReturns } from "./tables/precinct_returns.ts";
export { loadPrecinctTurnout2024 } from "./tables/precinct_turnout_2024.ts";
export { loadPrecinctVotes2024 } from "./tables/precinct_votes_2024.ts";
export { loadSenateReturns } from "./tables/senate_returns.ts";
export {
  loadPalmBeachBallots,
  loadPalmBeachCells,
  loadPalmBeachPatterns,
  palmBeachLikeness,
  type PalmBeachPair,
} from "./tables/palm_beach_2000.ts";
export { loadBallotRecords } from "./tables/ballot_records.ts";
export {
  loadColoradoAudits,
  loadColoradoDrawn,
  loadColoradoManifests,
} from "./tables/colorado_audits.ts";
export { loadReconciliation } from "./tables/reconciliation.ts";
export { readReturns, type ReadReturnsOptions } from "./returns/read_returns.ts";
export { ReadReturns } from "./returns/read_result.ts";
export { checkReturns, type ReturnsCheck } from "./returns/check_returns.ts";
export type { TotalsVerdict } from "./returns/compare_totals.ts";
export type { Mend } from "./returns/problem.ts";
export type { ReturnsField, ReturnsFormat } from "./returns/fields.ts";
export type { ReturnsRow } from "./returns/returns_row.ts";
export { findAnomalies } from "./find_anomalies.ts";
export type { Anomaly, AnomalyKind, PlaceVotes } from "./anomalies/anomaly.ts";
export { declaredCorrections, describeTables, type TableDescription } from "./describe_tables.ts";
export type { Correction } from "./correction.ts";
export { type CollectOptions, type Query, scan } from "./query/query.ts";
export { precinctLines2024 } from "./tables/precinct_lines_2024.ts";
export { EngineError } from "./query/engine_error.ts";
export type { Comparison, QueryCell, QueryRow } from "./query/plan.ts";
