export {
  findInversions,
  type Inversion,
  type InversionToggles,
  type NationalResult,
} from "./find_inversions.ts";
export { type NationalResultRow, nationalResults } from "./national_results.ts";
export { type DividedSlate, type SlateTreatment, slateVotes } from "./divided_slate.ts";
export {
  type CollegeDecomposition,
  type CollegeSwitch,
  collegeSwitches,
  type CollegeWorld,
  decomposeCollege,
} from "./decompose.ts";
export {
  type ElectionOfTwo,
  type StateDeviation,
  stateDeviation,
  type StateSwing,
} from "./state_deviation.ts";
export {
  type InversionChance,
  inversionChance,
  type InversionChanceOptions,
} from "./inversion_chance.ts";
export { collegeChances, type CollegeChancesOptions, type CollegeOdds } from "./college_chances.ts";
export { regionalCorrelation } from "./regional_correlation.ts";
export {
  type RegionalSwings,
  regionalSwings,
  type RegionalSwingsOptions,
} from "./regional_swings.ts";
