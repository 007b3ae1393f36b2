import { testExamples } from "./examples.ts";

testExamples("check");
