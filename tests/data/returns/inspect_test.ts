import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { loadCountyReturns } from "tallybook/data";
import { inspection, inspectionText } from "../../../lib/data/returns/commands/inspection.ts";
import { inspectionHtml } from "../../../lib/data/returns/commands/inspection_html.ts";
import { reading } from "./reading.ts";

const KNOWN = loadCountyReturns({ year: 2016, states: ["WI"] })
  .filter(({ fips }) => fips === "55025");
const NAME = "20161108__wi__general__dane__precinct.csv";

/** Dane County in two halves, an own total, undervotes, another office, and 100 votes too many. */
const CONTENT = "county,precinct,office,candidate,votes\n" +
  KNOWN.map(({ candidate, votes }) => {
    const half = Math.floor(votes / 2);
    return `Dane,A <b>,President,${candidate},${half}\nDane,B,President,${candidate},${
      votes - half
    }\n` +
      `Dane,Total,President,${candidate},${votes}\n`;
  }).join("") + "Dane,B,President,Under Votes,12\nDane,B,Sheriff,Cy,5\n";

Deno.test("inspect says what was read, left out and kept apart, and how sums stand to known ones", () => {
  const text = inspectionText(inspection(NAME, reading(NAME, CONTENT)));
  assertStringIncludes(text, 'of kind "total of places"');
  assertStringIncludes(text, '"Under Votes", ballots without a vote: kept apart');
  assertStringIncludes(text, "1 Sheriff");
  assertStringIncludes(text, "Dane County, WI 2016 agrees with the known totals exactly");
  // Clinton's votes in Dane County, Wisconsin Elections Commission, after the recount.
  assertStringIncludes(text, "217,697");
});

Deno.test("inspect's page is whole HTML with a picture, and markup in a file stays text", () => {
  const wrong = CONTENT.replace(
    "Dane,A <b>,President,Hillary Clinton,",
    "Dane,A <b>,President,Hillary Clinton,9",
  );
  const read = reading(NAME, wrong, { mend: ["totals"] });
  assertEquals(read.checks.map(({ verdict }) => verdict === "agrees"), [false]);
  const html = inspectionHtml(inspection("<script>.csv", read));
  assertStringIncludes(html, "<!DOCTYPE html>");
  assertStringIncludes(html, '<svg role="img"');
  assertStringIncludes(html, "&lt;script&gt;.csv");
  assertEquals(html.includes("<script>"), false);
  assertEquals(html.includes("A <b>"), false);
});

Deno.test("inspect's text has each part under its heading, numbers in one column", () => {
  const text = inspectionText(inspection(NAME, reading(NAME, CONTENT)));
  const lines = text.split("\n");
  assertEquals(lines[0], NAME);
  assert(lines.includes("From the file's name or the options: year 2016, state WI"), text);
  const heading = lines.indexOf("Sums by county and candidate");
  assertEquals(lines[heading - 1], "");
  // A line a candidate: the county in 20 letters, the longest name, the votes in 12.
  const longest = Math.max(...KNOWN.map(({ candidate }) => candidate.length));
  const sums = lines.slice(heading + 1, heading + 1 + KNOWN.length);
  assertEquals(new Set(sums.map((line) => line.length)), new Set([2 + 20 + 1 + longest + 1 + 12]));
  // A file that says nothing of itself has no such line.
  const plain = `year,state_po,fips,candidate,votes\n2016,WI,55025,Ada,12\n`;
  const other = inspectionText(inspection("r.csv", reading("r.csv", plain)));
  assertEquals(other.includes("From the file's name"), false);
});

Deno.test("inspect shows forty lines of a part, and says how many more there are", () => {
  const page = inspection(NAME, reading(NAME, CONTENT));
  const behindTheFortieth = (offices: number) => {
    const leftOut = Array.from({ length: offices }, (_, i): [string, number] => [`Office ${i}`, 1]);
    const lines = inspectionText({ ...page, leftOut }).split("\n");
    return lines[lines.indexOf("  1 Office 39") + 1];
  };
  assertEquals([40, 41, 43].map(behindTheFortieth), ["", "  and 1 more", "  and 3 more"]);
});
