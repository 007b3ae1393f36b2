import { assertThrows } from "@std/assert";
import {
  absenteeContrast,
  closingAGap,
  faithlessRate,
  findInversions,
  freeElectorsBounds,
  houseSeats,
  increments,
  layoutEffect,
  projectGroups,
  stateDeviation,
  winnerTakeAll,
  withinRounding,
} from "tallybook/election";

const refused = (call: () => unknown, words: string) => assertThrows(call, RangeError, words);

Deno.test("what is given twice is refused, not counted twice", () => {
  const slate = { state: "TX", electors: 38 };
  refused(() => freeElectorsBounds([slate, slate], 1), 'states of the slates: found "TX" twice');
  const group = { group: "CA", lead: 1, remaining: 50, margin: 0.3, marginError: 0.05 };
  refused(() => projectGroups([group, group], "Clinton"), 'groups: found "CA" twice');
  const record = { year: 2012, electors: 538, faithless: 0 };
  refused(() => faithlessRate([record, record]), "years of the elections: found 2012 twice");
  const county = { county: "A", votes: 1100, candidate: 21, absentee: 100, candidateAbsentee: 1 };
  refused(() => absenteeContrast([county, county], 1), 'counties: found "A" twice');
  const laid = [1, 2, 1, 2].map((columns) => ({
    ...{
      county: "A",
      columns,
      machine: "scan",
      counting: "center",
      ballots: 100,
      spoiled: columns,
    },
  }));
  refused(() => layoutEffect(laid, []), 'counties: found "A" twice');
  const named = { name: "X", votes: 51, electors: 2 };
  const result = { year: 2000, president: "X", electors: 3, candidates: [named, named] };
  refused(() => findInversions([result]), 'candidates of 2000: found "X" twice');
  const share = {
    ...{ district: "NE-02", democrat: "D", republican: "R" },
    ...{ republican_share: 0.5, two_party_votes: 100 },
  };
  const nebraska = [{ unit: "NE-02", electors: 1, votes: { D: 50, R: 50 } }];
  refused(() => withinRounding(nebraska, [share, share], "R"), 'districts: found "NE-02" twice');
  const contests = [{ unit: "A", electors: 3, votes: { X: 2, Y: 1 } }];
  refused(() => winnerTakeAll(contests, { candidates: ["X", "X"] }), 'found "X" twice');
});

Deno.test("elections and snapshots that are not in order of time are refused", () => {
  const votes = { X: 51, Y: 49 };
  const election = (year: number) => ({
    ...{ year, candidate: "X", against: "Y" },
    contests: [{ unit: "A", electors: 3, votes }],
  });
  for (const years of [[2000, 2000, 2004], [2004, 2000, 2008]]) {
    refused(() => stateDeviation(years.map(election)), "year of elections[1]: found 2000");
  }
  const snapshots = (...times: string[]) => times.map((asOf) => ({ asOf, votes }));
  refused(
    () => increments(snapshots("2016-11-18", "2016-11-15")),
    'snapshots[1]: found "2016-11-15", expected not before 2016-11-18',
  );
  refused(() => increments(snapshots("15 Nov", "15 Nov")), 'found "15 Nov: X 51, Y 49" twice');
  // Two totals of one day are two steps.
  const day = "2016-11-23";
  increments([{ asOf: day, votes }, { asOf: day, votes: { X: 60, Y: 50 } }]);
  increments(snapshots("9 Nov", "15 Nov"));
  increments(snapshots("2016-11-18", "2016-11-18 20:00"));
});

Deno.test("a fraction upside down and a gap wider than the votes are refused", () => {
  const census = { VA: { total: 747_610, enslaved: 292_627 } };
  refused(() => houseSeats(census, [5, 3], { divisor: 33_000 }), "weight's numerator: found 5");
  houseSeats(census, [1, 1], { divisor: 33_000 });
  refused(() => closingAGap(1000, 99), "gap: found 1000");
});
