import { assertStringIncludes } from "@std/assert";
import { shown } from "./shown.ts";

const text = shown("08_electors");

Deno.test("08: 37 of 306 deny a majority, 38 elect the other, 21 of 290 in November", () => {
  // 306 − 37 = 269; 232 + 38 = 270; 290 − 21 = 269
  assertStringIncludes(text, "won 306 of 538 electors");
  assertStringIncludes(text, "majority, 37 of them");
  assertStringIncludes(text, "elect Hillary Clinton, 38 of them");
  assertStringIncludes(text, "Michigan open 290 232 21 7.2% 38");
});

Deno.test("08: seven votes broke a pledge, two of them Trump's", () => {
  // Cast 304 to 227 of 306 and 232, as the FEC has it: 2 and 5.
  assertStringIncludes(
    text,
    "7 votes that were counted broke a pledge, 2 of them by Trump's electors",
  );
});
