import { assertEquals } from "@std/assert";
import { loadFrame } from "tallybook/data";
import pl from "nodejs-polars";

const CONFIG = new URL("../../../deno.json", import.meta.url).pathname;

/** Groups a file's rows in a process of its own: the rows counted, and the peak memory in MiB. */
async function grouped(file: string): Promise<{ rows: number; peak: number }> {
  const code = `
import { scan } from "tallybook/data";
const { table } = scan("precinct_returns").plan;
const answer = await scan({ ...table, file: Deno.args[0] }).group("state_po", "candidate")
  .sum("votes").rows().collect({ engine: "embedded" });
const rows = answer.reduce((sum, row) => sum + row.rows, 0);
const status = Deno.readTextFileSync("/proc/self/status");
console.log(JSON.stringify({ rows, peak: Number(/VmHWM:\\s+(\\d+)/.exec(status)[1]) / 1024 }));`;
  const script = `${file}.js`;
  await Deno.writeTextFile(script, code);
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", `--config=${CONFIG}`, script, file],
  }).output();
  assertEquals(new TextDecoder().decode(stderr).replace(/^Warning.*$/gm, "").trim(), "");
  return JSON.parse(new TextDecoder().decode(stdout));
}

Deno.test({
  name: "eight times the rows take little more memory: the embedded engine streams",
  ignore: Deno.build.os !== "linux",
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      const frame = loadFrame("precinct_returns");
      const [one, eight] = [`${folder}/one.parquet`, `${folder}/eight.parquet`];
      frame.writeParquet(one);
      pl.concat(Array<typeof frame>(8).fill(frame)).writeParquet(eight);
      const [small, large] = [await grouped(one), await grouped(eight)];
      assertEquals([small.rows, large.rows], [frame.height, 8 * frame.height]);
      // Held at once, seven times more rows of two texts (16 bytes each) and a count (4) are 310 MiB.
      const held = 7 * frame.height * 36 / 2 ** 20;
      assertEquals(large.peak - small.peak < held / 2, true, `${small.peak}, ${large.peak} MiB`);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
