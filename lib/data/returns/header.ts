const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

/** A delimited file's first line, and how the file is cut. */
export interface Header {
  readonly names: readonly string[];
  readonly delimiter: number;
  /** Whether lines end with a carriage return alone. */
  readonly carriageReturns: boolean;
  /** Where the rows start. */
  readonly end: number;
  /** The line on which the header ends; 0 where the file has none. */
  readonly line: number;
  /** The state whose own layout it is, where that is beyond doubt. */
  readonly state?: string;
}

/** Cuts one line into cells. */
export function splitLine(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (letter === '"' && cell.trim() === "") {
      quoted = true;
      cell = "";
    } else if (letter === delimiter) {
      cells.push(cell.trim());
      cell = "";
    } else cell += letter;
  }
  cells.push(cell.trim());
  return cells;
}

/** Reads the first line that is not blank, and tells by it what separates the cells. */
export function readHeader(head: Uint8Array, preferred?: string): Header {
  // The decoder takes a mark of UTF-8 away.
  let start = 0;
  const carriageReturns = !head.subarray(0, 1 << 16).includes(LF) && head.includes(CR);
  let line = 1;
  for (;;) {
    let at = start;
    let quoted = false;
    let lines = 1;
    while (at < head.length) {
      const byte = head[at]!;
      if (byte === QUOTE) quoted = !quoted;
      if (!quoted && (byte === LF || carriageReturns && byte === CR)) break;
      if (byte === LF) lines++;
      at++;
    }
    const text = new TextDecoder().decode(head.subarray(start, at));
    if (text.trim() === "" && at < head.length) {
      start = at + 1;
      line += lines;
      continue;
    }
    const delimiter = delimiterOf(text, preferred);
    return {
      names: splitLine(text.replace(/\r$/, ""), delimiter),
      delimiter: delimiter.charCodeAt(0),
      carriageReturns,
      end: Math.min(at + 1, head.length),
      line: line + lines - 1,
    };
  }
}

/** The sign among comma, tab, pipe and semicolon that the header has most, outside quotes. */
function delimiterOf(header: string, preferred?: string): string {
  const bare = header.replace(/"[^"]*"/g, "");
  const count = (sign: string) => bare.split(sign).length - 1;
  const signs = [preferred ?? ",", ",", "\t", "|", ";"];
  return signs.reduce((best, sign) => count(sign) > count(best) ? sign : best);
}
