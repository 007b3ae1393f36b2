import { written } from "../files/written.ts";

/** What a command answers to its arguments: its exit code, and what it wrote. */
export async function answer(
  command: (args: string[]) => Promise<number>,
  ...args: string[]
): Promise<{ readonly code: unknown; readonly out: string; readonly err: string }> {
  const { out, err, value } = await written(() => command(args));
  return { code: value, out, err };
}
