/** A candidate as every table spells the name, with the party that nominated him or her. */
export interface Nominee {
  readonly name: string;
  readonly party: string | null;
}

/** Votes for persons whom a state does not name. */
export const WRITE_INS = "Write-ins";

const FEC_2016: Readonly<Record<string, readonly [name: string, party: string]>> = {
  P00003392: ["Hillary Clinton", "Democratic"],
  P80001571: ["Donald Trump", "Republican"],
  P20002671: ["Gary Johnson", "Libertarian"],
  P20003984: ["Jill Stein", "Green"],
  P60022654: ["Evan McMullin", "Independent"],
  P60021102: ["Darrell Castle", "Constitution"],
  P80005572: ["Gloria La Riva", "Socialism and Liberation"],
  P60016342: ["Roque De La Fuente", "Reform"],
  P80005473: ["Alyson Kennedy", "Socialist Workers"],
  P60016623: ["Mike Smith", "Independent"],
  P60009917: ["Chris Keniston", "Veterans"],
  P60022787: ["Michael Maturen", "American Solidarity"],
  P60005808: ["Lynn Kahn", "Independent"],
  P60017340: ["James Hedges", "Prohibition"],
  P20005260: ["Tom Hoefling", "America's"],
  P60004405: ["Monica Moorehead", "Workers World"],
  P20004511: ["Laurence Kotlikoff", "Independent"],
  P60012960: ["Peter Skewes", "American"],
  P60009875: ["Rocky Giordani", "Independent American"],
  P60018017: ["Emidio Soltysik", "Socialist"],
  P60007457: ["Scott Copeland", "Constitution"],
  P60015419: ["Kyle Kenley Kopitke", "Independent American"],
  P60018249: ["Joseph Allen Maldonado", "Independent People"],
  P60007168: ["Bernie Sanders", "Democratic"],
  P60017035: ["Rod Silva", "Nutrition"],
  P20004768: ["Princess Jacob", "Loyal Trustworthy Compassion"],
  P20004677: ["Jerry White", "Socialist Equality"],
  P60023504: ["Bradford Lyttle", "Nonviolent Resistance/Pacifist"],
  P60023496: ["Frank Atwood", "Approval Voting"],
};

const UNNAMED = new Set(["Scattered", "All Others", "Other", "Miscellaneous", "No Name"]);

/**
 * Names the person of a line in the FEC's results of 2016. Candidates have a number there, which
 * is what tells Gary Johnson from a write-in of the same last name.
 */
export function nominee2016(id: string, firstName: string, lastName: string): Nominee {
  const known = FEC_2016[id];
  if (known !== undefined) return { name: known[0], party: known[1] };
  if (firstName === "" && UNNAMED.has(lastName)) return { name: WRITE_INS, party: null };
  return { name: `${firstName} ${lastName}`.trim(), party: null };
}
