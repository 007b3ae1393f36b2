import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { newChart } from "../../lib/scaffold/new_chart.ts";
import { newClaim } from "../../lib/scaffold/new_claim.ts";
import { newCommand } from "../../lib/scaffold/new_command.ts";
import { newNotebook } from "../../lib/scaffold/new_notebook.ts";
import { newTable } from "../../lib/scaffold/new_table.ts";
import { notebookFaults } from "../house/notebook_faults.ts";
import { splitHeadline } from "../../lib/report/headline.ts";
import { documentOf } from "../../lib/report/notebook_document.ts";
import { parseNotebook } from "../../lib/notebook/notebook_file.ts";
import { MISSING } from "../../lib/scaffold/skeleton.ts";

const header = Deno.readTextFileSync(new URL("../../data/claims.csv", import.meta.url))
  .split("\n")[0]!;

Deno.test("every file of a skeleton has a gap that the tests refuse", () => {
  for (
    const { files } of [
      newNotebook("turnout_gap", [0, 16]),
      newClaim("P99", header.split(",")),
      newTable("county_turnout"),
      newChart("ridge_lines"),
    ]
  ) {
    for (const [path, text] of Object.entries(files)) assert(text.includes(MISSING), path);
  }
});

Deno.test("the code of the skeletons is formatted as the house's", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const made = [newTable("county_turnout"), newChart("ridge_lines"), newClaim("P99", ["id"])];
    const paths: string[] = [];
    for (const [path, text] of made.flatMap(({ files }) => Object.entries(files))) {
      paths.push(join(folder, path.replaceAll("/", "_")));
      await Deno.writeTextFile(paths.at(-1)!, text);
    }
    const config = new URL("../../deno.json", import.meta.url).pathname;
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["fmt", "--check", "--config", config, ...paths],
      env: { NO_COLOR: "1" },
    }).output();
    assert(success, new TextDecoder().decode(stderr));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a stub of a notebook lacks claim, caveats, literature and test, and hears of all", () => {
  const { files } = newNotebook("turnout_gap", [3]);
  const file = files["notebooks/04_turnout_gap.ipynb"]!;
  const faults = notebookFaults("04_turnout_gap", file, {
    tests: "",
    parameterValues: "",
    readme: "",
  });
  for (
    const part of [
      "no mark",
      "not run",
      "no claim",
      "no caveats",
      "no literature",
      "no test",
      "no values",
      "not in README.md",
    ]
  ) {
    assert(faults.some((fault) => fault.includes(part)), `${part}: ${faults.join("; ")}`);
  }
});

Deno.test("each part that is taken from a finished page is missed", () => {
  const root = new URL("../../", import.meta.url);
  const read = (path: string) => Deno.readTextFileSync(new URL(path, root));
  const name = "08_electors";
  const file = read(`notebooks/${name}.ipynb`);
  const around = {
    tests: read(`tests/notebooks/${name}_test.ts`),
    parameterValues: read("tests/sweep/parameter_values.ts"),
    readme: read("README.md"),
  };
  const faults = (text: string, other: Partial<typeof around> = {}) =>
    notebookFaults(name, text, { ...around, ...other }).join("; ");
  assertEquals(faults(file), "");
  const asked = splitHeadline(documentOf(parseNotebook(file, name).notebook), name).headline.lead
    .split(/^\|.*\|$/m).at(-1)!.trim();
  assert(asked.length > 100);
  const unasked = JSON.stringify(
    JSON.parse(file),
    (_, value) =>
      typeof value === "string" && value.trim() !== "" && asked.includes(value.trim()) ? "" : value,
  );
  assert(faults(unasked).startsWith("no claim"), faults(unasked));
  assert(faults(file, { tests: "" }).startsWith("no test"));
  assert(faults(file.replaceAll("The data, and what to know", "Notes")).startsWith("no caveats"));
  assert(faults(file.replaceAll("What others found", "Reading")).startsWith("no literature"));
  assert(faults(file.replaceAll('"parameters"', '"other"')).startsWith("the first cell"));
});

Deno.test("new writes a skeleton once, and refuses a second of the name", async () => {
  const root = await Deno.makeTempDir();
  try {
    await Deno.mkdir(join(root, "notebooks"));
    await Deno.mkdir(join(root, "data"));
    await Deno.writeTextFile(join(root, "data/claims.csv"), `${header}\nP1,x\n`);
    assertEquals(await newCommand(["notebook", "turnout_gap"], root), 0);
    assert((await Deno.stat(join(root, "notebooks/00_turnout_gap.ipynb"))).isFile);
    assertEquals(await newCommand(["chart", "ridge_lines"], root), 0);
    assertEquals(await newCommand(["chart", "ridge_lines"], root), 2);
    assertEquals(await newCommand(["claim", "P99"], root), 0);
    const rows = (await Deno.readTextFile(join(root, "data/claims.csv"))).trim().split("\n");
    assertEquals(rows.length, 3);
    assert(rows[2]!.startsWith("P99,"));
    assertEquals(await newCommand(["claim", "P99"], root), 2);
    assertEquals(await newCommand(["claim", "turnout"], root), 2);
    assertEquals(await newCommand(["table", "County Turnout"], root), 2);
    assertEquals(await newCommand(["page", "x"], root), 2);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
