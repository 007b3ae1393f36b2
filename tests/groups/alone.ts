import { testGroup } from "./groups.ts";

await testGroup("alone");
