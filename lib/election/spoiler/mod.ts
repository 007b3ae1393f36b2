export { type BreakEven, breakEven, preferenceNeeded, turnoutNeeded } from "./break_even.ts";
export { spoilerQuestion, type SpoilerQuestionOptions } from "./spoiler_question.ts";
export { type SpoilerQuestion, type SpoilerUnit, spoilerUnits } from "./spoiler_units.ts";
export {
  type LeadRegion,
  leadRegion,
  leansToBeneficiary,
  leansToOpponent,
  type NetShareRange,
  noAssumption,
} from "./region.ts";
export {
  type Transfer,
  transferOf,
  type TransferredElection,
  type TransferredUnit,
  transferVotes,
} from "./transfer.ts";
export { type PathStep, type PathToMajority, pathToMajority } from "./path_to_majority.ts";
export { type JointFlip, jointFlip, type JointFlipOptions } from "./joint_flip.ts";
export {
  type RenormalizationTrap,
  renormalizationTrap,
  type SecondChoice,
  secondChoice,
  type SecondChoiceShares,
} from "./second_choice.ts";
export { type JointRegion, jointRegion, type NetShares } from "./joint_region.ts";
export { pooledNetShare } from "./pooled_net_share.ts";
