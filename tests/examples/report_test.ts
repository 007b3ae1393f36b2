import { testExamples } from "./examples.ts";

testExamples("report");
