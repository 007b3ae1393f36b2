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

Deno.test("08: Washington fined its four electors of whom three appealed and lost", () => {
  // The Daily Herald of December 29, 2016 names the four; In re Guerra and Chiafalo v. Washington the three.
  assertStringIncludes(text, "fined its 4 electors who had broken their pledge");
  assertStringIncludes(text, "Of them, 3 appealed and lost");
  assertStringIncludes(text, "Washington Hillary Clinton Colin Powell 3 counted");
  assertStringIncludes(text, "Washington Hillary Clinton Faith Spotted Eagle 1 counted");
});
