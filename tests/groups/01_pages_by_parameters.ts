import { testGroup } from "./groups.ts";

await testGroup("01_pages_by_parameters");
