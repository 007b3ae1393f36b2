import { testGroup } from "./groups.ts";

await testGroup("06_tables_made");
