import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { projectGroups } from "tallybook/election";

Deno.test("projectGroups() widens with correlation and adds the variances of its parts", () => {
  const groups = [
    {
      group: "mail",
      lead: -500,
      remaining: 4000,
      remainingError: 300,
      margin: 0.3,
      marginError: 0.05,
    },
    {
      group: "late",
      lead: 200,
      remaining: 1000,
      remainingError: 100,
      margin: -0.1,
      marginError: 0.1,
    },
  ];
  const apart = projectGroups(groups, "a", { correlation: 0 });
  const alike = projectGroups(groups, "a");
  assertEquals(apart.point, alike.point);
  assertEquals(apart.point, -300 + 1200 - 100);
  assert(alike.upper > apart.upper);
  // By hand: sd of margins 200 and 100, of sizes 90 and 10, of products 15 and 10.
  const sd = Math.sqrt(200 ** 2 + 100 ** 2 + 90 ** 2 + 10 ** 2 + 15 ** 2 + 10 ** 2);
  assertAlmostEquals(apart.upper - apart.point, 1.959963984540054 * sd, 1e-9);
  const together = Math.sqrt(300 ** 2 + 90 ** 2 + 10 ** 2 + 15 ** 2 + 10 ** 2);
  assertAlmostEquals(alike.upper - alike.point, 1.959963984540054 * together, 1e-9);
  assertThrows(
    () => projectGroups([], "a"),
    RangeError,
    "groups: found 0 members, expected at least 1",
  );
  assertThrows(
    () => projectGroups([{ ...groups[0]!, margin: 2 }], "a"),
    RangeError,
    "margin in mail: found 2, expected a finite number of at least -1 and at most 1",
  );
});

Deno.test("projectGroups() reaches as far down as up, adds errors of one sign, and leaves out none", () => {
  const group = (name: string, remaining: number, marginError: number) => ({
    group: name,
    lead: 10,
    remaining,
    margin: 0,
    marginError,
  });
  // Errors of 30 and 40 votes: 70 together, 50 apart, √(.5 (30² + 40²) + .5 × 70²) half way.
  const groups = [group("a", 300, 0.1), group("b", 400, 0.1)];
  for (
    const [correlation, sd] of [[0, 50], [0.5, Math.sqrt(0.5 * 2500 + 0.5 * 4900)], [
      1,
      70,
    ]] as const
  ) {
    const { point, lower, upper, n } = projectGroups(groups, "a", { correlation, level: 0.9 });
    assertEquals([point, n], [20, 2]);
    assertAlmostEquals(upper - 20, 1.6448536269514722 * sd, 1e-9);
    assertAlmostEquals(20 - lower, 1.6448536269514722 * sd, 1e-9);
  }
});
