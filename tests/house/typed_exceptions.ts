/** A number that stands typed in a notebook's words for a reason. */
export interface TypedException {
  /** The notebook's number. */
  readonly notebook: string;
  /** Words around it, with the number. */
  readonly words: string;
  readonly reason: keyof typeof REASONS;
}

/** Why a number may be typed. */
export const REASONS = {
  cited: "the number of a source that is named in the paragraph or in the section's list",
  claim: "the number of the claim that the page examines",
  setting: "a threshold, bin or count of draws that another cell's code or the library sets",
  data: "what a table is, as its source describes it: it changes with the source alone",
  record: "a vote that a body took, which no count here can change",
  method: "a number of the method: degrees of freedom, orders of four things, a level",
} as const;

const of = (
  notebook: string,
  reason: TypedException["reason"],
  ...words: readonly string[]
): TypedException[] => words.map((words) => ({ notebook, words, reason }));

/** The numbers that may stand typed. One that stands no longer is no exception: the test says so. */
export const TYPED: readonly TypedException[] = [
  ...of("00", "setting", "6 candidates or more"),
  ...of("01", "claim", "to be 1.5 percent of all votes"),
  ...of("02", "record", "commission's vote of 8 to 7"),
  ...of("04", "record", "commission's vote of 8 to 7"),
  ...of("04", "method", "over all 24 orders"),
  ...of("04", "setting", "for a Democratic lead of 2 points"),
  ...of("04", "cited", "against about 40 percent in Geruso"),
  ...of("05", "data", "about 1,850 municipalities", "there are 72 counties"),
  ...of("05", "claim", "the claim's 7 percent"),
  ...of("05", "setting", "cut-offs from 2 to 60 percent", "reach 50 kilometers", "share over 64"),
  ...of("05", "setting", "that it is 100 or more", "with 3.9 points switched"),
  ...of(
    "05",
    "method",
    "a p-value below 0.05",
    "at the 5 percent level in 200",
    "Chi-square, 9 df",
  ),
  ...of("06", "cited", "speaks of 26 counties", "and 15 that scanned", "cast 4.6 percent"),
  ...of("06", "cited", "counties and Lake are 15", "8,084 voters", "4,815 Bush", "2,692 marked"),
  ...of("07", "claim", "California showed 100 percent"),
  ...of("08", "cited", "the Court's 15 with a sanction"),
  ...of("08", "data", "States of the 50 and the District"),
  ...of("09", "method", "Would have been 436"),
  ...of("11", "setting", "enough in 9 of 10", "less than 0.1%"),
  ...of("12", "method", "within 5 percent of it"),
  ...of("14", "data", "(43 states)"),
  ...of(
    "14",
    "setting",
    "fewer than 200 places",
    "below 250 votes",
    "from 500",
    "where there are 30 of them",
    "share both 90% or more",
    "places at 99% or more",
  ),
  ...of("15", "data", "fewer than 10 ballots", "two files of some 27,000"),
  ...of("15", "setting", "found about 60%"),
  ...of("16", "cited", "in all 22 rounds"),
];
