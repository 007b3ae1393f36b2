import { assertEquals } from "@std/assert";
import { isTotalMode, placeWords } from "../../../lib/data/returns/place_words.ts";

Deno.test("placeWords() tells names of totals from names of places", () => {
  const kinds = (county: string, names: readonly string[]) =>
    names.map((name) => placeWords(name, county));
  assertEquals(kinds("Elm", ["Total", "Grand Total", "County Totals", "Total Absentee"]), [
    "total",
    "total",
    "total",
    "mode",
  ]);
  // The county itself, by its name with or without the kind of it, may be the sum of its places.
  assertEquals(kinds("Elm", ["Elm", "Elm County", "ELM", "", "Countywide", "All Precincts"]), [
    "maybe",
    "maybe",
    "maybe",
    "maybe",
    "maybe",
    "maybe",
  ]);
  assertEquals(kinds("Elm", ["Elm 1", "Elmwood", "Oak", "Ward 3"]), [
    "part",
    "part",
    "part",
    "part",
  ]);
  // The county with its state is a line of sums; with other letters it is a way of voting, or a place.
  assertEquals(kinds("Elm", ["ELM CO NJ", "Elm CA", "Elm County, WI", "Elm AB", "Elm FS"]), [
    "total",
    "total",
    "total",
    "part",
    "part",
  ]);
  // Without a county's name no place bears it.
  assertEquals(kinds("", ["Elm", "Summary"]), ["part", "maybe"]);
});

Deno.test("isTotalMode() knows the sum of all modes", () => {
  const names = ["TOTAL", "All", "Total Votes", "Early", "All mail"];
  assertEquals(names.map(isTotalMode), [true, true, true, false, false]);
});
