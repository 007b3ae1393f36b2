import { testGroup } from "./groups.ts";

await testGroup("05_tables_made");
