import { testGroup } from "./groups.ts";

await testGroup("04_runner");
