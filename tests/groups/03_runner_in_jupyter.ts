import { testGroup } from "./groups.ts";

await testGroup("03_runner_in_jupyter");
