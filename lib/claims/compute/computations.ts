import type { Compute } from "../claim.ts";
import { votesToCloseTheGap } from "./closing_the_gap.ts";
import { compactIn2011 } from "./compact.ts";
import { republicanChambers } from "./congress.ts";
import {
  bidenElectors,
  bidenLessObama,
  bidenShare,
  georgiaVotesNeeded,
  growthRank,
  lostWithFloridaAndOhio,
  moreVotesThanBiden,
  presidentsWithMoreVotes,
  rankAmongPresidents,
  trumpGrowth,
  trumpLeadInPennsylvania,
  trumpVotes,
  unitsFlipped,
  votesCast,
  wisconsinLead,
  yearsSinceDemocrat,
} from "./count_2020.ts";
import {
  clintonLeadInPercent,
  democraticLoss,
  earlierSweeps,
  finalLead,
  harrisVotes,
  jurisdictionsGained,
  landslide,
  marginRank,
  senatorsInTrumpStates,
  smallestMarginOfAWinner,
  smallMarginRank,
  statesShifted,
  swingStatesWon,
  yearsSinceRepublicanLed,
} from "./count_2024.ts";
import { electoralMargin, michiganLead } from "./distance_to_flip.ts";
import { nevadaRollOff, republicanDropOff, swingStatesDropOff } from "./drop_off_2024.ts";
import { electorsPunished, statesNotBinding, tennesseeDeadline } from "./elector_laws.ts";
import {
  allElectors,
  electorsAhead,
  goreWithFlorida,
  projectedForTrump,
  statesToFlip,
  tennesseeElectors,
  trumpElectors,
} from "./electoral_count.ts";
import { lgbtVote } from "./exit_poll.ts";
import {
  democratsInTwoDecades,
  goreLead,
  goreMarginRank,
  popularWinnersWhoLost,
} from "./inversions.ts";
import { leadOf, trumpShareOf2024 } from "./landslides.ts";
import { ballotsLeft, leadGrows, statesStillCounting, trumpShareFalls } from "./late_count.ts";
import { machinesAndClintonShare, wisconsinRecount } from "./machines.ts";
import {
  boxerAmendment,
  californiaMailBallots,
  earlierAmendments,
  petitionSignatures,
} from "./petitions_and_reform.ts";
import {
  clintonBallots,
  leadOfAllVotes,
  leadOfOneMillion,
  leadOfTwoMillion,
  leadOnNovember19,
  officialTotals,
  trumpShare,
} from "./popular_lead.ts";
import { electorsFollowSeats, statesGoingByStateVote, threeFifths } from "./seats_and_electors.ts";
import { allForClinton, steinAndJohnson } from "./third_parties.ts";
import { presumedDemocratic, upsets } from "./upsets.ts";
import { moreVotesThanClinton } from "./vote_records.ts";
import { californiaLead } from "./winner_take_all.ts";

/**
 * What computes each claim, by the claim's id. A claim that is not here is one that nothing can
 * measure; its relation must be "none".
 */
export const computations: Readonly<Record<string, Compute>> = {
  P1: leadOnNovember19,
  P2: moreVotesThanClinton,
  P3: trumpShare,
  P4: clintonBallots,
  P5: leadOfAllVotes,
  P6: ballotsLeft,
  P7: leadGrows,
  P8: trumpShareFalls,
  P9: leadOfOneMillion,
  P10: statesStillCounting,
  P11: californiaLead,
  P13: votesToCloseTheGap,
  P14: officialTotals,
  P15: leadOfTwoMillion,
  E1: trumpElectors,
  E2: electorsAhead,
  E3: popularWinnersWhoLost,
  E4: democratsInTwoDecades,
  E5: goreLead,
  E6: goreMarginRank,
  E7: statesToFlip,
  E8: projectedForTrump,
  E9: michiganLead,
  E10: electoralMargin,
  E11: allElectors,
  E12: electorsFollowSeats,
  E13: threeFifths,
  E14: statesGoingByStateVote,
  E15: tennesseeElectors,
  E16: tennesseeDeadline,
  E17: upsets,
  E18: presumedDemocratic,
  E19: goreWithFlorida,
  T1: steinAndJohnson,
  T2: allForClinton,
  T3: lgbtVote,
  M1: machinesAndClintonShare,
  M2: wisconsinRecount,
  M3: petitionSignatures,
  M4: petitionSignatures,
  M5: statesNotBinding,
  M6: electorsPunished,
  M7: boxerAmendment,
  M9: compactIn2011,
  M10: californiaMailBallots,
  M12: earlierAmendments,
  M13: republicanChambers,
  V1: votesCast,
  V2: wisconsinLead,
  V3: unitsFlipped,
  V4: yearsSinceDemocrat("AZ"),
  V5: yearsSinceDemocrat("GA"),
  V6: moreVotesThanBiden,
  V7: bidenElectors,
  V8: bidenShare,
  V9: presidentsWithMoreVotes,
  V10: trumpVotes,
  V11: trumpGrowth,
  V12: growthRank,
  V13: bidenLessObama,
  V14: trumpLeadInPennsylvania,
  V15: georgiaVotesNeeded,
  V16: lostWithFloridaAndOhio,
  V18: rankAmongPresidents,
  W1: swingStatesWon,
  W2: statesShifted,
  W3: earlierSweeps,
  W4: landslide,
  W5: smallMarginRank,
  W6: finalLead,
  W7: marginRank,
  W8: senatorsInTrumpStates,
  W9: smallestMarginOfAWinner,
  W10: clintonLeadInPercent,
  W11: harrisVotes,
  W12: democraticLoss,
  W13: republicanDropOff,
  W14: swingStatesDropOff,
  W15: nevadaRollOff,
  W17: finalLead,
  W18: yearsSinceRepublicanLed,
  W19: jurisdictionsGained,
  W20: trumpShareOf2024,
  W21: leadOf(2024),
  W22: leadOf(1964),
  W23: leadOf(1984),
};
