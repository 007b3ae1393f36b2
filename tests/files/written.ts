/** What is written while `act` runs, by stream; a write takes at most `most` bytes, as a full pipe does. */
export async function written(
  act: () => unknown,
  most = Infinity,
): Promise<{ readonly out: string; readonly err: string; readonly value: unknown }> {
  const bytes = { stdout: [] as number[], stderr: [] as number[] };
  const names = ["stdout", "stderr"] as const;
  const own = names.map((name) => Deno[name].writeSync);
  for (const name of names) {
    Deno[name].writeSync = (data) => {
      const part = data.subarray(0, most);
      bytes[name].push(...part);
      return part.length;
    };
  }
  try {
    const value = await act();
    const text = (name: "stdout" | "stderr") =>
      new TextDecoder().decode(Uint8Array.from(bytes[name]));
    return { out: text("stdout"), err: text("stderr"), value };
  } finally {
    names.forEach((name, i) => Deno[name].writeSync = own[i]!);
  }
}
