import { assertEquals } from "@std/assert";
import { plainImports } from "../../lib/files/plain_imports.ts";

Deno.test("deferred imports become plain ones, each, and nothing else does", () => {
  assertEquals(
    plainImports(
      'import defer * as a from "a";\nimport defer * as b from "b";\n// import defer * as c',
    ),
    'import * as a from "a";\nimport * as b from "b";\n// import defer * as c',
  );
});
