export { banzhaf, type BanzhafPower } from "./banzhaf.ts";
export { coalitionCounts, coinTossChance, type Weights } from "./coalitions.ts";
export { shapleyShubik, type ShapleyShubikPower } from "./shapley_shubik.ts";
