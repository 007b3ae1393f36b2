import type { TableSchema } from "../schema.ts";
import { apportionment } from "./apportionment.ts";
import { ballotRecords } from "./ballot_records.ts";
import { palmBeachCells, palmBeachPatterns } from "./palm_beach_2000.ts";
import { coloradoAudits, coloradoDrawn, coloradoManifests } from "./colorado_audits.ts";
import { precinctTurnout2024 } from "./precinct_turnout_2024.ts";
import { precinctVotes2024 } from "./precinct_votes_2024.ts";
import { senateReturns } from "./senate_returns.ts";
import { brokenPledges } from "./broken_pledges.ts";
import { census1790 } from "./census_1790.ts";
import { claimFacts } from "./claim_facts.ts";
import { claims } from "./claims.ts";
import { compactMembersTable } from "./compact_members.ts";
import { nationalCount2016 } from "./count_2016_national.ts";
import { stateCount2016 } from "./count_2016_states.ts";
import { countShares2020, countVotes2020 } from "./count_2020.ts";
import { countyDemographics } from "./county_demographics.ts";
import { countyEquipment } from "./county_equipment.ts";
import { countyReturns } from "./county_returns.ts";
import { districtReturns } from "./district_returns.ts";
import { electorLaws } from "./elector_laws.ts";
import { electoralVotes } from "./electoral_votes.ts";
import { exitPoll2016 } from "./exit_poll_2016.ts";
import { florida2000 } from "./florida_2000.ts";
import { florida2000Counting } from "./florida_2000_counting.ts";
import { georgia2000 } from "./georgia_2000.ts";
import { georgia2020Tally } from "./georgia_2020_tally.ts";
import { houseDelegations } from "./house_delegations.ts";
import { michiganPennsylvania } from "./michigan_pennsylvania.ts";
import { nationalResultsTable } from "./national_results.ts";
import { newYorkCounties } from "./new_york_counties.ts";
import { precinctReturns } from "./precinct_returns.ts";
import { reconciliation } from "./reconciliation.ts";
import { errata } from "./errata.ts";
import { recounts } from "./recounts.ts";
import { secondChoices } from "./second_choices.ts";
import { stateReturns } from "./state_returns.ts";
import { turnout } from "./turnout.ts";
import { votingEquipment } from "./voting_equipment.ts";
import { wisconsinBallots } from "./wisconsin_ballots.ts";
import { wisconsinCounties } from "./wisconsin_counties.ts";
import { wisconsinMunicipalities } from "./wisconsin_municipalities.ts";
import { wisconsinPlaces } from "./wisconsin_places.ts";
import { wisconsinRecountMethods } from "./wisconsin_recount_methods.ts";
import { wisconsinUnits } from "./wisconsin_units.ts";

/** Every table of `data/`. */
export const allTables = [
  ballotRecords,
  palmBeachPatterns,
  palmBeachCells,
  coloradoAudits,
  coloradoDrawn,
  coloradoManifests,
  precinctTurnout2024,
  precinctVotes2024,
  senateReturns,
  apportionment,
  brokenPledges,
  census1790,
  claimFacts,
  claims,
  compactMembersTable,
  nationalCount2016,
  stateCount2016,
  countShares2020,
  countVotes2020,
  countyDemographics,
  countyEquipment,
  countyReturns,
  districtReturns,
  electorLaws,
  electoralVotes,
  exitPoll2016,
  florida2000,
  florida2000Counting,
  georgia2000,
  georgia2020Tally,
  houseDelegations,
  michiganPennsylvania,
  newYorkCounties,
  nationalResultsTable,
  precinctReturns,
  reconciliation,
  errata,
  recounts,
  secondChoices,
  stateReturns,
  turnout,
  votingEquipment,
  wisconsinBallots,
  wisconsinCounties,
  wisconsinMunicipalities,
  wisconsinPlaces,
  wisconsinRecountMethods,
  wisconsinUnits,
] as const satisfies readonly TableSchema[];
