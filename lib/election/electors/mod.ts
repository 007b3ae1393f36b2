export { type DefectionsNeeded, defectionsNeeded } from "./defections.ts";
export {
  type DefectionFeasibility,
  type ElectorLaw,
  electorLawOn,
  type ElectorLawRecord,
  feasibleDefections,
  freeElectorsBounds,
  type Slate,
} from "./laws.ts";
export {
  chanceOfDefections,
  type DefectionModel,
  faithlessRate,
  type FaithlessRecord,
} from "./record.ts";
