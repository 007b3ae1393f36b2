/** What each row of a table turned out to be, as a small number for a column of bytes. */
export const Kind = {
  candidate: 0,
  writeIn: 1,
  noVote: 2,
  turnout: 3,
  totalOfCandidates: 4,
  totalOfWriteIns: 5,
  totalOfPlaces: 6,
  totalOfModes: 7,
  leftOut: 8,
  otherContest: 9,
} as const;

/** The kinds in words, by number. */
export const kindNames = [
  "candidate",
  "write-in",
  "no vote",
  "turnout",
  "total of candidates",
  "total of write-ins",
  "total of places",
  "total of modes",
  "left out",
  "other contest",
] as const;
