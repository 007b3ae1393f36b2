/** Votes for persons whom a source does not name, and what else it lumps together. */
export const OTHERS = "Others and write-ins";

/** Votes for none of the candidates, which Nevada offers. */
const NONE = "None of these candidates";

/** Spellings met in the sources, with the usual name. */
const USUAL: Readonly<Record<string, string>> = {
  '"Rocky" Roque De La Fuente': "Roque De La Fuente",
  'Roque "Rocky" De La Fuente': "Roque De La Fuente",
  "Rocky De La Fuente": "Roque De La Fuente",
  "Darrell L. Castle": "Darrell Castle",
  "Gene C. Amondson": "Gene Amondson",
  "Gloria Estela La Riva": "Gloria La Riva",
  "James (Jim) Hedges": "Jim Hedges",
  "Joseph Allen Maldonado": "Joseph Maldonado",
  "Jonathan E. Allen": "Jonathan Allen",
  "Lynn S. Kahn": "Lynn Kahn",
  "Michael A. Maturen": "Mike Maturen",
  "Michael A. Peroutka": "Michael Peroutka",
  "Michael Anthony Peroutka": "Michael Peroutka",
  "Roger Calero": "Róger Calero",
  "Roseann Barr": "Roseanne Barr",
  'Ross C. "Rocky" Anderson': "Rocky Anderson",
  "Ted C. Weill": "Ted Weill",
  "Walt Brown": "Walter Brown",
  "Walter F. Brown": "Walter Brown",
  "Frank Edward McEnulty": "Frank McEnulty",
  "Smith L. Neil": "L. Neil Smith",
  "Dan Vacek": "Dan R. Vacek",
  "Kyle Kopitke": "Kyle Kenley Kopitke",
  "Michael Maturen": "Mike Maturen",
  "Ryan Scott": "Ryan Alan Scott",
  "Gary E. Johnson": "Gary Johnson",
  "Patrick J. Buchanan": "Pat Buchanan",
  "Allyson Kennedy": "Alyson Kennedy",
  "James Hedges": "Jim Hedges",
  "Maturen, Michael A": "Mike Maturen",
  "Michael A Maturen": "Mike Maturen",
  "Michael L. Mike Smith": "Mike Smith",
  "Michael L. Smith": "Mike Smith",
  "Thomas Hoefling": "Tom Hoefling",
  "Thomas Conrad Hoefling": "Tom Hoefling",
  "Clifton Deberry": "Clifton DeBerry",
  "Gene McCarthy": "Eugene McCarthy",
  "Lyndon Larouche Jr.": "Lyndon LaRouche",
  "Roger Macbride": "Roger MacBride",
  "Romney Mitt": "Mitt Romney",
  "Virgil Hamlin Goode Jr.": "Virgil Goode",
  "Abraham Lincon": "Abraham Lincoln",
  "Adlai E. Stevenson": "Adlai Stevenson",
  "Al Smith": "Alfred E. Smith",
  "Albert Gore": "Al Gore",
  "Alf Landon": "Alfred Landon",
  "Allan Benson": "Allan L. Benson",
  "Alton Parker": "Alton B. Parker",
  "Barack H. Obama": "Barack Obama",
  "Barack Hussein Obama": "Barack Obama",
  "Brian Carroll": "Brian T. Carroll",
  "Charles Chuck Baldwin": "Chuck Baldwin",
  "Charles Hughes": "Charles Evans Hughes",
  "Charles O. Baldwin": "Chuck Baldwin",
  "Charles Pinckney": "Charles Cotesworth Pinckney",
  "Chase Russell Oliver": "Chase Oliver",
  "Claudia De La Cruz": "Claudia De la Cruz",
  "Clinton Fisk": "Clinton B. Fisk",
  "Cornel Ronald West": "Cornel West",
  "Cynthia A. McKinney": "Cynthia McKinney",
  "David Keith Cobb": "David Cobb",
  "DeWitt Clinton": "DeWitt Clinton",
  "Donald J. Trump": "Donald Trump",
  "Edward Clark": "Ed Clark",
  "Eugene Debs": "Eugene V. Debs",
  "George B McClellan": "George B. McClellan",
  "George H. W. Bush": "George H.W. Bush",
  "George McClellan": "George B. McClellan",
  "Gloria Estella La Riva": "Gloria La Riva",
  "Green Smith": "Green Clay Smith",
  "Harry Truman": "Harry S. Truman",
  "Henry Wallace": "Henry A. Wallace",
  "Hubert Humphrey": "Hubert H. Humphrey",
  "Hugh White": "Hugh L. White",
  "J. Strom Thurmond": "Strom Thurmond",
  "James Blaine": "James G. Blaine",
  "James Cox": "James M. Cox",
  "James Garfield": "James A. Garfield",
  "James Gillespie Birney": "James G. Birney",
  "James Polk": "James K. Polk",
  "James Weaver": "James B. Weaver",
  "Jill E. Stein": "Jill Stein",
  "John Anderson": "John B. Anderson",
  "John Breckingridge": "John C. Breckinridge",
  "John C. Fremont": "John C. Frémont",
  "John Davis": "John W. Davis",
  "John F. Kerry": "John Kerry",
  "John Frémont": "John C. Frémont",
  "John FrÃ©mont": "John C. Frémont",
  "John Parker Hale": "John P. Hale",
  "Joseph R. Biden Jr.": "Joe Biden",
  "Kamala D. Harris": "Kamala Harris",
  "Patrick Buchanan": "Pat Buchanan",
  "Robert Dole": "Bob Dole",
  "Robert F. Kennedy Jr.": "Robert F. Kennedy Jr.",
  "Robert La Follette": "Robert M. La Follette",
  "Robert LaFollette": "Robert M. La Follette",
  "Ronald Paul": "Ron Paul",
  "Roque De la Fuente": "Roque De La Fuente",
  "Samuel Tilden": "Samuel J. Tilden",
  "Stephen Douglas": "Stephen A. Douglas",
  "T. Coleman Andrews/": "T. Coleman Andrews",
  "Thomas Dewey": "Thomas E. Dewey",
  "Unpledged Electors": "Unpledged electors",
  "Virgil Goode": "Virgil Goode",
  "W.P. Mangum": "Willie Mangum",
  "Warren Harding": "Warren G. Harding",
  "William Taft": "William Howard Taft",
  "William H. Taft": "William Howard Taft",
  "Winfield Hancock": "Winfield Scott Hancock",
  "Other": OTHERS,
  "Others": OTHERS,
};

