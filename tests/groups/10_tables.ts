import { testGroup } from "./groups.ts";

await testGroup("10_tables");
