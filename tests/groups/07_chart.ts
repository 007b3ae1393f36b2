import { testGroup } from "./groups.ts";

await testGroup("07_chart");
