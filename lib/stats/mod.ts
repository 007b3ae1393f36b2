export type { Estimate } from "./estimate.ts";
