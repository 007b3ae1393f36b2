import { testGroup } from "./groups.ts";

await testGroup("12_house");
