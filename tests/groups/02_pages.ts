import { testGroup } from "./groups.ts";

await testGroup("02_pages");
