import { testGroup } from "./groups.ts";

await testGroup("13_stats");
