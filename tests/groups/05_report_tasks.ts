import { testGroup } from "./groups.ts";

await testGroup("05_report_tasks");
