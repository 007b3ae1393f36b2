import { gunzipSync, unzipSync } from "fflate";

/** Folders of a corpus that hold files of returns. */
const FOLDERS = [
  "openelections",
  "medsl-precinct-2024",
  "county-2020-2024",
  "results-formats",
  "ballots",
];
const READABLE = /\.(csv|tsv|txt|xml|json|xlsx?|zip|gz)$/i;

/** A file of a corpus, its name there, and its bytes where it had to be unpacked. */
export interface CorpusFile {
  readonly name: string;
  readonly path: string;
  readonly bytes?: Uint8Array;
}

/** The files of a corpus: those of the known folders in it, or all where it has none of these. */
export function* corpusFiles(folder: string): Generator<CorpusFile> {
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name);
  const known = FOLDERS.filter((name) => names.includes(name));
  for (const name of known.length > 0 ? known : [""]) yield* filesIn(folder, name);
}

function* filesIn(root: string, under: string): Generator<CorpusFile> {
  const entries = [...Deno.readDirSync(`${root}/${under}`)]
    .sort((a, b) => a.name < b.name ? -1 : 1);
  for (const { name, isDirectory } of entries) {
    const inside = under === "" ? name : `${under}/${name}`;
    if (isDirectory) yield* filesIn(root, inside);
    else if (READABLE.test(name)) yield unpacked(root, inside);
  }
}

/** A compressed file's content; an archive that is no workbook and no export is its one file. */
function unpacked(root: string, name: string): CorpusFile {
  const path = `${root}/${name}`;
  if (name.endsWith(".gz")) {
    const inner = name.replace(/\.gz$/, "");
    const bytes = gunzipSync(Deno.readFileSync(path));
    return { name, path: /\.\w+$/.test(inner) ? inner : `${inner}.csv`, bytes };
  }
  if (!/24\.zip$/.test(name)) return { name, path };
  const members = unzipSync(Deno.readFileSync(path), {
    filter: (file) => !/__MACOSX|\/$|\.rmd$/i.test(file.name),
  });
  const [first] = Object.values(members);
  return { name, path: name.replace(/\.zip$/, ".csv"), ...(first ? { bytes: first } : {}) };
}
