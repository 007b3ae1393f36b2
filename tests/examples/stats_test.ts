import { testExamples } from "./examples.ts";

testExamples("stats");
