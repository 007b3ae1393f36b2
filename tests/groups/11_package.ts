import { testGroup } from "./groups.ts";

await testGroup("11_package");
