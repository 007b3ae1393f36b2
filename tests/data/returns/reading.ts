import { assertThrows } from "@std/assert";
import { DataError, readReturns, type ReadReturnsOptions } from "tallybook/data";

type Read = ReturnType<typeof readReturns>;

/** Reads a file of this name and content, written for the purpose. */
export function reading(name: string, content: string, options: ReadReturnsOptions = {}): Read {
  const directory = Deno.makeTempDirSync();
  try {
    Deno.writeTextFileSync(`${directory}/${name}`, content);
    const read = readReturns(`${directory}/${name}`, options);
    // The frame is made when it is first asked for.
    void read.returns;
    return read;
  } finally {
    Deno.removeSync(directory, { recursive: true });
  }
}

/** Why a file is refused. */
export function refusing(
  name: string,
  content: string,
  options: ReadReturnsOptions = {},
): DataError {
  return assertThrows(() => reading(name, content, options), DataError);
}

/** All votes of what was read. */
export function sum({ returns }: Read): number {
  return Number(returns.getColumn("votes").sum());
}

/** What was mended or left out, in the words of the list. */
export function mendings({ mended }: Read): string[] {
  return mended.map(({ found }) => found);
}
