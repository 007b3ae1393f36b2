import { assertEquals } from "@std/assert";
import { kindOfFault, redeclares } from "../../lib/notebook/fault_kind.ts";

const kind = (code: number) => kindOfFault(`Something is wrong (TS${code})`);

Deno.test("each finding of the compiler is a fault, strictness or a note, by its number", () => {
  // JSX without its types.
  for (const code of [7026, 2874, 2875, 17004, 8010]) assertEquals(kind(code), "note", `${code}`);
  // "Object is possibly null", "used before assigned", "must have an override modifier" …
  for (const code of [2531, 2532, 2533, 18046, 18047, 18048, 18049, 2454, 2564, 4114]) {
    assertEquals(kind(code), "strict", `${code}`);
  }
  // Implicit types: the compiler's messages 7005 to 7057.
  for (const code of [7005, 7006, 7031, 7053, 7057]) assertEquals(kind(code), "strict", `${code}`);
  // "Cannot find name", "not assignable", and the neighbors of those above.
  for (
    const code of [2304, 2322, 2530, 2534, 7004, 7058, 18045, 18050, 2453, 2455, 2563, 2565, 4113]
  ) assertEquals(kind(code), "fault", `${code}`);
  assertEquals(kindOfFault("SyntaxError: Expression expected"), "fault");
  assertEquals(kindOfFault("(TS2531) first"), "fault");
});

Deno.test("a finding says that a name is declared again by its number at the end", () => {
  const again = (code: number) => redeclares(`x (TS${code})`);
  for (const code of [2300, 2393, 2403, 2440, 2451, 2717]) {
    assertEquals(again(code), true, `${code}`);
  }
  for (const code of [2299, 2301, 2392, 2394, 2402, 2441, 2452, 2716, 2304]) {
    assertEquals(again(code), false, `${code}`);
  }
  assertEquals(redeclares("(TS2451) is not at the end"), false);
});
