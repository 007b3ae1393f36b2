/** What a server is asked, in its own words; engines_test.ts holds what it answers where it is installed. */
import { assertEquals } from "@std/assert";
import type { Comparison, Measure, Plan } from "../../../lib/data/query/plan.ts";
import { literal, planSql, quoted } from "../../../lib/data/query/sql.ts";
import type { TableSchema } from "../../../lib/data/schema.ts";

const schema = (name: string) =>
  ({
    name,
    columns: [
      { name: "state", type: "text" },
      { name: "votes", type: "integer" },
      { name: "share", type: "number" },
    ],
  }) as unknown as TableSchema;
const plan = (some: Partial<Plan>): Plan => ({
  table: schema("counts"),
  conditions: [],
  group: [],
  measures: [{ name: "rows", kind: "rows" }],
  ...some,
});
const sql = (some: Partial<Plan>) => planSql(plan(some), ({ table }) => table.name);

Deno.test("names and values are quoted so that none ends before its end", () => {
  assertEquals([quoted("votes"), quoted("a`b\\c")], ["`votes`", "`a\\`b\\\\c`"]);
  assertEquals([literal(true), literal(false), literal(-1.5)], ["1", "0", "-1.5"]);
  assertEquals(
    [literal("Lee County"), literal("O'Brien"), literal("\\'"), literal("a\0b")],
    ["'Lee County'", "'O\\'Brien'", "'\\\\\\''", "'a\\0b'"],
  );
});

Deno.test("each measure is asked for in the server's own function, blanks aside", () => {
  const asked = (measure: Measure) =>
    sql({ measures: [measure] }).replace(/^SELECT (.*) FROM counts$/, "$1");
  const of = (more: object) => asked({ name: "n", column: "votes", ...more } as Measure);
  assertEquals(asked({ name: "n", kind: "rows" }), "count() AS __m0");
  assertEquals(of({ kind: "known" }), "count(`votes`) AS __m0");
  assertEquals(
    of({ kind: "sum" }),
    "sum(toNullable(`votes`)) AS __m0, sum(toFloat64(toNullable(`votes`))) AS __m0_guard",
  );
  assertEquals(of({ kind: "min" }), "min(toNullable(`votes`)) AS __m0");
  assertEquals(of({ kind: "max" }), "max(toNullable(`votes`)) AS __m0");
  const half = "quantileExact(0.5)(toNullable(`votes`)) AS __m0";
  assertEquals(of({ kind: "quantile", share: 0.5 }), half);
  // The share of all rows is the greatest value, by its own name.
  assertEquals(of({ kind: "quantile", share: 1 }), "max(toNullable(`votes`)) AS __m0");
});

Deno.test("a row meets all conditions, and a blank only that it is unknown", () => {
  const where = (comparison: Comparison, ...values: (string | number)[]) =>
    sql({ conditions: [{ column: "votes", comparison, values }] }).split(" WHERE ")[1];
  assertEquals(where("known"), "(isNotNull(`votes`))");
  assertEquals(where("unknown"), "(isNull(`votes`))");
  assertEquals(where("at least", 3), "(`votes` >= 3)");
  assertEquals(where("at most", 3), "(`votes` <= 3)");
  assertEquals(where("is", 3, 4), "(isNotNull(`votes`) AND (`votes` = 3 OR `votes` = 4))");
  assertEquals(where("is not", 3, 4), "(isNotNull(`votes`) AND NOT (`votes` = 3 OR `votes` = 4))");
  assertEquals(
    sql({
      conditions: [
        { column: "votes", comparison: "at least", values: [3] },
        { column: "state", comparison: "known", values: [] },
      ],
      group: ["state", "share"],
    }),
    "SELECT `state`, `share`, count() AS __m0 FROM counts " +
      "WHERE (`votes` >= 3) AND (isNotNull(`state`)) GROUP BY `state`, `share`",
  );
});

Deno.test("known totals are joined to the groups by their own columns, each side added up before", () => {
  const known = plan({
    table: schema("totals"),
    group: ["state"],
    measures: [{ name: "all", kind: "sum", column: "votes" }],
  });
  assertEquals(
    sql({ group: ["state", "share"], measures: [{ name: "n", kind: "rows" }], known }),
    "SELECT `state`, `share`, `__m0`, `__k0`, __k0_guard FROM " +
      "(SELECT `state`, `share`, count() AS __m0 FROM counts GROUP BY `state`, `share`) " +
      "ANY LEFT JOIN (SELECT `state`, sum(toNullable(`votes`)) AS __k0, " +
      "sum(toFloat64(toNullable(`votes`))) AS __k0_guard FROM totals GROUP BY `state`) USING (`state`)",
  );
});
