import { testGroup } from "./groups.ts";

await testGroup("08_report");
