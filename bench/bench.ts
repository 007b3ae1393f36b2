/**
 * `deno task bench`: jobs beside those who do the same, in one table. Each contender runs each job in a
 * process of its own, five rounds by turns, so that whatever else the machine does meets all of them; what
 * came out is compared before anything is printed. Peers get one thread for linear algebra, as ours has.
 */
import { resolve } from "node:path";
import { command, parseCommand, print } from "../lib/files/command_line.ts";
import { requireOneOf } from "../lib/check/mod.ts";
import { stopClickHouse } from "./inputs/click_house.ts";
import { JOBS } from "./jobs.ts";
import { contest, type Line, tableText } from "./table.ts";

const USAGE = `Usage: deno task bench [--job NAME ...] [--quick] [--rounds N] [--against FOLDER]

Prints one table: job, size, seconds of ours and of each peer, how many times as long they take as ours
(median and extremes over the rounds), seconds of processor time where a job tells them, peak memory in
MiB. Sizes are 1, 4 and 16 times the smallest.

  --job NAME        Only this job (may be given again): ${Object.keys(JOBS).join(", ")}
  --quick           The smallest size and one round
  --rounds N        Rounds; 5 unless given
  --against FOLDER  Beside what waits on notebooks: the same in another checkout of the project
  --notebooks N     With --job notebook: notebooks 0 to N - 1, each with its memory
`;

async function bench(args: string[]): Promise<number> {
  return await command(args, USAGE, async () => {
    const { values } = parseCommand(args, {
      job: { type: "string", multiple: true },
      quick: { type: "boolean", default: false },
      rounds: { type: "string" },
      against: { type: "string" },
      notebooks: { type: "string" },
    });
    const names = (values.job ?? Object.keys(JOBS)) as string[];
    for (const name of names) requireOneOf("bench", "--job", name, Object.keys(JOBS));
    const rounds = Number(values.rounds ?? (values.quick ? 1 : 5));
    const root = resolve(new URL("..", import.meta.url).pathname);
    const lines: Line[] = [];
    try {
      for (const name of names) {
        const job = JOBS[name]!;
        const most = Number(values.notebooks ?? 16);
        const sizes = name === "notebook"
          ? Array.from({ length: most }, (_, i) => i + 1)
          : [1, 4, 16];
        for (const times of values.quick ? sizes.slice(0, 1) : sizes) {
          const folder = await Deno.makeTempDir({ prefix: "tallybook-bench-" });
          try {
            const own = await job.at(times, folder, root);
            const other = values.against === undefined || job.alone === undefined
              ? []
              : (await job.at(times, folder, resolve(values.against))).contenders
                .map((contender) => ({ ...contender, name: "the other checkout" }));
            lines.push(
              ...contest(job, { ...own, contenders: [...own.contenders, ...other] }, rounds),
            );
          } finally {
            await Deno.remove(folder, { recursive: true });
          }
        }
      }
    } finally {
      await stopClickHouse();
    }
    print(tableText(lines));
    return 0;
  });
}

Deno.exit(await bench(Deno.args));
