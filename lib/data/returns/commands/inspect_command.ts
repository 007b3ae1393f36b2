import { command, misuse, parseCommand, print, printError } from "../../../files/command_line.ts";
import { DataError } from "../../data_error.ts";
import { mends } from "../problem.ts";
import { type ReadReturnsOptions, readReturnsWith } from "../read_returns.ts";
import { inspection, inspectionText } from "./inspection.ts";
import { inspectionHtml } from "./inspection_html.ts";
import { progressBar } from "./progress_bar.ts";

const USAGE = `Usage: deno task inspect FILE [option ...]

Says what a file of returns holds: rows by kind, what was mended and left out, sums by county and
candidate beside the known totals, and what looks wrong, with rows. Ends with 1 where the file is
refused or a sum does not agree.

  --html OUT          write the page to a file, with a picture of the differences
  --format FORMAT     tidy, medsl, openelections, wide, ...: told by the file when left out
  --year YEAR         the election, where neither file nor name says it
  --state STATE       the state, where neither file nor name says it
  --county COUNTY     the county, where neither file nor name says it
  --sheet NAME        the sheet of a workbook
  --mend MEND         go on where this is wrong, and list it; may be given several times:
                      ${mends.join(", ")}`;

/** Whether two paths lead to one file. */
function isSameFile(one: string, other: string): boolean {
  try {
    return Deno.realPathSync(one) === Deno.realPathSync(other);
  } catch {
    return false;
  }
}

/** `deno task inspect FILE`: one page about a file of returns. */
export function inspectCommand(args: string[]): Promise<number> {
  return command(args, USAGE, () => {
    const { values, positionals } = parseCommand(args, {
      html: { type: "string" },
      format: { type: "string" },
      year: { type: "string" },
      state: { type: "string" },
      county: { type: "string" },
      sheet: { type: "string" },
      mend: { type: "string", multiple: true },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) {
      throw misuse("FILE", file === undefined ? undefined : positionals, "one file");
    }
    if (values.html !== undefined && isSameFile(values.html, file)) {
      throw misuse("option --html", values.html, "another file than the returns themselves");
    }
    const options = {
      ...(values.format === undefined ? {} : { format: values.format }),
      ...(values.year === undefined ? {} : { year: Number(values.year) }),
      ...(values.state === undefined ? {} : { state: values.state }),
      ...(values.county === undefined ? {} : { county: values.county }),
      ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
      mend: (values.mend ?? []).flatMap((mend) => mend.split(",").map((one) => one.trim())),
    } as ReadReturnsOptions;
    try {
      const read = readReturnsWith(file, options, progressBar(Deno.stderr));
      const page = inspection(file, read);
      print(inspectionText(page));
      if (values.html !== undefined) {
        Deno.writeTextFileSync(values.html, inspectionHtml(page));
        print(`\nWritten: ${values.html}`);
      }
      return Promise.resolve(page.checks.every(({ verdict }) => verdict === "agrees") ? 0 : 1);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      printError(error.message);
      return Promise.resolve(1);
    }
  });
}
