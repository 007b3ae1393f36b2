import { authoredBuild } from "./authored.ts";
import { census1790 } from "../tables/census_1790.ts";
import { claimFacts } from "../tables/claim_facts.ts";
import { electorLaws } from "../tables/elector_laws.ts";
import { errata } from "../tables/errata.ts";
import { houseDelegations } from "../tables/house_delegations.ts";
import { newYorkCounties } from "../tables/new_york_counties.ts";
import { recounts } from "../tables/recounts.ts";
import { secondChoices } from "../tables/second_choices.ts";
import { claims } from "../tables/claims.ts";
import { florida2000Counting } from "../tables/florida_2000_counting.ts";
import { wisconsinRecountMethods } from "../tables/wisconsin_recount_methods.ts";
import { wisconsinPlacesBuild } from "./tables/wisconsin_places.ts";
import type { TableBuild } from "./table_build.ts";
import { apportionmentBuild } from "./tables/apportionment.ts";
import { brokenPledgesBuild } from "./tables/broken_pledges.ts";
import { nationalCount2016Build } from "./tables/count_2016_national.ts";
import { districtReturnsBuild } from "./tables/district_returns.ts";
import { electoralVotesBuild } from "./tables/electoral_votes.ts";
import { nationalResultsBuild } from "./tables/national_results.ts";
import { stateReturnsBuild } from "./tables/state_returns.ts";
import { turnoutBuild } from "./tables/turnout.ts";
import { wisconsinMunicipalitiesBuild } from "./tables/wisconsin_municipalities.ts";
import { wisconsinCountiesBuild } from "./tables/wisconsin_counties.ts";
import { wisconsinUnitsBuild } from "./tables/wisconsin_units.ts";
import { wisconsinBallotsBuild } from "./tables/wisconsin_ballots.ts";
import { countyReturnsBuild } from "./tables/county_returns.ts";
import { countyDemographicsBuild } from "./tables/county_demographics.ts";
import { votingEquipmentBuild } from "./tables/voting_equipment.ts";
import { countyEquipmentBuild } from "./tables/county_equipment.ts";
import { florida2000Build } from "./tables/florida_2000.ts";
import { georgia2000Build } from "./tables/georgia_2000.ts";
import { georgia2020TallyBuild } from "./tables/georgia_2020_tally.ts";
import { michiganPennsylvaniaBuild } from "./tables/michigan_pennsylvania.ts";
import { stateCount2016Build } from "./tables/count_2016_states.ts";
import { exitPoll2016Build } from "./tables/exit_poll_2016.ts";
import { compactMembersBuild } from "./tables/compact_members.ts";
import { countShares2020Build, countVotes2020Build } from "./tables/count_2020.ts";
import { precinctReturnsBuild } from "./tables/precinct_returns.ts";
import { precinctTurnout2024Build, precinctVotes2024Build } from "./tables/precincts_2024.ts";
import { senateReturnsBuild } from "./tables/senate_returns.ts";
import { palmBeachCellsBuild, palmBeachPatternsBuild } from "./tables/palm_beach_2000.ts";
import { ballotRecordsBuild } from "./tables/ballot_records.ts";
import {
  coloradoAuditsBuild,
  coloradoDrawnBuild,
  coloradoManifestsBuild,
} from "./tables/colorado_audits.ts";
import { reconciliationBuild } from "./tables/reconciliation.ts";

/** Every table of `data/`, in the order of building: a table may use the rows of those before it. */
export const tableBuilds: readonly TableBuild[] = [
  stateReturnsBuild,
  apportionmentBuild,
  brokenPledgesBuild,
  electoralVotesBuild,
  nationalResultsBuild,
  districtReturnsBuild,
  turnoutBuild,
  nationalCount2016Build,
  wisconsinMunicipalitiesBuild,
  wisconsinCountiesBuild,
  wisconsinUnitsBuild,
  wisconsinBallotsBuild,
  authoredBuild(newYorkCounties),
  countyReturnsBuild,
  countyDemographicsBuild,
  votingEquipmentBuild,
  countyEquipmentBuild,
  florida2000Build,
  georgia2000Build,
  georgia2020TallyBuild,
  michiganPennsylvaniaBuild,
  stateCount2016Build,
  exitPoll2016Build,
  compactMembersBuild,
  countShares2020Build,
  countVotes2020Build,
  authoredBuild(census1790),
  authoredBuild(florida2000Counting),
  authoredBuild(wisconsinRecountMethods),
  wisconsinPlacesBuild,
  authoredBuild(claims),
  authoredBuild(claimFacts),
  authoredBuild(electorLaws),
  authoredBuild(errata),
  authoredBuild(houseDelegations),
  authoredBuild(recounts),
  authoredBuild(secondChoices),
  precinctReturnsBuild,
  precinctVotes2024Build,
  precinctTurnout2024Build,
  senateReturnsBuild,
  palmBeachCellsBuild,
  palmBeachPatternsBuild,
  ballotRecordsBuild,
  coloradoAuditsBuild,
  coloradoManifestsBuild,
  coloradoDrawnBuild,
  reconciliationBuild,
];
