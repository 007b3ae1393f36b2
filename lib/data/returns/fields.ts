/** What a column of returns means. */
export type ReturnsField =
  | "year"
  | "state"
  | "statename"
  | "fips"
  | "county"
  | "jurisdiction"
  | "precinct"
  | "ward"
  | "office"
  | "district"
  | "candidate"
  | "lastname"
  | "firstname"
  | "middlename"
  | "party"
  | "mode"
  | "writein"
  | "stage"
  | "round"
  | "votes"
  | "total";

/** A way in which files of returns are laid out. */
export type ReturnsFormat =
  | "tidy"
  | "medsl"
  | "openelections"
  | "wide"
  | "clarity"
  | "nist"
  | "cast-vote-records";

/** For each field, its columns' possible names as {@linkcode headerName} writes them, best first. */
export const fieldNames: Readonly<Record<ReturnsField, readonly string[]>> = {
  // Of a date the year is taken.
  year: ["year", "election_year", "election_date", "electiondate"],
  state: [
    "state_po",
    "state_postal",
    "state_abbreviation",
    "state_abbr",
    "state",
    "state_name",
    "st",
    "statefp",
    "state_fips",
    "statefips",
  ],
  // Beside a column of postal codes, which may lack some.
  statename: ["state", "state_name"],
  fips: ["county_fips", "fips", "countyfips", "fips_code", "county_fips_code", "geoid", "countyfp"],
  county: ["county", "county_name", "countyname", "parish", "borough"],
  jurisdiction: [
    "jurisdiction_name",
    "jurisdiction",
    "municipality",
    "municipality_name",
    "town",
    "town_name",
    "city_town",
    "city_or_town",
    "township",
    "city",
  ],
  precinct: [
    "precinct",
    "precinct_name",
    "unit",
    "reporting_unit",
    "precinct_full",
    "vtd",
    "polling_place",
    "location",
    "precinct_id",
    "precinct_code",
    "precinct_number",
    "pct",
    "election_district",
    "ed",
    "ward",
  ],
  // Beside a column of precincts: their numbers start anew in each ward.
  ward: ["ward"],
  office: [
    "office",
    "contest",
    "race",
    "contest_name",
    "office_name",
    "officename",
    "race_name",
    "officedescription",
  ],
  district: ["district", "office_district"],
  candidate: [
    "candidate",
    "candidate_name",
    "cand",
    "cand_name",
    "choice",
    "choice_name",
    "ballotname",
    "name",
  ],
  // Where no column holds the whole name.
  lastname: ["candidatelastname", "candidate_last_name", "last_name", "lastname", "lname", "last"],
  firstname: [
    "candidatefirstname",
    "candidate_first_name",
    "first_name",
    "firstname",
    "fname",
    "first",
  ],
  middlename: [
    "candidatemiddlename",
    "candidate_middle_name",
    "middle_name",
    "middlename",
    "middle",
  ],
  party: [
    "party",
    "party_detailed",
    "party_name",
    "partyname",
    "party_simplified",
    "party_code",
    "partydescription",
  ],
  mode: ["mode", "vote_type", "votetype", "vote_mode", "counting_group"],
  writein: ["writein", "write_in", "writein_w_uncommitted_z"],
  stage: ["stage"],
  // Of a ranked contest.
  round: ["round", "round_number", "rcv_round", "tabulation_round", "count_round"],
  votes: [
    "votes",
    "candidatevotes",
    "candidate_votes",
    "vote_count",
    "vote",
    "total_votes",
    "votes_total",
    "totalvotes",
    "vote_total",
    "vote_totals",
    "votes_cast",
    "total_votes_cast",
    "votes_received",
    "votes_for_candidate",
    "votes_candidate",
    "number_of_votes",
    "no_of_votes",
    "num_votes",
    "vote_tally",
    "tally",
    "total",
  ],
  total: ["totalvotes", "total_votes", "total_vote", "votes_total", "race_total"],
};

/** The parts of a candidate's name, in the order in which it is said. */
export const nameParts: readonly ReturnsField[] = ["firstname", "middlename", "lastname"];

/** Fields that a layout must have, each with the name that it usually has there. */
export const requiredFields: Readonly<
  Record<"tidy" | "medsl" | "openelections", readonly (readonly [ReturnsField, string])[]>
> = {
  tidy: [["state", "state_po"], ["candidate", "candidate"], ["votes", "votes"]],
  medsl: [
    ["year", "year"],
    ["state", "state_po"],
    ["office", "office"],
    ["candidate", "candidate"],
    ["votes", "candidatevotes"],
  ],
  openelections: [["office", "office"], ["candidate", "candidate"], ["votes", "votes"]],
};

/** A header's name as it is compared: small letters, underscores. */
export function headerName(name: string): string {
  return name.replace(/^\uFEFF/, "").trim().toLowerCase().replace(/[^a-z0-9#%]+/g, "_")
    .replace(/^_+|_+$/g, "");
}

const MODE_COLUMN =
  /(^|_)(election_?day|polling_?place|polls?|in_?person|early|earlyvoting|absentee|abs|mail|mailin|vbm|provisional|prov|affidavit|machine|av_counting_boards?|counting_boards?|central_count|advanced?|military|overseas|uocava|federal|emergency|paper|failsafe|limited|fwab|curbside|drop_?box|one_?stop|hand|scan|dre|tabulators?|supplemental|walk_?in|bmd)(_|$)/;
const NO_MODE = /percent|pct|share|registered|voters|turnout|rate|total_votes/;

/** Whether a column counts the votes of one mode of voting. */
export function isModeColumn(name: string): boolean {
  const header = headerName(name);
  return MODE_COLUMN.test(header) && !NO_MODE.test(header);
}

/** Whether a column says that it counts votes, of some kind that is not told. */
export function isCountOfVotes(name: string): boolean {
  const header = headerName(name);
  return /_votes$/.test(header) &&
    !/total|under|over|blank|void|scatter|write_?in|all|cast|straight|party/.test(header) &&
    !NO_MODE.test(header);
}

/** Guesses the layout of a table from its header, undefined where it is none of rows of candidates. */
export function guessFormat(header: readonly string[]): ReturnsFormat | undefined {
  const names = new Set(header.map(headerName));
  const has = (field: ReturnsField) => fieldNames[field].some((name) => names.has(name));
  // Without a column of votes, those of modes of voting are added up.
  const named = has("candidate") || has("lastname");
  if (!named || !has("votes") && !header.some(isModeColumn)) return undefined;
  if (names.has("county_name") && has("office") && has("year")) return "medsl";
  if (names.has("state_po") && has("year") && has("office")) return "medsl";
  if (has("office") && !has("state")) return "openelections";
  return "tidy";
}
