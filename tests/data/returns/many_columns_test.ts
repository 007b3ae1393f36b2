import { assertEquals } from "@std/assert";
import { refusing } from "./reading.ts";

Deno.test("where a column is missing sixty of those that are there are named, and how many more there are", () => {
  const found = (count: number) => {
    const header = Array.from({ length: count }, (_, at) => `q${at}z`);
    const { problems } = refusing(
      "r.csv",
      `${header.join(",")}\n${header.map(() => "x").join(",")}\n`,
      {
        format: "tidy",
        year: 2016,
        state: "WI",
      },
    );
    return [...new Set(problems.map((problem) => problem.found))];
  };
  const named = (count: number) => Array.from({ length: count }, (_, at) => `"q${at}z"`).join(", ");
  assertEquals(found(60), [`the columns ${named(60)}`]);
  assertEquals(found(61), [`the columns ${named(60)} and 1 more`]);
});
