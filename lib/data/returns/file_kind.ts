/** The first bytes of kinds of files that get mistaken for text. */
const SIGNATURES: readonly (readonly [kind: string, start: string])[] = [
  ["a workbook or another zip file", "PK\x03\x04"],
  ["an old Excel workbook", "\xd0\xcf\x11\xe0"],
  ["a gzip file", "\x1f\x8b"],
  ["a Parquet file", "PAR1"],
  ["a PDF file", "%PDF"],
  ["a pointer to a file in Git LFS", "version https://git-lfs"],
  ["UTF-16 text", "\xff\xfe"],
  ["UTF-16 text, big-endian", "\xfe\xff"],
  ["an SQLite database", "SQLite format 3\x00"],
  ["a picture", "\x89PNG"],
  ["a picture", "\xff\xd8\xff"],
  ["a bzip2 file", "BZh"],
  ["an xz file", "\xfd7zXZ"],
  ["a Zstandard file", "\x28\xb5\x2f\xfd"],
];

/** Kinds of text that are not delimited, by their beginning. */
const TEXTS: readonly (readonly [kind: FileKind, pattern: RegExp])[] = [
  ["Clarity XML", /<ElectionResult[\s>]/],
  ["NIST XML", /<(\w+:)?ElectionReport[\s>]/],
  ["NIST CVR XML", /<(\w+:)?CastVoteRecordReport[\s>]/],
  ["an Excel workbook saved as XML", /urn:schemas-microsoft-com:office:spreadsheet|<Workbook[\s>]/],
  ["a web page", /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<(!doctype html|html)/i],
  ["an XML file of a results system", /^\s*(<\?xml|<!--|<\w+[\s>])/i],
  ["NIST JSON", /^\s*\[?\s*\{[\s\S]*"@type"\s*:\s*"(ElectionResults|ENRF|\w+)\.ElectionReport"/],
  ["NIST CVR JSON", /^\s*\[?\s*\{[\s\S]*"@type"\s*:\s*"CVR\.CastVoteRecordReport"/],
  ["Dominion JSON", /^\s*\{[\s\S]*"Sessions"\s*:\s*\[/],
  ["JSON", /^\s*(\{|\[\s*[[{"\d-])/],
  ["RTF text of a word processor", /^\{\\rtf/],
  ["PostScript", /^%!PS/],
];

/** What a file is, as far as its beginning says. */
export type FileKind =
  | "text"
  | "Clarity XML"
  | "NIST XML"
  | "NIST JSON"
  | "NIST CVR XML"
  | "NIST CVR JSON"
  | "Dominion JSON"
  | (string & Record<never, never>);

/** Tells from a file's first bytes what it is; "text" for what may be delimited text. */
export function fileKind(head: Uint8Array): FileKind {
  for (const [kind, start] of SIGNATURES) {
    if ([...start].every((letter, at) => head[at] === letter.charCodeAt(0))) return kind;
  }
  const wide = twoBytes(head);
  if (wide !== undefined) return wide;
  const text = new TextDecoder().decode(head.subarray(0, 8192)).replace(/^\uFEFF/, "");
  for (const [kind, pattern] of TEXTS) if (pattern.test(text)) return kind;
  return "text";
}

/** UTF-16 without its mark: in text of this country nearly every second byte is zero. */
function twoBytes(head: Uint8Array): FileKind | undefined {
  const bytes = head.subarray(0, 2048);
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++;
  });
  const [even, odd] = zeros.map((count) => count / Math.max(1, bytes.length / 2));
  if (bytes.length < 8 || Math.max(even!, odd!) < 0.9 || Math.min(even!, odd!) > 0.05) {
    return undefined;
  }
  return odd! > even! ? "UTF-16 text" : "UTF-16 text, big-endian";
}
