/**
 * What the tasks of deno.json call: `deno run -A lib/cli.ts TASK [ARGUMENT ...]`.
 * Each task loads only the room that does it, and "report" its renderer only when pages changed.
 *
 * @module
 */

type Command = (args: string[]) => Promise<number>;

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  report: async () => (await import("./report/report_command.ts")).reportCommand,
  run: async () => (await import("./notebook/mod.ts")).runCommand,
  verify: async () =>
    Deno.args.includes("--attest")
      ? (await import("./report/attestation/attest_command.ts")).attestCommand
      : (await import("./notebook/mod.ts")).verifyCommand,
  "check-report": async () =>
    (await import("./report/attestation/check_report_command.ts")).checkReportCommand,
  check: async () => (await import("./notebook/mod.ts")).checkCommand,
  export: async () => (await import("./report/mod.ts")).exportCommand,
  watch: async () => (await import("./report/watch_command.ts")).watchCommand,
  kernel: async () => (await import("./notebook/mod.ts")).labKernelCommand,
  lab: async () => (await import("./notebook/mod.ts")).labCommand,
  corpus: async () => (await import("./data/returns/commands/corpus_command.ts")).corpusCommand,
  inspect: async () => (await import("./data/returns/commands/inspect_command.ts")).inspectCommand,
  engine: async () => (await import("./data/query/engine_command.ts")).engineCommand,
  new: async () => (await import("./scaffold/new_command.ts")).newCommand,
  doctor: async () => (await import("./scaffold/doctor_command.ts")).doctorCommand,
  data: async () => (await import("./data/build/mod.ts")).dataCommand,
};

const [task = "", ...args] = Deno.args;
const load = commands[task];
if (load === undefined) {
  // deno-lint-ignore no-console -- the command line is where this speaks
  console.error(
    `Unknown task "${task}": expected one of ${Object.keys(commands).join(", ")}`,
  );
  Deno.exit(2);
}
Deno.exit(await (await load())(args));
