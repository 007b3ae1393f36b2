import { assertEquals } from "@std/assert";
import type { ReadReturnsOptions } from "tallybook/data";
import { mendings, reading } from "./reading.ts";

const FILE = "20201103__oh__general__elm__precinct.csv";
const rows = (year: string, state: string) =>
  "year,state,precinct,office,candidate,votes\n" +
  `${year},${state},1,President,Ada,12\n${year},${state},1,President,Ben,7\n`;
const told = (name: string, text: string, options: ReadReturnsOptions = {}) =>
  mendings(reading(name, text, { ...options, check: false }));
const TAKEN = "the rows are taken as they say";

Deno.test("rows of another year or state than the option or the file's name say are listed", () => {
  assertEquals(told(FILE, rows("2020", "OH")), []);
  assertEquals(told(FILE, rows("2016", "PA")), [`2016: ${TAKEN}`, `PA: ${TAKEN}`]);
  assertEquals(told("r.csv", rows("2020", "OH"), { year: 2016, state: "pa" }), [
    `2020: ${TAKEN}`,
    `OH: ${TAKEN}`,
  ]);
  assertEquals(told("r.csv", rows("2020", "Ohio"), { year: 2020, state: "OH" }), []);
});

Deno.test("a year without an election for president, and a primary's name, are listed", () => {
  assertEquals(told("20181106__oh__general__elm__precinct.csv", rows("2018", "OH")), [
    "2018, which had none",
  ]);
  assertEquals(told("20200317__oh__primary__elm__precinct.csv", rows("2020", "OH")), [
    "a file whose name says a primary: its rows are taken all the same",
  ]);
  assertEquals(told("primary_care_2020.csv", rows("2020", "OH")).length, 1);
  assertEquals(told("20201103__oh__general__primaryville__precinct.csv", rows("2020", "OH")), []);
  assertEquals(told("r.csv", rows("1789", "PA")), []);
});
