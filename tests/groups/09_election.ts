import { testGroup } from "./groups.ts";

await testGroup("09_election");
