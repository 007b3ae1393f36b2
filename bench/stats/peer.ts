/** A program that does a benchmark's jobs beside ours, kept running so that its start is not timed. */
export interface Peer {
  /** Does one job and returns its result. */
  run(job: string): Promise<number>;
}

/**
 * Start a peer, or undefined where its program or packages are missing: then its benchmarks are left out.
 *
 * The peer is asked for one job to see that it works.
 */
export async function startPeer(
  command: string,
  args: string[],
  trial: string,
): Promise<Peer | undefined> {
  let process: Deno.ChildProcess;
  try {
    process = new Deno.Command(command, {
      args,
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn();
  } catch {
    return undefined;
  }
  const writer = process.stdin.getWriter();
  const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  globalThis.addEventListener("unload", () => process.kill());
  const run = async (job: string): Promise<number> => {
    await writer.write(new TextEncoder().encode(`${job}\n`));
    let text = "";
    while (!text.endsWith("\n")) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`${command} ended during "${job}"`);
      text += value;
    }
    return Number(text);
  };
  try {
    await run(trial);
  } catch {
    return undefined;
  }
  return { run };
}
