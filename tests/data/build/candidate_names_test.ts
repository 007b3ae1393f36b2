import { assertEquals } from "@std/assert";
import {
  mixedCase,
  nameFromCapitals,
  NONE_OF_THESE,
  OTHERS,
  usualName,
} from "../../../lib/data/build/candidate_names.ts";

Deno.test("nameFromCapitals() turns last name first into the usual name", () => {
  const names: readonly (readonly [string, string])[] = [
    ["CLINTON, HILLARY", "Hillary Clinton"],
    ["TRUMP, DONALD J.", "Donald Trump"],
    ["BIDEN, JOSEPH R. JR", "Joe Biden"],
    ["MCCAIN, JOHN", "John McCain"],
    ['MCCARTHY, EUGENE ""GENE""', "Eugene McCarthy"],
    ["BUSH, GEORGE H.W.", "George H.W. Bush"],
    ["KENNEDY, ROBERT F. JR", "Robert F. Kennedy Jr."],
    ["MITT, ROMNEY", "Mitt Romney"],
    ["DE LA FUENTE, ROQUE", "Roque De La Fuente"],
  ];
  for (const [raw, name] of names) assertEquals(nameFromCapitals(raw), name);
});

Deno.test("nameFromCapitals() puts votes for nobody by name together", () => {
  for (
    const raw of ["", "OTHER", "SCATTERING", "BLANK VOTE/SCATTERING", "NOT DESIGNATED", "WRITE-IN"]
  ) {
    assertEquals(nameFromCapitals(raw), OTHERS, raw);
  }
  assertEquals(nameFromCapitals("NONE OF THE ABOVE"), NONE_OF_THESE);
});

Deno.test("mixedCase() keeps initials, small words and Scottish names", () => {
  assertEquals(mixedCase("DISTRICT OF COLUMBIA"), "District of Columbia");
  assertEquals(mixedCase("O'CONOR"), "O'Conor");
  assertEquals(mixedCase("MCMULLIN"), "McMullin");
});

Deno.test("usualName() gives one name to a candidate whom sources spell differently", () => {
  for (const spelling of ["William Taft", "William H. Taft", "William Howard Taft"]) {
    assertEquals(usualName(spelling), "William Howard Taft");
  }
});
