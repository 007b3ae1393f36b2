import { testExamples } from "./examples.ts";

testExamples("claims");
