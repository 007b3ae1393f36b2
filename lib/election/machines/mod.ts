export { covariateOf, type MachineUnit } from "./machine_unit.ts";
export {
  controls,
  doseOf,
  type MachineEffect,
  machineEffect,
  type MachineErrors,
  type MachineSpecification,
  outcomeOf,
} from "./machine_model.ts";
export {
  type SpecificationChoices,
  specificationGrid,
  type SpecificationResult,
} from "./specification_grid.ts";
export { thresholdCurve, type ThresholdPoint } from "./threshold_curve.ts";
export { flipEffect, marginMoved } from "./flip_effect.ts";
export {
  recountByTechnology,
  recountChange,
  type RecountDifference,
  type RecountedUnit,
} from "./recount_difference.ts";
export { type BallotCount, type ResidualVotes, residualVotes } from "./residual_votes.ts";
export {
  type AbsenteeContrast,
  absenteeContrast,
  type AbsenteeCount,
} from "./absentee_contrast.ts";
export {
  type BallotPair,
  BUTTERFLY_OVERDISPERSION,
  type ButterflyCost,
  butterflyCost,
  type ButterflyPart,
  type SenateChoice,
} from "./butterfly_cost.ts";
export {
  type CountyRow,
  countyUnits,
  type EquipmentRow,
  type MunicipalRow,
  municipalUnits,
} from "./units_from_rows.ts";
export {
  type HeldLayout,
  type LayoutCounty,
  type LayoutEffect,
  layoutEffect,
} from "./layout_effect.ts";
export { type BorderPair, borderPairs, type PlacedUnit } from "./border_pairs.ts";
