import { assertEquals, assertThrows } from "@std/assert";
import { familyName, findCandidate } from "../../lib/election/mod.ts";

const votes = {
  "Bill Clinton": 44,
  "George H.W. Bush": 39,
  "Ross Perot": 19,
  "Others and write-ins": 3,
  "James Bo Gritz": 0,
};

Deno.test("findCandidate() takes a full name, a family name or a part, in any case", () => {
  assertEquals(findCandidate(votes, "Ross Perot"), "Ross Perot");
  assertEquals(findCandidate(votes, " bush "), "George H.W. Bush");
  assertEquals(findCandidate(votes, "George"), "George H.W. Bush");
});

Deno.test("findCandidate() prefers a family name to a part of another's", () => {
  const two = { "Franklin D. Roosevelt": 2, "Roosevelt Smith": 1 };
  assertEquals(findCandidate(two, "Roosevelt"), "Franklin D. Roosevelt");
});

Deno.test("findCandidate() takes the one with ten times the votes of the next of a name", () => {
  const johnsons = { "Nathan Johnson": 10, "Gary Johnson": 100, "Hillary Clinton": 900 };
  assertEquals(findCandidate(johnsons, "Johnson"), "Gary Johnson");
  assertThrows(
    () => findCandidate({ ...johnsons, "Nathan Johnson": 11 }, "Johnson"),
    RangeError,
    "expected one of Gary Johnson, Nathan Johnson",
  );
});

Deno.test("findCandidate() lists who ran when nobody fits, and who fits when several do", () => {
  assertThrows(
    () => findCandidate(votes, "Nader"),
    RangeError,
    'name: found "Nader", expected one of "Bill Clinton", "George H.W. Bush", "Ross Perot"',
  );
  assertThrows(() => findCandidate(votes, "Gritz"), RangeError, "expected one of");
  assertThrows(() => findCandidate(votes, ""), RangeError, "expected one of");
  assertThrows(
    () => findCandidate({ "Eugene V. Debs": 1, "Eugene Chafin": 1 }, "Eugene"),
    RangeError,
    "expected one of Eugene V. Debs, Eugene Chafin",
  );
});

Deno.test("findCandidate() lists no more than twelve and says how many more there are", () => {
  const many = Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`Number ${i}`, 100 - i]));
  assertThrows(() => findCandidate(many, "Stein"), RangeError, '"Number 11" and 3 more');
});

Deno.test("familyName() keeps particles, drops suffixes and leaves what is no person whole", () => {
  assertEquals(
    [
      "Martin Van Buren",
      "Robert M. La Follette",
      "Faith Spotted Eagle",
      "Robert F. Kennedy, Jr.",
      "Al Gore",
    ].map(familyName),
    ["Van Buren", "La Follette", "Spotted Eagle", "Kennedy", "Gore"],
  );
  assertEquals(familyName("Others and write-ins"), "Others and write-ins");
  assertEquals(familyName("Unpledged electors"), "Unpledged electors");
});
