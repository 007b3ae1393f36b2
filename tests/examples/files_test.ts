import { testExamples } from "./examples.ts";

testExamples("files");
