import { assertEquals } from "@std/assert";
import { compareRules, districtContests } from "tallybook/election";
import { golden, goldenRows } from "../../golden/read.ts";

const rows = goldenRows("ec_state_votes_1976_2024.csv").filter(({ year }) => year === "2016");
const states = rows.map((row) => {
  const [D, R, all] = [Number(row.democratic), Number(row.republican), Number(row.total)];
  return { unit: row.state_po!, electors: Number(row.electors), votes: { D, R, O: all - D - R } };
});
const districts = districtContests(
  goldenRows("cd_2016.csv").map((row) => ({
    district: row.cd!,
    democrat: "D",
    republican: "R",
    republican_share: Number(row.r2p),
    two_party_votes: Number(row.DR),
  })),
);
const election = {
  states,
  districts,
  candidates: ["D", "R"],
  byDistrict: ["ME", "NE"],
  compact: ["CA", "NY"],
};

Deno.test("compareRules() gives 2016 under every rule as the single rules do", () => {
  const { tally_won, rules } = golden<
    Record<string, {
      tally_won: Record<string, number>;
      rules: Record<string, Record<string, number>>;
    }>
  >("ec_history_1976_2024.json")["2016"]!;
  const found = Object.fromEntries(
    compareRules(election).map(({ name, result }) => [name, result.electors]),
  );
  const pick = (name: string) => ({ D: found[name]!.D!, R: found[name]!.R! });
  assertEquals(pick("In force"), { D: tally_won.D!, R: tally_won.R! });
  assertEquals(pick("Winner take all, every state"), { D: 233, R: 305 }); // ME-02's back to Maine
  const removed = rules.two_senators_removed!;
  assertEquals(pick("Without the senators' electors"), { D: removed.D!, R: removed.R! });
  const district = rules.district_method!;
  assertEquals(pick("District winners and two for the state"), { D: district.D!, R: district.R! });
  assertEquals(found["Compact, with its members of the day"], { R: tally_won.R!, D: tally_won.D! }); // asleep
  assertEquals(found["National popular vote"], { D: 538 });
});

Deno.test("compareRules() leaves the district rule out where districts are not known", () => {
  const without = compareRules({ ...election, districts: [] });
  assertEquals(without.length, compareRules(election).length - 1);
  assertEquals(without[0]!.result.electors, { R: 305, D: 233 });
});

Deno.test("districtContests() keeps an exact half a tie", () => {
  const row = {
    district: "MO-02",
    democrat: "D",
    republican: "R",
    republican_share: 0.5,
    two_party_votes: 101,
  };
  assertEquals(districtContests([row])[0]!.votes, { D: 50, R: 50 });
  assertEquals(districtContests([{ ...row, two_party_votes: null }])[0]!.votes, {});
});

Deno.test("compareRules() has the district rule with one district, and leaves it out with none", () => {
  const names = (some: typeof districts) =>
    compareRules({ ...election, districts: some }).map(({ name }) => name);
  const rule = "District winners and two for the state";
  assertEquals(names(districts.slice(0, 1)).includes(rule), true);
  assertEquals(names([]).includes(rule), false);
});
