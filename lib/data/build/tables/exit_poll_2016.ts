import { exitPoll2016 } from "../../tables/exit_poll_2016.ts";
import { DataError } from "../../data_error.ts";
import type { Row, TableBuild } from "../table_build.ts";

const FILE = "exit-polls-2016/exit_polls_2016_cnn.csv";
const QUESTION = "Are you gay, lesbian, bisexual or transgender?";
const SECOND_CHOICE_PAGE =
  "https://progressiveperspectivesblog.wordpress.com/2016/11/09/data-suggests-3rd-party-voters-arent-to-blame-for-trumps-election/";
/** The New York Times' table of the same poll gives this number of voters, in 350 places. */
const RESPONDENTS = 24_537;

const ANSWERS: Readonly<Record<string, string>> = {
  "Clinton": "Hillary Clinton",
  "Trump": "Donald Trump",
  "Other/No Answer": "Other or no answer",
};

/** Shares of Johnson's and Stein's voters, as the page quotes them from CBS News. */
const SECOND_CHOICES: readonly (readonly [string, string, number])[] = [
  ["Johnson voters", "Hillary Clinton", 0.25],
  ["Johnson voters", "Donald Trump", 0.15],
  ["Johnson voters", "Would not have voted", 0.55],
  ["Stein voters", "Hillary Clinton", 0.25],
  ["Stein voters", "Donald Trump", 0.14],
  ["Stein voters", "Would not have voted", 0.61],
];

/** Builds the rows of the 2016 exit poll that claims rest on. */
export const exitPoll2016Build: TableBuild = {
  schema: exitPoll2016,
  build({ raw }) {
    const rows: Row[] = raw.csv(FILE).filter((row) =>
      row.question === QUESTION && row.state === "National" && row.election === "president"
    ).map((row) => ({
      question: "lgbt",
      group: row.answer === "Yes" ? "LGBT" : "not LGBT",
      group_share: Number(row.answer_pct) / 100,
      answer: ANSWERS[row.vote_group!]!,
      share: Number(row.cell_pct) / 100,
      respondents: RESPONDENTS,
      note: "Respondents as the New York Times' table of the same poll gives them",
      source: FILE,
    }));
    if (rows.length !== 6) {
      throw new DataError("Cannot build exit_poll_2016", [{
        file: FILE,
        expected: `6 rows for "${QUESTION}"`,
        found: String(rows.length),
      }]);
    }
    return [
      ...rows,
      ...SECOND_CHOICES.map(([group, answer, share]) => ({
        question: "second_choice",
        group,
        group_share: null,
        answer,
        share,
        respondents: null,
        note: group === "Stein voters" && answer === "Hillary Clinton"
          ? 'The page says "about a quarter"'
          : null,
        source: SECOND_CHOICE_PAGE,
      })),
    ];
  },
};
