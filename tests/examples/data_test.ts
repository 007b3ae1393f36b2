import { testExamples } from "./examples.ts";

testExamples("data");
