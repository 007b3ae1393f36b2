import { testExamples } from "./examples.ts";

testExamples("chart");
