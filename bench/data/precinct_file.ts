import { loadFrame } from "tallybook/data";

/**
 * Writes the precinct returns of 2016 as CSV, several times over.
 *
 * @param path The file to write.
 * @param times How many times the 1.29 million rows are repeated.
 */
export function writePrecinctFile(path: string, times: number): void {
  const csv = loadFrame("precinct_returns").select("state_po", "precinct", "candidate", "votes")
    .writeCSV({ includeHeader: true });
  const text = new Uint8Array(csv);
  const body = text.subarray(text.indexOf(0x0a) + 1);
  const file = Deno.openSync(path, { write: true, create: true, truncate: true });
  const write = (bytes: Uint8Array) => {
    let written = 0;
    while (written < bytes.length) written += file.writeSync(bytes.subarray(written));
  };
  write(text.subarray(0, text.length - body.length));
  for (let turn = 0; turn < times; turn++) write(body);
  file.close();
}