/** The name that every table uses for a candidate. */
export function usualName(name: string): string {
  return USUAL[name] ?? name;
}

const LOWER = new Set(["of", "the", "and"]);

function titleCase(word: string): string {
  if (LOWER.has(word.toLowerCase())) return word.toLowerCase();
  if (/^(JR|SR)\.?$/i.test(word)) return word[0]!.toUpperCase() + "r.";
  if (/^(II|III|IV)$/.test(word) || /^([A-Z]\.)+$/.test(word)) return word;
  const lower = word.toLowerCase().replaceAll(
    /(^|[-'. ])([a-z])/g,
    (letter) => letter.toUpperCase(),
  );
  return lower.replace(/^Mc([a-z])/, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

/** Turns words in capitals into the usual mixture: "O'CONOR" to "O'Conor", "MCCAIN" to "McCain". */
export function mixedCase(text: string): string {
  return text.split(" ").map(titleCase).join(" ");
}

const UNNAMED =
  /^$|^OTHERS?$|SCATTER|BLANK|VOID|UNDERVOTE|OVERVOTE|NOT DESIGNATED|WRITE-?INS?$|^TOTAL VOTES/i;
const NO_CANDIDATE = /^NONE OF (THE|THESE)/i;

/**
 * Turns a name written as "LAST, FIRST M. "NICK"" into the usual name; votes for nobody by name
 * become {@linkcode OTHERS}.
 */
export function nameFromCapitals(raw: string): string {
  const text = raw.replaceAll('""', '"').replaceAll(/\s+/g, " ").trim();
  if (NO_CANDIDATE.test(text)) return NONE;
  if (UNNAMED.test(text)) return OTHERS;
  const nickname = /"([^"]+)"/.exec(text)?.[1];
  const plain = text.replaceAll(/"[^"]*"/g, "").replaceAll(/\s+/g, " ").replaceAll(" ,", ",")
    .trim();
  const [last = "", ...rest] = plain.split(", ");
  const first = rest.filter((part) => !/^(JR|SR)\.?$/i.test(part)).join(" ").trim();
  const suffix = /\b(JR|SR)\.?(?=$|[, ])/i.exec(rest.join(" "))?.[0] ?? "";
  const given = nickname ?? first.replace(/\s*\b(JR|SR)\.?$/i, "");
  return usualName(mixedCase([given, last, suffix].filter((part) => part !== "").join(" ")));
}

/** Whether a line of the FEC's results is for nobody by name. */
export function isUnnamed(firstName: string, lastName: string): boolean {
  return firstName === "" &&
    /^(Scattered|All Others|Others?|Miscellaneous|No Name)$/.test(lastName);
}

/** Whether a line of the FEC's results is for none of the candidates. */
export function isNone(lastName: string): boolean {
  return NO_CANDIDATE.test(lastName);
}

/** The name for votes for none of the candidates. */
export const NONE_OF_THESE: string = NONE;
