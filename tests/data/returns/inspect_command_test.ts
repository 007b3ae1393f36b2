import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { withFile } from "./with_file.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const NAME = "19041108__oh__general__elm__precinct.csv";
/** A count with a comma, and one that is blank. */
const CONTENT = 'county,precinct,office,candidate,votes\nElm,1,President,Ada,"1,055"\n' +
  "Elm,1,President,Ben,\nElm,2,President,Ada,7\n";

const inspect = (...args: string[]) =>
  withFile(CONTENT, (path) => {
    const { code, stdout, stderr } = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", "lib/cli.ts", "inspect", path, ...args],
      cwd: ROOT,
      env: { NO_COLOR: "1" },
    }).outputSync();
    const text = new TextDecoder();
    return { code, said: text.decode(stdout) + text.decode(stderr) };
  }, NAME);

Deno.test("inspect takes --mend several times, and several with commas", () => {
  const { code, said } = inspect("--mend", "thousands", "--mend", "totals, blanks");
  assertEquals([code, said.includes("1,062")], [0, true], said);
});

Deno.test("inspect never writes its page over the returns themselves", () => {
  const directory = Deno.makeTempDirSync();
  try {
    const path = `${directory}/${NAME}`;
    Deno.writeTextFileSync(path, CONTENT);
    Deno.symlinkSync(path, `${directory}/page.html`);
    const { code, stderr } = new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-A",
        "--no-check",
        "lib/cli.ts",
        "inspect",
        path,
        "--html",
        `${directory}/page.html`,
      ],
      cwd: ROOT,
      env: { NO_COLOR: "1" },
    }).outputSync();
    assertEquals(code, 2, new TextDecoder().decode(stderr));
    assertEquals(Deno.readTextFileSync(path), CONTENT);
  } finally {
    Deno.removeSync(directory, { recursive: true });
  }
});
