import { testExamples } from "./examples.ts";

testExamples("display");
