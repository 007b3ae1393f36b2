import { assertStringIncludes } from "@std/assert";
import { assertAnswerFirst, headlineOf } from "./answer_first.ts";
import { shown } from "./shown.ts";

const text = shown("08_electors");

Deno.test("08: the answer comes first, by the rules", () => assertAnswerFirst("08_electors"));

Deno.test("08: 37 of 306 deny a majority, 38 elect the other, 21 of 290 in November", () => {
  // 306 − 37 = 269; 232 + 38 = 270; 290 − 21 = 269
  const { answer, ground } = headlineOf("08_electors");
  assertStringIncludes(
    answer,
    "38 of these could have elected Clinton, had Clinton\u2019s own kept their pledges " +
      "and Congress accepted it",
  );
  assertStringIncludes(ground, "To leave nobody with a majority took 37 of Trump");
  assertStringIncludes(text, "Michigan open 290 232 21 7.2% 38");
});

Deno.test("08: 155 of Trump's electors stood under no law, 260 could cast a vote that counts", () => {
  // AR 6 AZ 11 GA 16 IA 6 ID 4 IN 11 KS 6 KY 8 LA 8 MO 10 ND 3 PA 20 SD 3 TX 38 WV 5 = 155;
  // void by law in MI 16 MT 3 NC 15 NE 5 UT 6, by ruling for Maine's 1: 306 − 46 = 260.
  assertStringIncludes(headlineOf("08_electors").answer, "No law bound 155 of Trump");
  // Texas had 38, no other state without a law more than 20.
  assertStringIncludes(text, "Of those without a law Texas alone had the 38 that elect Clinton");
  assertStringIncludes(text, "AR, AZ, GA, IA, ID, IN, KS, KY, LA, MO, ND, PA, SD, TX and WV");
  assertStringIncludes(text, "and 260 could have cast a vote that no law or ruling voided");
  assertStringIncludes(text, "20 had no law, and 37 no penalty");
});

Deno.test("08: Republicans held 32 of 50 delegations to the House that would have chosen", () => {
  const { ground, lead } = headlineOf("08_electors");
  assertStringIncludes(ground, "where Trump\u2019s party held 32 of 50 delegations");
  assertStringIncludes(
    lead,
    "Republicans, Trump's party, held 32 delegations and Democrats 17; 1 was divided evenly",
  );
  assertStringIncludes(text, "Republicans 32 241 Democrats 17 194 neither, or not known 1 0");
});

Deno.test("08: seven votes broke a pledge, two of them Trump's", () => {
  // Cast 304 to 227 of 306 and 232, as the FEC has it: 2 and 5.
  assertStringIncludes(
    text,
    "In fact 2 of Trump's electors and 5 of Clinton's broke a pledge, and Congress counted their votes",
  );
  // Colorado, Maine and Minnesota stopped one each, all pledged to Clinton.
  assertStringIncludes(text, "3 more of Clinton's tried and were stopped by officials");
});

Deno.test("08: Washington fined its four electors of whom three appealed and lost", () => {
  // The Daily Herald of December 29, 2016 names the four; In re Guerra and Chiafalo v. Washington the three.
  assertStringIncludes(text, "fined its 4 electors who had broken their pledge");
  assertStringIncludes(text, "a civil penalty, not a prosecution");
  assertStringIncludes(text, "Of those fined, 3 appealed and lost");
  assertStringIncludes(text, "Washington Hillary Clinton Colin Powell 3 counted");
  assertStringIncludes(text, "Washington Hillary Clinton Faith Spotted Eagle 1 counted");
});

Deno.test("08: votes against a pledge are Congress's to count, as in 1969", () => {
  // Congressional Research Service, RL30769: the one objection of 1887 to 2000 was not sustained.
  const { answer, lead } = headlineOf("08_electors");
  assertStringIncludes(answer, "and Congress accepted it");
  assertStringIncludes(lead, "would have had to accept such votes");
  assertStringIncludes(text, "in 1969 it was asked to refuse one vote against a pledge");
});
