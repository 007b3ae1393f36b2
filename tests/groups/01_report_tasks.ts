import { testGroup } from "./groups.ts";

await testGroup("01_report_tasks");
