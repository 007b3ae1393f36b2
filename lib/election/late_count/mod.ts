export { leadBounds, possibleLeaders, shareToOverturn } from "./bounds.ts";
export { projectGroups, type RemainingGroup } from "./groups.ts";
export { type IncrementOptions, naiveProjection, projectFromIncrements } from "./projection.ts";
export { type Increment, increments, type Snapshot } from "./snapshot.ts";
