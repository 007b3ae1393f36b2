export { apportion, type ApportionOptions, type Populations } from "./apportion.ts";
export type { Apportionment, PrioritySeat } from "./apportionment.ts";
export { APPORTIONMENT_METHODS, type ApportionmentMethod, type DivisorMethod } from "./method.ts";
export { personsShort, type ShortfallOptions } from "./shortfall.ts";
export {
  type CastByState,
  type CensusOfSlavery,
  type Closure,
  houseSeats,
  type ReweightedElection,
  reweightedElection,
  type ReweightedOptions,
  type Weight,
} from "./three_fifths.ts";
